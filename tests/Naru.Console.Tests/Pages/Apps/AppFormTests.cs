using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Tests.Pages.Apps;

/// <summary>What the forms of an app do with what is sent, whatever sent it.</summary>
public sealed class AppFormTests
{
    private static readonly (string Name, string Value)[] s_good =
    [
        ("name", "나루 쇼핑 2"), ("mode", "Conversation"), ("metadata", "on"), ("retention", "Conversation"), ("retention-days", "30"), ("dispatch-days", "7"),
        ("retry-for", "600"), ("outbound", "20"), ("inbound", ""), ("webhook-rate", "200"), ("max-queued", "500000"),
    ];

    [Fact]
    public async Task Every_setting_is_saved_and_the_rest_of_the_app_stays()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();
        app = await host.ChangeAppAsync(app, now => now with { CallbackSecret = "kept", FallbackWait = TimeSpan.FromSeconds(90) });

        (await SaveAsync(visit, host, app, s_good)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        host.Directory.FindApp(app.Id).ShouldBe(app with
        {
            DisplayName = "나루 쇼핑 2",
            Mode = ProcessingMode.Conversation,
            ReportsMetadata = true,
            Retention = new AppRetention(RetentionKind.Conversation, 30),
            DispatchDays = 7,
            RetryFor = TimeSpan.FromMinutes(10),
            Limits = new AppLimits(null, 20, 200, 500_000),
        });
        (await SaveAsync(visit, host, app, s_good)).Headers.Location!.ToString().ShouldBe($"{Page(host, app)}?done=saved");
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("mode", "Sometimes")]
    [InlineData("retention", "")]
    [InlineData("retention-days", "0")]
    [InlineData("retention-days", "3651")]
    [InlineData("retention-days", "1.5")]
    [InlineData("retention-days", "")]
    [InlineData("dispatch-days", "8")]
    [InlineData("dispatch-days", "-1")]
    [InlineData("retry-for", "29")]
    [InlineData("retry-for", "3601")]
    [InlineData("outbound", "0")]
    [InlineData("inbound", "fast")]
    [InlineData("webhook-rate", "1000001")]
    [InlineData("max-queued", "99999999999999")]
    public async Task A_field_out_of_its_bounds_is_refused_and_changes_nothing(string field, string value)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();

        var answer = await SaveAsync(visit, host, app, [.. s_good.Select(pair => pair.Name == field ? (field, value) : pair)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"id=\"{field}-fault\"");
        host.Directory.FindApp(app.Id).ShouldBe(app);
    }

    [Fact]
    public async Task Without_an_age_limit_the_days_do_not_matter()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();

        await SaveAsync(visit, host, app, [.. s_good.Select(pair => pair.Name switch { "retention" => ("retention", "Persist"), "retention-days" => ("retention-days", ""), _ => pair })]);

        host.Directory.FindApp(app.Id)!.Retention.ShouldBe(new AppRetention(RetentionKind.Persist, 180));
    }

    [Fact]
    public async Task The_callback_secret_is_set_and_cleared_and_never_shown()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();
        var page = Page(host, app);

        (await visit.SubmitAsync(page, $"{page}/secret", ("secret", AppCompany.CallbackSecret))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        host.Directory.FindApp(app.Id)!.CallbackSecret.ShouldBe(AppCompany.CallbackSecret);
        (await visit.ReadAsync(page)).ShouldNotContain(AppCompany.CallbackSecret);

        foreach (var bad in new[] { "", new string('s', 257) })
        {
            (await visit.SubmitAsync(page, $"{page}/secret", ("secret", bad))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        host.Directory.FindApp(app.Id)!.CallbackSecret.ShouldBe(AppCompany.CallbackSecret);
        await visit.SubmitAsync(page, $"{page}/secret/clear");
        host.Directory.FindApp(app.Id)!.CallbackSecret.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "Dispatch")]
    [InlineData("shop", "Whatever")]
    public async Task An_app_without_a_name_or_with_an_unknown_mode_is_not_made(string name, string mode)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/apps";

        (await visit.SubmitAsync(page, page, ("name", name), ("mode", mode))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        host.Directory.AppsOf(host.Workspace.Id).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_app_has_the_documented_defaults()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var page = $"/console/{host.Workspace.PublicId}/apps";

        await visit.SubmitAsync(page, page, ("name", "shop"), ("mode", "Dispatch"));

        var app = host.Directory.AppsOf(host.Workspace.Id).ShouldHaveSingleItem();
        (app.Retention, app.DispatchDays, app.ReportsMetadata, app.Limits).ShouldBe((AppRetention.Default, 0, false, AppLimits.None));
        app.Channels.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sender_of_another_workspace_cannot_be_picked_and_a_missing_choice_is_named()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var other = await host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        await host.Directory.SaveSenderAsync(new Sender(other.Id, new string('b', 40), "@other", SenderState.Active, new SenderDetails("Other")), default);
        var app = await host.AddAppAsync();
        var page = Page(host, app) + "/channels/KAKAOTALK";
        (await visit.ReadAsync(page)).ShouldNotContain("@other");

        (await visit.SubmitAsync(page, page, ("sender", new string('b', 40)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await visit.SubmitAsync(page, page)).Content.ReadAsStringAsync()).ShouldContain("Pick a sender.");

        host.Directory.FindApp(app.Id)!.Channels.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changing_the_sender_of_a_channel_keeps_its_place_and_its_other_values()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var sender = await host.AddSenderAsync(1);
        var app = await host.AddAppAsync();
        await host.ChangeAppAsync(app, now => now with
        {
            Channels = [new AppChannel(Channel.AlimTalk, "@gone", new string('9', 40), null, "channel-secret", 3), new AppChannel(Channel.ConsultationTalk, "@gone", "", "api-key")],
        });

        await visit.SubmitAsync(Page(host, app) + "/channels/KAKAOTALK", Page(host, app) + "/channels/KAKAOTALK", ("sender", sender.Key));
        await visit.SubmitAsync(Page(host, app) + "/channels/KAKAOTALKCHAT", Page(host, app) + "/channels/KAKAOTALKCHAT", ("sender", sender.Key));

        host.Directory.FindApp(app.Id)!.Channels.ShouldBe(
        [
            new AppChannel(Channel.AlimTalk, sender.ChannelName, sender.Key, null, "channel-secret", 3),
            new AppChannel(Channel.ConsultationTalk, sender.ChannelName, "", "api-key"),
        ]);
    }

    [Fact]
    public async Task An_app_of_another_workspace_is_answered_as_one_that_does_not_exist()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var other = await host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        var theirs = (await host.Directory.AddAppAsync(
            other.Id, (id, publicId) => new App(id, other.Id, publicId, "theirs", [], ProcessingMode.Dispatch, AppRetention.Default, 0, false, null, null, null, AppLimits.None, host.Clock.Now), default))!;
        var webhook = await host.AddWebhookAsync(theirs, "https://their.example/", ["MESSAGE_DELIVERY"]);
        var own = await host.AddAppAsync();
        var list = $"/console/{host.Workspace.PublicId}/apps";
        (await visit.ReadAsync(list)).ShouldNotContain(theirs.PublicId);

        foreach (var path in new[] { "", "/channels/KAKAOTALK", "/webhooks/new", $"/webhooks/{webhook.Subscription!.PublicId}" })
        {
            (await visit.GetAsync($"{list}/{theirs.PublicId}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        foreach (var path in new[]
        {
            $"{theirs.PublicId}/delete", $"{theirs.PublicId}/settings", $"{theirs.PublicId}/secret", $"{theirs.PublicId}/secret/clear", $"{theirs.PublicId}/webhooks",
            $"{theirs.PublicId}/channels/KAKAOTALK", $"{theirs.PublicId}/channels/KAKAOTALK/remove", $"{theirs.PublicId}/channels/KAKAOTALK/earlier",
            $"{own.PublicId}/webhooks/{webhook.Subscription.PublicId}", $"{own.PublicId}/webhooks/{webhook.Subscription.PublicId}/delete", $"{own.PublicId}/channels/SMS",
        })
        {
            (await visit.SubmitAsync(list, $"{list}/{path}", ("secret", "s"), ("name", "n"))).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        host.Directory.FindApp(theirs.Id).ShouldBe(theirs);
        host.Directory.SubscriptionsOf(theirs.Id).ShouldBe([webhook]);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        var app = await host.AddAppAsync();

        (await visit.PostAsync($"{Page(host, app)}/delete", null, null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        host.Directory.FindApp(app.Id).ShouldBe(app);
    }

    private static string Page(ConsoleHost host, App app) => $"/console/{host.Workspace.PublicId}/apps/{app.PublicId}";

    private static Task<HttpResponseMessage> SaveAsync(Visit visit, ConsoleHost host, App app, (string, string)[] fields) =>
        visit.SubmitAsync(Page(host, app), $"{Page(host, app)}/settings", fields);
}
