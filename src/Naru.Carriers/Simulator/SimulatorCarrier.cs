using Microsoft.Extensions.Logging;
using Naru.Carriers.Simulator.Storage;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Simulator;

/// <summary>
/// The default way out: a KakaoTalk centre, a mobile carrier and the phones behind them, in process (design §6).
/// </summary>
/// <remarks>
/// A batch is one transaction: each attempt with its answer, the phone's row when it arrives, and what is due later. So what was taken
/// is taken once, whenever either side crashes: an attempt handed over again is given the answer it had, also one that came too late
/// for its <see cref="Handover.NotAfter"/> by now.
/// </remarks>
public sealed partial class SimulatorCarrier : ICarrier, IHandset, ISimulatorControl, IDisposable
{
    private readonly SimulatorStore _store;
    private readonly WorkspaceDirectory _registry;
    private readonly Centre _centre;
    private readonly ReportFaultBook _faults = new();
    private readonly HandsetFeed _feed = new();
    private readonly LaterEvents _later;
    private readonly Housekeeping _housekeeping;
    private readonly GatewayClock _clock;
    private readonly IInboundSink? _inbound;
    private long _latencyTicks;

    /// <param name="inbound">Takes what is written on the phones; null: nothing can be written there.</param>
    public SimulatorCarrier(SimulatorOptions options, WorkspaceDirectory registry, GatewayClock clock, ILoggerFactory loggers, IInboundSink? inbound = null)
    {
        (_registry, _clock, _inbound) = (registry, clock, inbound);
        _store = new SimulatorStore(options.DataFolder, options.KeepMessages);
        _centre = new Centre(registry, options.Rules);
        _later = new LaterEvents(_store, _feed, clock, loggers.CreateLogger<LaterEvents>());
        _housekeeping = new Housekeeping(_store, options, clock, loggers.CreateLogger<Housekeeping>());
        Latency = options.Latency;
    }

    /// <summary>As routes and settings name it.</summary>
    public const string CarrierName = "simulator";

    public string Name => CarrierName;

    public CarrierTraits Traits { get; } = new(Deduplicates: true, MaxBatch: 1000);

    public bool Carries(Channel channel) => channel is Channel.AlimTalk or Channel.Sms;

    public async ValueTask<IReadOnlyList<CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken)
    {
        var taken = await _store.WriteAsync(() => Take(batch), cancellationToken);
        if (taken.HasLater)
        {
            _later.Wake();
        }

        if (_feed.HasListeners)
        {
            foreach (var (id, handover, card) in taken.Arrivals)
            {
                Publish(id, handover, card, taken.At);
            }
        }

        _housekeeping.HandedOver();
        return taken.Answers;
    }

    public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) =>
        Task.WhenAll(_later.RunAsync(sink, cancellationToken), _housekeeping.RunAsync(cancellationToken));

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        _store.WriteAsync(_store.Later.NextDue, cancellationToken);

    public void Dispose() => _store.Dispose();

    /// <summary>What otherwise happens now and then: the oldest go, until nothing is left that has to go.</summary>
    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        while (await _housekeeping.CleanAsync(cancellationToken))
        {
        }
    }

    private void Publish(long id, Handover handover, Card card, DateTimeOffset at) => _feed.Publish(
        handover.Workspace, new HandsetEvent(HandsetEventKind.Arrived, card.Arrived(id, handover.Workspace, handover.To, at, [])));

    private Taken Take(IReadOnlyList<Handover> batch)
    {
        var taken = new Taken(_clock.Now, batch.Count);
        foreach (var handover in batch)
        {
            taken.Answers.Add(Take(handover, taken));
        }

        _store.Attempts.EndHandover(taken.At);
        return taken;
    }

    private CarrierAnswer Take(Handover handover, Taken taken)
    {
        if (_store.Attempts.AnswerTo(handover) is { } before)
        {
            return before;
        }

        if (taken.At >= handover.NotAfter)
        {
            return CarrierAnswer.NotSent("its time was over");
        }

        var verdict = Check(handover);
        if (_registry.FindWorkspace(handover.Workspace) is null)
        {
            // Its workspace was removed meanwhile: nothing of it may be kept.
            return CarrierAnswer.Done(verdict.Code ?? "1003", taken.At);
        }

        var plan = Plan.For(OutcomeOf(handover, verdict, taken.At), taken.At, () => _faults.Take(handover.Workspace));
        _store.Attempts.Add(handover, plan.Answer, taken.At);
        CarryOut(handover, plan, verdict.Card, taken);
        return plan.Answer;
    }

    private Verdict Check(Handover handover) => handover.Step.Content switch
    {
        AlimTalkContent alimTalk => _centre.Check(handover, alimTalk),
        SmsContent sms => MobileCarrier.Check(handover, sms),
        var other => throw new NotSupportedException($"The simulator does not carry {other.Channel}."),
    };

    private Outcome OutcomeOf(Handover handover, Verdict verdict, DateTimeOffset now)
    {
        var number = TestNumber.Of(handover.To);
        DateTimeOffset? phoneOnAt = number is { Kind: TestNumberKind.PhoneOff } off && verdict.Code is null
            ? _store.Attempts.FirstWhileOff(handover, now) + off.Seconds
            : null;
        return Outcome.Of(handover.Step.Channel, number, verdict.Code, Latency, now, phoneOnAt);
    }

    private void CarryOut(Handover handover, Plan plan, Card? card, Taken taken)
    {
        // A number that answers success arrives whatever the checks said only where they let it through.
        var arrives = card is null ? null : plan.ArrivesAt;
        if (arrives <= taken.At)
        {
            taken.Arrivals.Add((_store.Handsets.Add(handover.Workspace, handover.To, taken.At, card!), handover, card!));
            arrives = null;
        }

        foreach (var report in (ReadOnlySpan<LaterReport>)[plan.First, plan.Second])
        {
            if (report.Code is not null)
            {
                var together = arrives == report.At ? card : null;
                _store.Later.Add(handover.Id, handover.Workspace, handover.To, report.At, report.Code, together);
                arrives = together is null ? arrives : null;
                taken.HasLater = true;
            }
        }

        if (arrives is { } alone)
        {
            _store.Later.Add(handover.Id, handover.Workspace, handover.To, alone, null, card);
            taken.HasLater = true;
        }
    }

    /// <summary>What one batch came to.</summary>
    private sealed class Taken(DateTimeOffset at, int count)
    {
        public DateTimeOffset At { get; } = at;

        public List<CarrierAnswer> Answers { get; } = new(count);

        public List<(long Id, Handover Handover, Card Card)> Arrivals { get; } = new(count);

        public bool HasLater { get; set; }
    }
}
