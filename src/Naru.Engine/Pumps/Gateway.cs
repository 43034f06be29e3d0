using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Limits;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using ContentChannel = Naru.Core.Content.Channel;

namespace Naru.Engine.Pumps;

/// <summary>
/// Drives the <see cref="GatewayMachine"/>: one loop feeds it events and carries out its commands. The loop is the only place that
/// touches the machine; everything slow (store, carriers, subscribers) runs beside it and comes back as an event.
/// </summary>
public sealed partial class Gateway : IGateway, ICarrierReportSink, IAsyncDisposable
{
    private readonly WorkspaceDirectory _directory;
    private readonly GatewayClock _clock;
    private readonly IRandomSource _random;
    private readonly Dictionary<string, ICarrier> _carriers;
    private readonly Dictionary<DialectName, IReportRenderer> _renderers;
    private readonly Dictionary<DialectName, INoticeWriter> _notices;
    private readonly IWebhookClient _webhooks;
    private readonly EngineSettings _settings;
    private readonly GatewayMeter _meter;
    private readonly ILogger<Gateway> _log;
    private readonly Channel<EngineEvent> _events = Channel.CreateUnbounded<EngineEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<CommitBatch> _commits = Channel.CreateUnbounded<CommitBatch>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<AppAllowance>? _limits;
    private GatewayMachine? _machine;
    private StoreOpening? _opening;
    private Task _running = Task.CompletedTask;
    private Task _writing = Task.CompletedTask;
    private Task _listening = Task.CompletedTask;
    private int _abroad;
    private volatile bool _stopping;

    public Gateway(
        IMessageStore store, WorkspaceDirectory directory, GatewayClock clock, IRandomSource random, IEnumerable<ICarrier> carriers,
        IEnumerable<IReportRenderer> renderers, IEnumerable<INoticeWriter> notices, IWebhookClient webhooks, EngineSettings settings, GatewayMeter meter, ILogger<Gateway> log)
    {
        Store = store;
        _directory = directory;
        _clock = clock;
        _random = random;
        _carriers = carriers.ToDictionary(c => c.Name, StringComparer.Ordinal);
        _renderers = renderers.ToDictionary(r => r.Dialect);
        _notices = notices.ToDictionary(n => n.Dialect);
        _webhooks = webhooks;
        _settings = settings;
        _meter = meter;
        _log = log;
    }

    public IMessageStore Store { get; }

    /// <summary>It has opened its store and accepts.</summary>
    public bool IsReady => _machine is { IsBroken: false } && !_stopping;

    /// <summary>Raised before messages leave for a carrier. Handlers must be quick and must not throw.</summary>
    public event Action<IReadOnlyList<Handover>>? Leaving;

    /// <summary>Completes when the store failed: the process should end and be started anew.</summary>
    public Task Broken => _broken.Task;

    /// <summary>Where the last run ended.</summary>
    internal StoreOpening Opening => _opening ?? throw new InvalidOperationException("The gateway is not started.");

    internal MessageIdCodec Ids => Machine.Ids;

    private GatewayMachine Machine => _machine ?? throw new InvalidOperationException("The gateway is not started.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var opening = await Store.OpenAsync(cancellationToken);
        await _directory.LoadAsync(cancellationToken);
        await CheckRoutesAsync(cancellationToken);
        var lanes = await Store.OpenLanesAsync(cancellationToken);
        var bulks = await Store.LoadBulksAsync(BulksOf(lanes), cancellationToken);
        var pushes = await Store.OpenPushesAsync(cancellationToken);
        _machine = new GatewayMachine(
            _settings, opening, lanes, pushes, _carriers.ToDictionary(c => c.Key, c => c.Value.Traits, StringComparer.Ordinal),
            new GatewayLookups(OwnsSender, _directory.FindEndpoint)
            {
                Subscribers = _directory.SubscribersOf,
                NoticeOf = NoticeOf,
                WorkspaceSubscribers = _directory.SubscribersOf,
                AlarmNoticeOf = AlarmNoticeOf,
                WebhooksPerSecond = app => _directory.FindApp(app)?.Limits.WebhooksPerSecond,
                ItemsPerRequest = dialect => _renderers.TryGetValue(dialect, out var renderer) ? renderer.ItemsPerRequest : Push.MaxItems,
            },
            _clock.Now,
            bulks);
        _opening = opening;
        _meter.Watch(() => _machine.Working, () => Store.SearchLag);
        _meter.WatchSlots(() => _machine.Slots);
        _directory.Changed += TellLimits;
        TellLimits();
        _clock.Advanced += Wake;
        _writing = Task.Run(WriteAsync, CancellationToken.None);
        _running = Task.Run(RunAsync, CancellationToken.None);
        _listening = Task.WhenAll(_carriers.Values.Select(c => Task.Run(() => ListenAsync(c), CancellationToken.None)));
        LogStarted(_log, opening.NextSequence, lanes.Count);
    }

    /// <summary>Refuses what is new, lets come back what is out, writes it, and closes. Gives up when the token says so.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_stopping || _machine is null)
        {
            return;
        }

        _stopping = true;
        Wake();
        await _running.WaitAsync(cancellationToken).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _clock.Advanced -= Wake;
        _directory.Changed -= TellLimits;
        await _ending.CancelAsync();
        _events.Writer.TryComplete();
        _commits.Writer.TryComplete();
        await Task.WhenAll(_writing, _listening);
        LogStopped(_log, _running.IsCompletedSuccessfully);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: _machine is null));
        _ending.Dispose();
        _travelling.Dispose();
    }

    private bool OwnsSender(WorkspaceId workspace, Step step) => step.Channel == ContentChannel.Sms
        ? _directory.FindWorkspace(workspace)?.Settings.HasNumber(step.Sender) == true
        : _directory.FindSender(step.Sender)?.Workspace == workspace;

    /// <summary>Changes of the directory come one at a time.</summary>
    private void TellLimits()
    {
        var limits = AppAllowance.Of(_directory.Apps);
        if (_limits is null || !limits.SequenceEqual(_limits))
        {
            _limits = limits;
            Tell(new EngineEvent.LimitsChanged(limits));
        }
    }

    private void Wake() => _events.Writer.TryWrite(EngineEvent.Woken.Instance);

    private void Tell(EngineEvent happened) => _events.Writer.TryWrite(happened);

    [LoggerMessage(1001, LogLevel.Information, "Gateway started: next sequence {NextSequence}, {Lanes} lanes with open messages")]
    private static partial void LogStarted(ILogger logger, long nextSequence, int lanes);

    [LoggerMessage(1002, LogLevel.Information, "Gateway stopped; everything written: {Clean}")]
    private static partial void LogStopped(ILogger logger, bool clean);
}
