using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Naru.Server.Tests.Browser;

public sealed class BulkTests(SharedGateway gateway, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Count = 80;

    [Fact]
    public async Task A_bulk_is_watched_paused_and_resumed_at_the_console()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var body = AlimBody.Parcel(workspace.Sender, [.. Enumerable.Range(1, Count).Select(Destination.Number)]);

        // Six a second: slow enough to be watched, and over in a quarter of a minute.
        body["options"] = new JsonObject
        {
            ["schedule"] = new JsonObject { ["bulkId"] = "autumn-sale", ["sendingSpeedLimit"] = new JsonObject { ["amount"] = 360, ["timeUnit"] = "MINUTE" } },
        };
        await workspace.Infobip.SendAcceptedAsync(body);
        var page = await SignInAsync(workspace);
        await page.GotoAsync($"{gateway.Url}console/{workspace.Id}/bulks");
        await page.GetByRole(AriaRole.Link, new() { Name = "autumn-sale" }).ClickAsync();
        var bar = page.GetByRole(AriaRole.Progressbar);
        await Expect(page.Locator("#live")).ToHaveAttributeAsync("data-state", "on");
        await page.EvaluateAsync("() => { window.sameDocument = true; }");

        var first = await BegunAsync(bar);
        await Expect(bar).Not.ToHaveAttributeAsync("aria-valuenow", first.ToString(CultureInfo.InvariantCulture));
        (await page.EvaluateAsync<bool>("() => window.sameDocument === true")).ShouldBeTrue("the page was not loaded again");

        await page.Locator("form[action*='bulk/pause'] button").ClickAsync();
        var resume = page.Locator("form[action*='bulk/resume'] button");
        await Expect(resume).ToBeVisibleAsync();
        var paused = await BegunAsync(bar);
        paused.ShouldBeInRange(first, Count - 1);
        await page.ReloadAsync();
        (await BegunAsync(bar)).ShouldBe(paused, "nothing begins after the answer");

        await resume.ClickAsync();
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", Count.ToString(CultureInfo.InvariantCulture), new() { Timeout = 60_000 });
        await Expect(page.Locator("form[action*='bulk/pause']")).ToHaveCountAsync(0);
        (await workspace.Infobip.PullUntilAsync(Count)).Count.ShouldBe(Count);
    }

    private static async Task<int> BegunAsync(ILocator bar) => int.Parse((await bar.GetAttributeAsync("aria-valuenow"))!, CultureInfo.InvariantCulture);

    private async Task<IPage> SignInAsync(TestWorkspace workspace)
    {
        var page = await chromium.OpenPageAsync();
        await page.GotoAsync($"{gateway.Url}console/{workspace.Id}/bulks");
        await page.Locator("#name").FillAsync("demo");
        await page.Locator("#password").FillAsync("demo-password");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/bulks");
        return page;
    }
}
