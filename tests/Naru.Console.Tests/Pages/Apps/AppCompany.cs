using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Tests.Pages.Apps;

/// <summary>A company with many senders and a few apps: one in order, one with all it can have and trouble, one just made.</summary>
internal static class AppCompany
{
    public const string Secret = "webhook-secret-that-nobody-sees";

    public const string CallbackSecret = "callback-secret-that-nobody-sees";

    public static async Task<App> FillAppsAsync(this ConsoleHost host)
    {
        for (var i = 0; i < 24; i++)
        {
            await host.AddSenderAsync(i);
        }

        await host.AddAppAsync("주문 알림 (신규)");
        var full = await host.AddAppAsync("A very long name of an app that a careful person gave so that nobody mixes it up with the other one, 2026");
        await host.ChangeAppAsync(full, now => now with
        {
            Mode = ProcessingMode.Conversation,
            Channels = [new AppChannel(Channel.ConsultationTalk, "@narudemo", ""), new AppChannel(Channel.AlimTalk, "@gone", new string('9', 40))],
            Limits = new AppLimits(100, 20, 200, 500_000),
            CallbackSecret = CallbackSecret,
            FallbackWait = TimeSpan.FromMinutes(2),
        });
        for (var i = 0; i < AppBounds.MaxWebhooks; i++)
        {
            await host.AddWebhookAsync(full, $"https://crm.example/kakao/sinch/callbacks/a-rather-long-path-for-a-webhook/{i}?tenant=9f8c2e", [.. SubscriptionTriggers.Acting.Take(2 * (i + 1))], i == 0 ? Secret : null, enabled: i != 3);
        }

        var app = await host.AddAppAsync("나루 쇼핑");
        await host.ChangeAppAsync(app, now => now with { Channels = [new AppChannel(Channel.AlimTalk, host.Sender.ChannelName, host.Sender.Key)] });
        var webhook = await host.AddWebhookAsync(app, "https://shop.example/sinch", ["MESSAGE_DELIVERY", "MESSAGE_SUBMIT"], Secret);
        await host.Directory.SaveHealthAsync(webhook with { Failures = 3, LastFailure = "503 Service Unavailable" }, default);
        return host.Directory.FindApp(app.Id)!;
    }

    public static async Task<App> AddAppAsync(this ConsoleHost host, string name = "나루 쇼핑") => (await host.Directory.AddAppAsync(
        host.Workspace.Id,
        (id, publicId) => new App(
            id, host.Workspace.Id, publicId, name, [], ProcessingMode.Dispatch, AppRetention.Default, 0, false, null, null, null, AppLimits.None, host.Clock.Now),
        default))!;

    public static async Task<App> ChangeAppAsync(this ConsoleHost host, App app, Func<App, App> change) =>
        (await host.Directory.ChangeAppAsync(app.Workspace, app.PublicId, change, default))!;

    public static async Task<WebhookEndpoint> AddWebhookAsync(
        this ConsoleHost host, App app, string target, string[] triggers, string? secret = null, bool enabled = true, ClientCredentials? client = null) =>
        (await host.Directory.AddSubscriptionAsync(
            app, (id, _) => (target, new Subscription(id, app.Id, enabled, secret, triggers, SubscriptionTriggers.EventsOf(triggers), client)), default))!;

    public static async Task<Sender> AddSenderAsync(this ConsoleHost host, int number, SenderState? state = null)
    {
        var sender = new Sender(
            host.Workspace.Id, number.ToString("x40"), $"@store{number:00}", state ?? (number % 5 == 4 ? SenderState.PendingVerification : SenderState.Active), new SenderDetails($"나루 {number}호점"));
        await host.Directory.SaveSenderAsync(sender, default);
        return sender;
    }
}
