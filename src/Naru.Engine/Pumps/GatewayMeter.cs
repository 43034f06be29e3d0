using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>What the engine counts, under the meter <c>Naru</c>.</summary>
public sealed class GatewayMeter : IDisposable
{
    public const string Name = "Naru";

    private readonly ConcurrentDictionary<string, AttemptTally> _tallies = new(StringComparer.Ordinal);
    private readonly Meter _meter;
    private readonly Counter<long> _accepted;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _finished;
    private readonly Counter<long> _lateSuccesses;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _pushes;
    private readonly Counter<long> _reportsPushed;
    private readonly Counter<long> _inbound;
    private readonly Histogram<double> _commitSeconds;
    private readonly Histogram<long> _commitRows;
    private readonly Histogram<double> _pushSeconds;
    private Func<int>? _working;
    private Func<long>? _searchLag;
    private Func<(long Used, long Forfeited)>? _slots;

    /// <param name="factory">Owns the meter where one is given, so that two gateways in one process are told apart by it.</param>
    public GatewayMeter(IMeterFactory? factory = null)
    {
        _meter = factory?.Create(Name) ?? new Meter(Name);
        _accepted = _meter.CreateCounter<long>("naru.messages.accepted", "{message}", "Messages stored");
        _duplicates = _meter.CreateCounter<long>("naru.messages.duplicates", "{message}", "Messages refused because their id was taken");
        _refused = _meter.CreateCounter<long>("naru.submissions.refused", "{submission}", "Submissions that were not stored");
        _finished = _meter.CreateCounter<long>("naru.messages.finished", "{message}", "Messages that ended, by state");
        _lateSuccesses = _meter.CreateCounter<long>("naru.messages.late_successes", "{message}", "Attempts that arrived after they had counted as failed, by channel: their recipients may have the message twice");
        _attempts = _meter.CreateCounter<long>("naru.attempts", "{attempt}", "Attempts handed over, by carrier and answer");
        _pushes = _meter.CreateCounter<long>("naru.pushes", "{push}", "Pushes to subscribers, by outcome");
        _reportsPushed = _meter.CreateCounter<long>("naru.reports.pushed", "{report}", "Reports that a subscriber took");
        _inbound = _meter.CreateCounter<long>("naru.inbound.texts", "{text}", "Texts that came in, by carrier and result: taken, repeated, or unregistered where nobody has the number");
        _commitSeconds = _meter.CreateHistogram<double>("naru.commit.duration", "s", "Time of a group commit");
        _commitRows = _meter.CreateHistogram<long>("naru.commit.rows", "{row}", "Messages written by a group commit");
        _pushSeconds = _meter.CreateHistogram<double>("naru.push.duration", "s", "Time of a push");
        _meter.CreateObservableGauge("naru.messages.working", () => _working?.Invoke() ?? 0, "{message}", "Messages in memory");
        _meter.CreateObservableCounter("naru.limit.slots.used", () => _slots?.Invoke().Used ?? 0, "{slot}", "Hand-overs that limits had a slot for");
        _meter.CreateObservableCounter("naru.limit.slots.forfeited", () => _slots?.Invoke().Forfeited ?? 0, "{slot}", "Slots of limits that were reserved and not used");
        _meter.CreateObservableGauge("naru.search.lag", () => _searchLag?.Invoke() ?? 0, "{message}", "Messages that cannot be found by text yet");
    }

    /// <summary>What a carrier answered since the start.</summary>
    public AttemptTally AttemptsOf(string carrier) => _tallies.GetValueOrDefault(carrier, AttemptTally.None);

    internal void WatchSlots(Func<(long Used, long Forfeited)> slots) => _slots = slots;

    public void Dispose() => _meter.Dispose();

    internal void Watch(Func<int> working, Func<long> searchLag) => (_working, _searchLag) = (working, searchLag);

    internal void Answered(SubmissionTicket ticket)
    {
        if (ticket.Result != SubmissionResultKind.Stored)
        {
            _refused.Add(1, KeyValuePair.Create<string, object?>("result", ticket.Result.ToString()));
            return;
        }

        var duplicates = ticket.Duplicates?.Count(d => d) ?? 0;
        _accepted.Add(ticket.Keys.Length - duplicates);
        _duplicates.Add(duplicates);
    }

    internal void Committed(CommitBatch batch, TimeSpan took)
    {
        _commitSeconds.Record(took.TotalSeconds);
        _commitRows.Record(batch.Appends.Sum(a => a.Messages.Count) + batch.Transitions.Count);
        if (!_finished.Enabled && !_lateSuccesses.Enabled)
        {
            return;
        }

        foreach (var (message, _) in batch.Transitions)
        {
            // What comes after the end is no second end.
            switch (message.Timeline[^1])
            {
                case { Kind: TimelineKind.Ended }:
                    _finished.Add(1, KeyValuePair.Create<string, object?>("state", message.State.ToString()));
                    break;
                case { Kind: TimelineKind.LateResult, Code: { } code } late when ResultCodes.Find(code)?.Class == ResultClass.Success:
                    _lateSuccesses.Add(1, KeyValuePair.Create<string, object?>("channel", message.Envelope.Route[late.Step].Channel.ToString()));
                    break;
            }
        }
    }

    internal void Submitted(string carrier, IReadOnlyList<CarrierAnswer> answers)
    {
        var tally = AttemptsOf(carrier);
        foreach (var kind in answers.CountBy(a => a.Kind))
        {
            tally = tally.With(kind.Key, kind.Value);
            _attempts.Add(kind.Value, KeyValuePair.Create<string, object?>("carrier", carrier), KeyValuePair.Create<string, object?>("answer", kind.Key.ToString()));
        }

        // One batch of a carrier is out at a time: nobody else writes this one.
        _tallies[carrier] = tally;
    }

    internal void CameIn(string carrier, string result, int texts)
    {
        if (texts > 0)
        {
            _inbound.Add(texts, KeyValuePair.Create<string, object?>("carrier", carrier), KeyValuePair.Create<string, object?>("result", result));
        }
    }

    internal void Pushed(WebhookAnswer answer, int reports, TimeSpan took)
    {
        _pushSeconds.Record(took.TotalSeconds);
        _pushes.Add(1, KeyValuePair.Create<string, object?>("outcome", answer.Succeeded ? "taken" : answer.Status == 0 ? "no-answer" : "refused"));
        if (answer.Succeeded)
        {
            _reportsPushed.Add(reports);
        }
    }
}
