using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// What is durable. A batch that has not landed here when the gateway dies never happened. The reads are those of
/// <see cref="IMessageStore"/> that the engine uses.
/// </summary>
internal sealed class SimulatedDisk
{
    private readonly Dictionary<long, Message> _rows = [];
    private readonly Dictionary<LaneId, SortedSet<(DateTimeOffset At, long Sequence)>> _lanes = [];
    private readonly Dictionary<(WorkspaceId, string), MessageKey> _claims = [];
    private readonly Dictionary<(WorkspaceId, string), (byte[] Hash, SubmissionReceipt? Receipt, BulkKey Bulk)> _keys = [];
    private readonly Dictionary<BulkKey, Bulk> _bulks = [];
    private readonly Dictionary<MessageKey, PulledReport> _pull = [];
    private readonly SortedDictionary<long, Push> _pushes = [];
    private readonly Dictionary<int, SortedSet<(DateTimeOffset DueAt, long Id)>> _openPushes = [];
    private readonly Dictionary<LimitId, LimitRow> _limits = [];
    private readonly SortedDictionary<long, Alarm> _alarms = [];
    private readonly byte[] _installationKey = new byte[32];
    private long _lastSequence;
    private long _lastBulk;
    private long _lastPush;
    private long _lastEnvelope;

    public IReadOnlyCollection<Message> Messages => _rows.Values;

    public IReadOnlyCollection<Push> Pushes => _pushes.Values;

    public Push? FindPush(long id) => _pushes.GetValueOrDefault(id);

    public IReadOnlyCollection<PulledReport> PullQueue => _pull.Values;

    public IReadOnlyCollection<LimitRow> Limits => _limits.Values;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Alarm> Alarms => [.. _alarms.Values.Reverse()];

    public bool HasUnsealed => _bulks.Values.Any(b => !b.Sealed);

    public StoreOpening Open()
    {
        foreach (var bulk in _bulks.Values.Where(b => !b.Sealed).ToArray())
        {
            foreach (var message in _rows.Values.Where(m => m.Bulk == bulk.Key).ToArray())
            {
                Delete(message);
            }

            _bulks.Remove(bulk.Key);
            foreach (var key in _keys.Where(k => k.Value.Bulk == bulk.Key).Select(k => k.Key).ToArray())
            {
                _keys.Remove(key);
            }
        }

        return new StoreOpening(_lastSequence + 1, _lastBulk + 1, _lastPush + 1, _lastEnvelope + 1, _installationKey)
        {
            Limits = [.. _limits.Values],
            Alarms = [.. _alarms.Values],
            OpenByApp = _rows.Values.Where(m => !m.IsFinal && m.Envelope.App != 0).CountBy(m => m.Envelope.App).ToDictionary(),
        };
    }

    public CommitOutcome Commit(CommitBatch batch)
    {
        var appends = batch.Appends.Select(Append).ToArray();
        foreach (var seal in batch.Seals)
        {
            _bulks[seal.Bulk] = _bulks[seal.Bulk] with { Sealed = true, LastSequence = seal.LastSequence };
        }

        foreach (var update in batch.Bulks)
        {
            // One process owns all: its updates find their row as they left it.
            _bulks[update.Bulk].Timing!.Revision.ShouldBe(update.FromRevision);
            _bulks[update.Bulk] = _bulks[update.Bulk] with { Timing = update.Timing };
        }

        var stale = new List<int>();
        for (var i = 0; i < batch.Transitions.Count; i++)
        {
            var (message, from) = batch.Transitions[i];
            if (_rows.TryGetValue(message.Key.Sequence, out var row) && row.Version == from)
            {
                Put(message);
            }
            else
            {
                stale.Add(i);
            }
        }

        batch.PullAdds.ForEach(report => _pull[report.Key] = report);
        batch.PullConsumed.ForEach(report => _pull.Remove(report.Key));
        foreach (var push in batch.Pushes)
        {
            Delete(push.Id);
            _pushes[push.Id] = push;
            if (push.State == PushState.Open)
            {
                OpenOf(push.EndpointId).Add((push.DueAt, push.Id));
            }

            _lastPush = Math.Max(_lastPush, push.Id);
        }

        batch.PushesRemoved.ForEach(Delete);
        batch.LimitsRemoved.ForEach(id => _limits.Remove(id));
        batch.Limits.ForEach(row => _limits[row.Id] = row);
        batch.AlarmsRemoved.ForEach(id => _alarms.Remove(id));
        batch.Alarms.ForEach(alarm => _alarms[alarm.Id] = alarm);
        return new CommitOutcome { Appends = appends, StaleTransitions = stale, Removed = [.. batch.Removals.Select(Remove)] };
    }

    public IReadOnlyList<LaneHead> OpenLanes() =>
        [.. _lanes.Where(l => l.Value.Count > 0).Select(l => new LaneHead(l.Key, l.Value.Min.At))];

    public LanePage ReadLane(LaneId lane, DateTimeOffset until, LanePosition? after, int limit)
    {
        var page = new List<Message>();
        var rows = _lanes.GetValueOrDefault(lane) ?? [];
        foreach (var (at, sequence) in after is { } from ? rows.GetViewBetween((from.LookAt, from.Sequence + 1), (DateTimeOffset.MaxValue, long.MaxValue)) : rows)
        {
            if (page.Count == limit || at > until)
            {
                return new LanePage(page, at);
            }

            page.Add(_rows[sequence]);
        }

        return new LanePage(page, null);
    }

    public IReadOnlyList<Bulk> LoadBulks(IEnumerable<BulkKey> keys) => [.. keys.Select(key => _bulks.GetValueOrDefault(key)).OfType<Bulk>().Where(b => b.Sealed)];

    public IReadOnlyCollection<Bulk> Bulks => _bulks.Values;

    public Bulk? FindBulk(BulkKey key) => _bulks.GetValueOrDefault(key);

    public Core.Timing.BulkTiming TimingOf(BulkKey key) => _bulks[key].Timing.ShouldNotBeNull();

    /// <summary>As the pump asks when it starts.</summary>
    public IReadOnlyList<Bulk> BulksOf(IReadOnlyList<LaneHead> lanes) =>
        LoadBulks(lanes.Where(head => head.Lane.Kind == LaneKind.Bulk).Select(head => head.Lane.BulkOf).Distinct());

    public Message? Find(MessageKey key) => Find(key.Sequence);

    public Message? Find(long sequence) => _rows.GetValueOrDefault(sequence);

    public IReadOnlyList<Message> Load(IEnumerable<MessageKey> keys) => [.. keys.Select(Find).OfType<Message>()];

    public MessageKey? FindByClientId(WorkspaceId workspace, string clientId) =>
        _claims.TryGetValue((workspace, clientId), out var key) ? key : null;

    public IReadOnlyList<PulledReport> ReadPullQueue(WorkspaceId workspace, Core.Content.Channel channel, HashSet<MessageKey> except, int limit) =>
        [.. _pull.Values.Where(r => r.Workspace == workspace && r.Channel == channel && !except.Contains(r.Key))
            .OrderBy(r => r.At).ThenBy(r => r.Key).Take(limit)];

    public IReadOnlyList<PushHead> OpenPushes() =>
        [.. _openPushes.Where(o => o.Value.Count > 0).Select(o => new PushHead(o.Key, o.Value.Min.DueAt, o.Value.Count))];

    public IReadOnlyList<Push> ReadPushes(int endpointId, DateTimeOffset until, int limit) =>
        [.. OpenOf(endpointId).TakeWhile(o => o.DueAt <= until).Take(limit).Select(o => _pushes[o.Id])];

    private SortedSet<(DateTimeOffset DueAt, long Id)> OpenOf(int endpoint)
    {
        if (!_openPushes.TryGetValue(endpoint, out var open))
        {
            _openPushes.Add(endpoint, open = []);
        }

        return open;
    }

    private void Delete(long push)
    {
        if (_pushes.Remove(push, out var row))
        {
            OpenOf(row.EndpointId).Remove((row.DueAt, row.Id));
        }
    }

    private SubmissionOutcome Append(SubmissionAppend append)
    {
        if (append.Idempotency is { } claim)
        {
            if (_keys.TryGetValue((append.Workspace, claim.Key), out var known))
            {
                return known.Hash.AsSpan().SequenceEqual(claim.BodyHash)
                    ? new SubmissionOutcome(SubmissionOutcomeKind.Replayed, [], known.Receipt)
                    : new SubmissionOutcome(SubmissionOutcomeKind.KeyReused, [], null);
            }

            _keys.Add((append.Workspace, claim.Key), (claim.BodyHash, null, append.Bulk?.Key ?? BulkKey.None));
        }

        if (append.Bulk is { } bulk)
        {
            _bulks.Add(bulk.Key, bulk);
            _lastBulk = Math.Max(_lastBulk, bulk.Key.Value);
        }

        var duplicates = new List<int>();
        for (var i = 0; i < append.Messages.Count; i++)
        {
            var (message, envelope) = append.Messages[i];
            if (message.ClientId is { } clientId && !_claims.TryAdd((append.Workspace, clientId), message.Key))
            {
                duplicates.Add(i);
                continue;
            }

            _rows.ContainsKey(message.Key.Sequence).ShouldBeFalse("A sequence number was used twice.");
            Put(message);
            _lastSequence = Math.Max(_lastSequence, message.Key.Sequence);
            _lastEnvelope = Math.Max(_lastEnvelope, envelope);
        }

        if (append.Receipt is { } receipt)
        {
            var key = (append.Workspace, receipt.Key);
            var lines = receipt.Receipt.Messages.ToArray();
            duplicates.ForEach(i => lines[receipt.Offset + i] = lines[receipt.Offset + i] with { Duplicate = true });
            _keys[key] = _keys[key] with { Receipt = receipt.Receipt with { Messages = lines } };
        }

        return new SubmissionOutcome(SubmissionOutcomeKind.Stored, duplicates, null);
    }

    private int Remove(Removal removal)
    {
        removal.Kind.ShouldBe(RemovalKind.Workspace, "The simulation purges workspaces only.");
        var messages = _rows.Values.Where(m => m.Workspace == removal.Workspace).Take(removal.Limit).ToArray();
        Array.ForEach(messages, Delete);
        var pushes = _pushes.Values.Where(p => p.Workspace == removal.Workspace).Take(removal.Limit).ToArray();
        Array.ForEach(pushes, p => Delete(p.Id));
        return messages.Length + pushes.Length;
    }

    private void Put(Message message)
    {
        var key = message.Key.Sequence;
        if (_rows.TryGetValue(key, out var old) && old.Lane != LaneId.None)
        {
            _lanes[old.Lane].Remove((old.LookAt, key));
        }

        _rows[key] = message;
        if (message.Lane != LaneId.None)
        {
            if (!_lanes.TryGetValue(message.Lane, out var lane))
            {
                _lanes.Add(message.Lane, lane = []);
            }

            lane.Add((message.LookAt, key));
        }
    }

    private void Delete(Message message)
    {
        _rows.Remove(message.Key.Sequence);
        _pull.Remove(message.Key);
        if (message.Lane != LaneId.None)
        {
            _lanes[message.Lane].Remove((message.LookAt, message.Key.Sequence));
        }

        if (message.ClientId is { } clientId && _claims.GetValueOrDefault((message.Workspace, clientId)) == message.Key)
        {
            _claims.Remove((message.Workspace, clientId));
        }
    }
}
