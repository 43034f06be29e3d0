using Microsoft.Playwright;
using Naru.Console.Tests.Browser;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using static Microsoft.Playwright.Assertions;

namespace Naru.Console.Tests.Pages.Apps;

/// <summary>What an operator does with an app, in a browser.</summary>
[Collection(BrowserTests.Name)]
public sealed class AppJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task An_app_is_made_and_its_channel_set_up_by_picking_a_sender()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AddSenderAsync(7);
        var page = await chromium.SignedInAsync(host, "messages", locale: "en-US");
        await page.GetByRole(AriaRole.Link, new() { Name = "Apps", Exact = true }).ClickAsync();
        await Expect(page.GetByText("There is no app yet.")).ToBeVisibleAsync();

        await page.GetByLabel("Name of the app").FillAsync("Naru shop");
        await page.GetByLabel("Conversation (CONVERSATION)").CheckAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The app was made. Now set up its channel.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Set up channel: AlimTalk" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "@store07" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save channel" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The channel is set up.");
        await Expect(page.Locator(".card").First).ToContainTextAsync("Active");
        var app = host.Directory.AppsOf(host.Workspace.Id).ShouldHaveSingleItem();
        (app.DisplayName, app.Mode).ShouldBe(("Naru shop", ProcessingMode.Conversation));
        app.Channels.ShouldBe([new AppChannel(Channel.AlimTalk, "@store07", 7.ToString("x40"))]);
    }

    [Fact]
    public async Task Everything_about_a_channel_works_from_the_keyboard()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AddSenderAsync(1);
        var app = await host.AddAppAsync();
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}/channels/KAKAOTALK");

        await page.Locator("input[name=sender]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("채널을 설정했습니다.");
        host.Directory.FindApp(app.Id)!.Channels.ShouldHaveSingleItem().ChannelName.ShouldBe("@store01");

        await page.Locator(".card summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("채널을 제거했습니다.");
        host.Directory.FindApp(app.Id)!.Channels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_shows_the_state_of_its_sender_and_the_reason_in_both_languages()
    {
        await using var host = await ConsoleHost.StartAsync();
        var app = await host.AddAppAsync();
        await host.ChangeAppAsync(app, now => now with { Channels = [new AppChannel(Channel.AlimTalk, host.Sender.ChannelName, host.Sender.Key)] });
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}");
        var card = page.Locator(".card").First;
        await Expect(card).ToContainTextAsync("사용 가능");

        await host.Directory.SaveSenderAsync(host.Sender with { State = SenderState.PendingVerification }, default);
        await page.ReloadAsync();
        await Expect(card).ToContainTextAsync("대기");
        await Expect(card).ToContainTextAsync("발신 프로필이 인증을 기다리고 있습니다.");

        await host.Directory.SaveSenderAsync(host.Sender with { State = SenderState.Stopped }, default);
        await page.GotoAsync($"{host.Url}/console/{host.Workspace.PublicId}/apps/{app.PublicId}?lang=en");
        await Expect(card).ToContainTextAsync("Failing");
        await Expect(card).ToContainTextAsync("The sender is stopped.");
    }

    [Fact]
    public async Task The_upper_channel_is_tried_first_and_the_lower_one_can_be_moved_up()
    {
        await using var host = await ConsoleHost.StartAsync();
        var app = await host.AddAppAsync();
        await host.ChangeAppAsync(app, now => now with
        {
            Channels = [new AppChannel(Channel.AlimTalk, host.Sender.ChannelName, host.Sender.Key), new AppChannel(Channel.ConsultationTalk, host.Sender.ChannelName, "")],
        });
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}");

        await page.GetByRole(AriaRole.Button, new() { Name = "먼저 쓰기: 상담톡" }).ClickAsync();

        await Expect(page.Locator(".card").First).ToContainTextAsync("KAKAOTALKCHAT");
        host.Directory.FindApp(app.Id)!.Channels.Select(channel => channel.Channel).ShouldBe([Channel.ConsultationTalk, Channel.AlimTalk]);
    }

    [Fact]
    public async Task One_of_many_senders_is_found_by_its_name()
    {
        await using var host = await ConsoleHost.StartAsync();
        var app = await host.FillAppsAsync();
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}/channels/KAKAOTALK");

        await page.GetByRole(AriaRole.Searchbox).FillAsync("STORE17");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "채널 저장" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("채널을 설정했습니다.");
        host.Directory.FindApp(app.Id)!.Channels.ShouldHaveSingleItem().SenderKey.ShouldBe(17.ToString("x40"));
    }

    [Fact]
    public async Task A_setting_out_of_bounds_is_named_beside_its_field_and_nothing_is_saved()
    {
        await using var host = await ConsoleHost.StartAsync();
        var app = await host.AddAppAsync();
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}", locale: "en-US");
        await page.GetByLabel("Days to keep", new() { Exact = true }).FillAsync("3651");
        await page.GetByLabel("Retry for (seconds)").FillAsync("29");
        await page.GetByLabel("Name of the app").FillAsync("renamed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Nothing was saved. Fields to correct: 2.");
        await Expect(page.Locator("#retention-days-fault")).ToHaveTextAsync("Enter a whole number from 1 to 3,650.");
        await Expect(page.GetByLabel("Retry for (seconds)")).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("from 30 to 3,600, or leave it empty"));
        await Expect(page.GetByLabel("Retry for (seconds)")).ToHaveValueAsync("29");
        await Expect(page.GetByLabel("Name of the app")).ToHaveValueAsync("renamed");
        host.Directory.FindApp(app.Id).ShouldBe(app);
    }

    [Fact]
    public async Task A_webhook_is_made_changed_and_deleted()
    {
        await using var host = await ConsoleHost.StartAsync();
        var app = await host.AddAppAsync();
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}", locale: "en-US");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add webhook" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Target" }).FillAsync("https://shop.example/sinch");
        await page.GetByLabel("MESSAGE_SUBMIT").CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Secret" }).FillAsync(AppCompany.Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The webhook was saved.");
        var made = host.Directory.SubscriptionsOf(app.Id).ShouldHaveSingleItem();
        made.Subscription!.Secret.ShouldBe(AppCompany.Secret);
        made.Subscription.Events.ShouldBe([ReportEvent.Final, ReportEvent.Submitted]);

        await page.GetByRole(AriaRole.Link, new() { Name = "Change https://shop.example/sinch" }).ClickAsync();
        (await page.ContentAsync()).ShouldNotContain(AppCompany.Secret);
        await page.GetByLabel("MESSAGE_DELIVERY").UncheckAsync();
        await page.GetByLabel("Enabled").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".card", new() { HasText = "shop.example" })).ToContainTextAsync("Enabled: Off");
        var changed = host.Directory.SubscriptionsOf(app.Id).ShouldHaveSingleItem().Subscription!;
        (changed.Secret, changed.Enabled).ShouldBe((AppCompany.Secret, false));
        changed.Events.ShouldBe([ReportEvent.Submitted]);

        await page.GetByRole(AriaRole.Link, new() { Name = "Pushes to https://shop.example/sinch" }).ClickAsync();
        await Expect(page.GetByText("No push was made for this endpoint.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = app.DisplayName }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Change https://shop.example/sinch" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "Delete webhook" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete webhook" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The webhook was deleted.");
        host.Directory.SubscriptionsOf(app.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_app_is_deleted_after_a_question()
    {
        await using var host = await ConsoleHost.StartAsync();
        var app = await host.FillAppsAsync();
        var page = await chromium.SignedInAsync(host, $"apps/{app.PublicId}");

        await page.Locator("summary", new() { HasText = "앱 삭제" }).ClickAsync();
        host.Directory.FindApp(app.Id).ShouldNotBeNull();
        await page.GetByRole(AriaRole.Button, new() { Name = "앱 삭제" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("앱을 삭제했습니다.");
        host.Directory.FindApp(app.Id).ShouldBeNull();
        host.Directory.SubscriptionsOf(app.Id).ShouldBeEmpty();
    }
}
