using System.Net;
using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Core.Messages;
using Naru.Engine;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages.Bulks;

[Collection(BrowserTests.Name)]
public sealed class BulkPageTests(Chromium chromium)
{
    [Fact]
    public async Task A_bulk_is_watched_without_a_reload_and_is_said_aloud_in_tens()
    {
        await using var host = await ConsoleHost.StartAsync();
        var standing = host.PutPaced();
        var page = await chromium.SignedInAsync(host, "bulk?id=autumn-sale", locale: "en-US");
        await Expect(page.Locator("#live")).ToHaveAttributeAsync("data-state", "on");
        await page.EvaluateAsync("() => { window.sameDocument = true; }");
        var bar = page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress of autumn-sale" });
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "4000");
        await Expect(bar).ToHaveAttributeAsync("aria-valuemax", "10000");
        await Expect(page.Locator("#said")).ToHaveTextAsync("In progress, 40%");

        host.Gateway.Put(host.Workspace.Id, standing with { Waiting = 5_512 });

        await Expect(bar).ToHaveAttributeAsync("aria-valuetext", "4,488 of 10,000 begun (44%)");
        await Expect(page.Locator("#said")).ToHaveTextAsync("In progress, 40%");
        host.Gateway.Put(host.Workspace.Id, standing with { Waiting = 0, Status = BulkStatus.Finished, EndsAt = null });

        await Expect(page.Locator("#said")).ToHaveTextAsync("All begun, 100%");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToHaveCountAsync(0);
        (await page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue("the page was not loaded again");
    }

    [Fact]
    public async Task The_list_keeps_itself_up_to_date_too()
    {
        await using var host = await ConsoleHost.StartAsync();
        var page = await chromium.SignedInAsync(host, "bulks");
        await Expect(page.Locator(".nothing")).ToBeVisibleAsync();
        await Expect(page.Locator("#live")).ToHaveAttributeAsync("data-state", "on");

        host.PutPaced();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "autumn-sale" })).ToBeVisibleAsync();
        await Expect(page.Locator("tbody .state")).ToHaveTextAsync("진행 중");
        await Expect(page.Locator("tbody")).ToContainTextAsync("1시간에 30건, 2m마다 한 건");
    }

    [Fact]
    public async Task It_is_paused_resumed_put_off_and_cancelled()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.PutPaced();
        var page = await chromium.SignedInAsync(host, "bulk?id=autumn-sale", locale: "en-US");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.GetByText("Paused. Nothing begins any more.")).ToBeVisibleAsync();
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("Paused");
        await Expect(page.GetByText("Not known while it is paused.")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("In progress");

        await page.Locator("summary", new() { HasText = "Change the start" }).ClickAsync();
        await page.GetByLabel("New start").FillAsync("2026-01-01T09:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the start" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("That time has passed.");
        await Expect(page.GetByLabel("New start")).ToHaveValueAsync("2026-01-01T09:00");

        var start = DateTimeOffset.FromUnixTimeSeconds(host.Clock.Now.AddDays(2).ToUnixTimeSeconds() / 60 * 60);
        await page.GetByLabel("New start").FillAsync(start.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("Time zone").SelectOptionAsync("UTC");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change the start" }).ClickAsync();
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("Scheduled");

        await page.Locator("summary", new() { HasText = "Cancel the bulk" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the bulk" }).ClickAsync();
        await Expect(page.Locator(".headline .state")).ToHaveTextAsync("Cancelled");
        host.Gateway.Changes.ShouldBe([new BulkChange.Pause(), new BulkChange.Resume(), new BulkChange.Reschedule(start), new BulkChange.Cancel()]);
    }

    [Theory]
    [InlineData(BulkChangeResultKind.TooLate, HttpStatusCode.Conflict)]
    [InlineData(BulkChangeResultKind.Refused, HttpStatusCode.ServiceUnavailable)]
    public async Task What_could_not_be_changed_is_said_on_its_page(BulkChangeResultKind kind, HttpStatusCode status)
    {
        await using var host = await ConsoleHost.StartAsync();
        host.PutPaced();
        host.Gateway.Always = kind;
        using var visit = await Visit.SignedInAsync(host);
        var here = $"/console/{host.Workspace.PublicId}/bulk?id=autumn-sale";

        var answer = await visit.SubmitAsync(here, here.Replace("bulk?", "bulk/pause?", StringComparison.Ordinal));

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("role=\"alert\"");
    }

    [Fact]
    public async Task Another_workspaces_bulk_is_nobodys_business()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.PutPaced();
        var other = await host.AddWorkspaceAsync("other", Core.Workspaces.WorkspaceKind.Normal, "other-operator", []);
        using var visit = await Visit.SignedInAsync(host, "other-operator");
        var token = $"/console/{other.PublicId}/bulks";

        (await visit.GetAsync($"/console/{other.PublicId}/bulk?id=autumn-sale")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.SubmitAsync(token, $"/console/{other.PublicId}/bulk/cancel?id=autumn-sale")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await visit.SubmitAsync(token, $"/console/{host.Workspace.PublicId}/bulk/cancel?id=autumn-sale")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        host.Gateway.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        await using var host = await ConsoleHost.StartAsync();
        for (var i = 0; i < 120; i++)
        {
            host.Gateway.Put(host.Workspace.Id, host.Standing($"bulk {i}", BulkStatus.Finished, waiting: 0));
        }

        var page = await chromium.SignedInAsync(host, "bulks");

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Link, new() { Name = "다음" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "다음" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(20);
        await page.KeepAsync("bulks-crowded");
    }

    [Fact]
    public async Task A_message_leads_to_its_bulk_and_the_bulk_to_its_messages()
    {
        await using var host = await ConsoleHost.StartAsync();
        var key = host.Gateway.Put(host.Workspace.Id, host.PutPaced());
        host.Message(TimeSpan.FromMinutes(3), ["0000"], clientId: "of-another");
        host.Messages.Rows.Add(host.Message(TimeSpan.FromMinutes(2), []) with
        {
            ClientId = "of-the-bulk",
            Bulk = key,
            Key = new MessageKey(1, 900),
            State = MessageState.Scheduled,
            Lane = LaneId.Bulk(key, MessageClass.Standard),
        });
        var page = await chromium.SignedInAsync(host, "message?id=of-the-bulk", locale: "en-US");

        await Expect(page.GetByText("Messages of its bulk leave one every 2m; the next slot is at")).ToBeVisibleAsync();
        await Expect(page.GetByText("48h from the instant planned for its first attempt")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "autumn-sale" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Messages of this bulk" }).ClickAsync();

        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator("tbody")).ToContainTextAsync("of-the-bulk");
    }

    [Fact]
    public async Task Times_are_read_in_the_zone_that_was_chosen()
    {
        await using var host = await ConsoleHost.StartAsync();
        host.Message(TimeSpan.FromMinutes(3), ["0000"], clientId: "order-77");
        var page = await chromium.SignedInAsync(host, "message?id=order-77", locale: "en-US");
        await Expect(page.Locator(".foot")).ToContainTextAsync("Asia/Seoul");
        (await page.Locator("time").First.GetAttributeAsync("datetime"))!.ShouldEndWith("+09:00");
        await Expect(page.Locator(".utc").First).ToContainTextAsync("UTC");

        await page.GetByRole(AriaRole.Link, new() { Name = "Change the time zone" }).ClickAsync();
        await page.GetByLabel("Time zone").SelectOptionAsync("America/St_Johns");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator(".headline .id")).ToHaveTextAsync("order-77");
        (await page.Locator("time").First.GetAttributeAsync("datetime"))!.ShouldMatch("-0[23]:30$");
        await Expect(page.Locator(".foot")).ToContainTextAsync("America/St_Johns");
    }
}
