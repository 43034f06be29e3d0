using Microsoft.Extensions.Logging;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Storage.Memory;

namespace Naru.Engine.Tests.Pumps;

/// <summary>A whole gateway on a store in memory, with one app and what it subscribed to.</summary>
internal sealed class PumpHost : IAsyncDisposable
{
    private static readonly CancellationToken s_none = CancellationToken.None;

    private readonly WebhookClient _webhooks;
    private readonly GatewayMeter _meter = new();

    private PumpHost(TimeProvider time, EngineSettings settings, TimeSpan timeout)
    {
        Clock = new GatewayClock(time);
        var random = new SystemRandomSource();
        Directory = new WorkspaceDirectory(new MemoryDirectoryStore(), Clock, random);
        _webhooks = new WebhookClient(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), time, timeout);
        Gateway = new Gateway(
            new MemoryMessageStore(), Directory, Clock, random, [new ImmediateCarrier(Clock)], [new PlainRenderer(() => Gateway!)], [], _webhooks, settings, _meter,
            new TextLog<Gateway>(Log));
    }

    public GatewayClock Clock { get; }

    public WorkspaceDirectory Directory { get; }

    public Gateway Gateway { get; }

    public Workspace Workspace { get; private set; } = null!;

    public App App { get; private set; } = null!;

    /// <summary>All that was logged.</summary>
    public List<string> Log { get; } = [];

    public static async Task<PumpHost> StartAsync(EngineSettings? settings = null, AppLimits? limits = null, TimeSpan? timeout = null)
    {
        var host = new PumpHost(TimeProvider.System, settings ?? new EngineSettings(), timeout ?? TimeSpan.FromSeconds(10));
        await host.Gateway.StartAsync(s_none);
        host.Workspace = await host.Directory.CreateWorkspaceAsync("shop", WorkspaceKind.Normal, null, static (_, _, _) => { }, s_none);
        await host.Directory.SaveSenderAsync(new Sender(host.Workspace.Id, "sender", "@shop", SenderState.Active, new SenderDetails("Shop")), s_none);
        host.App = (await host.Directory.AddAppAsync(
            host.Workspace.Id,
            (id, publicId) => new App(
                id, host.Workspace.Id, publicId, "shop", [], ProcessingMode.Dispatch, AppRetention.Default, 0, false, null, null, null, limits ?? AppLimits.None, host.Clock.Now),
            s_none))!;
        return host;
    }

    public async Task<WebhookEndpoint> SubscribeAsync(Uri url, ClientCredentials? credentials = null) => (await Directory.AddSubscriptionAsync(
        App,
        (id, _) => (url.ToString(), new Subscription(id, App.Id, true, "s3cr3t", ["MESSAGE_DELIVERY", "MESSAGE_SUBMIT"], [ReportEvent.Submitted, ReportEvent.Final], credentials)),
        s_none))!;

    public async Task<IReadOnlyList<ReceiptLine>> SendAsync(int count)
    {
        var envelope = new Envelope(
            DialectName.Sinch, [new Step("kakao", "sender", new AlimTalkContent("code", "text", null, [], null), TimeSpan.FromHours(1))], ReportTarget.Subscribers,
            App: App.Id);
        var submission = new Submission
        {
            Workspace = Workspace.Id,
            Messages = [.. Enumerable.Range(0, count).Select(i => new SubmittedMessage(Recipient.FromDigits(821000000000 + i), envelope, null, null, MessageClass.Standard))],
        };
        return (await Gateway.SubmitAsync(submission, s_none)).Receipt.ShouldNotBeNull().Messages;
    }

    public async Task<IReadOnlyList<Push>> PushesAsync() => await Gateway.Store.ListPushesAsync(new PushQuery { Workspace = Workspace.Id }, s_none);

    /// <summary>Waits until what is stored is so: asked again after everything that the gateway was told.</summary>
    public async Task<IReadOnlyList<Push>> UntilAsync(Func<IReadOnlyList<Push>, bool> enough)
    {
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30); await FlushAsync())
        {
            if (await PushesAsync() is var pushes && enough(pushes))
            {
                return pushes;
            }
        }

        throw new TimeoutException("The pushes are not as they should be.");
    }

    /// <summary>Comes back when one more flush was made.</summary>
    public async Task FlushAsync() => await Gateway.RemoveAsync(new Removal(RemovalKind.ExpiredClaims, null, DateTimeOffset.UnixEpoch, 1), s_none);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        _webhooks.Dispose();
        _meter.Dispose();
        Directory.Dispose();
    }

    /// <summary>Delivers everything at once.</summary>
    private sealed class ImmediateCarrier(GatewayClock clock) : ICarrier
    {
        public string Name => "kakao";

        public CarrierTraits Traits { get; } = new(true, 1000);

        public bool Carries(Channel channel) => true;

        public ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyList<CarrierAnswer>>([.. batch.Select(_ => CarrierAnswer.Done("0000", clock.Now))]);

        public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    /// <summary>"event id", one item a request.</summary>
    private sealed class PlainRenderer(Func<IGateway> gateway) : IReportRenderer
    {
        public DialectName Dialect => DialectName.Sinch;

        public int ItemsPerRequest => 1;

        public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken) => ValueTask.FromResult(new RenderedPush(
            System.Text.Encoding.UTF8.GetBytes(order.Notice?.Body ?? $"{order.Event} {gateway().PublicId(order.Messages.ShouldHaveSingleItem())}"), "text/plain",
            new Dictionary<string, string>()));
    }

    private sealed class TextLog<T>(List<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
