using Naru.Console.Tests.Hosting;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Console.Tests.Pages;

/// <summary>An app with a webhook, and a push to it of which not everything was taken.</summary>
internal static class Subscriber
{
    public const string Secret = "s3cr3t-that-signs";
    public const string ClientSecret = "s3cr3t-of-the-client";
    public const long Push = 51;

    public static async Task<int> SubscribeAsync(this ConsoleHost host)
    {
        var app = await host.Directory.AddAppAsync(
            host.Workspace.Id,
            (id, publicId) => new App(
                id, host.Workspace.Id, publicId, "쇼핑몰 앱", [], ProcessingMode.Dispatch, AppRetention.Default, 0, false, null, null, null, AppLimits.None, host.Clock.Now),
            default);
        var endpoint = await host.Directory.AddSubscriptionAsync(
            app!,
            (id, _) => ("https://shop.example/sinch", new Subscription(
                id, app!.Id, true, Secret, ["MESSAGE_DELIVERY", "MESSAGE_SUBMIT"], [ReportEvent.Final, ReportEvent.Submitted],
                new ClientCredentials("naru-client", ClientSecret, "https://auth.shop.example/token", null, null, false))),
            default);
        var message = host.Message(TimeSpan.FromMinutes(5), ["0000"], clientId: "order-88", app: app!.Id);
        host.Messages.Pushes.Add(new Push
        {
            Id = Push,
            Workspace = host.Workspace.Id,
            EndpointId = endpoint!.Id,
            Dialect = DialectName.Sinch,
            Channel = Channel.AlimTalk,
            App = app.Id,
            Items = [new PushItem(message.Key, ReportEvent.Submitted), new PushItem(message.Key, ReportEvent.Final), new PushItem(new MessageKey(1, 9_999), ReportEvent.Final)],
            Taken = default(ItemSet).With(0),
            GivenUp = default(ItemSet).With(2),
            OpenedAt = message.DoneAt!.Value,
            CreatedAt = message.DoneAt.Value,
            DueAt = host.Clock.Now.AddMinutes(4),
            Failures = 1,
            Attempts =
            [
                new PushAttempt(message.DoneAt.Value, 200, TimeSpan.FromMilliseconds(9), "", 97),
                new PushAttempt(message.DoneAt.Value, 500, TimeSpan.FromMilliseconds(48), "out of order", 3),
                new PushAttempt(message.DoneAt.Value, 0, TimeSpan.Zero, "what it tells of is past its retention", 0),
            ],
        });
        return endpoint.Id;
    }
}
