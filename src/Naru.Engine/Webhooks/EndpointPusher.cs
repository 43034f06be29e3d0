using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Webhooks;

/// <summary>A push at hand, with the message of each of its items where they are still in memory.</summary>
internal sealed record HeldPush(Push Push, IReadOnlyList<Message>? Messages)
{
    /// <summary>It was not due when it was taken in.</summary>
    public bool Waits { get; init; }
}

/// <summary>What may start: a push and those of its items that may go now, or several to be merged.</summary>
internal readonly record struct ReadyPush(HeldPush Held, ItemSet Items, List<HeldPush>? Merged);

/// <summary>
/// The pushes of one endpoint: those that are due go out side by side up to a bound, the rest waits, in memory up to a bound and
/// beyond it in the store. Pushes of one request that have not been tried are merged while they wait, so a slow receiver gets fewer and fuller ones.
/// What an earlier push has to tell of a message holds back what a later one has.
/// </summary>
/// <param name="isOneByOne">Whether the items of a front door's pushes go one by one.</param>
/// <param name="firstOfRun">Pushes with a smaller id are of an earlier run: a try of theirs may have been made and never been written down.</param>
internal sealed class EndpointPusher(int endpointId, EngineSettings settings, Func<DialectName, bool> isOneByOne, long firstOfRun)
{
    private readonly PriorityQueue<HeldPush, (DateTimeOffset DueAt, long Id)> _held = new();

    /// <summary>In the line, or parked.</summary>
    private readonly Dictionary<long, HeldPush> _heldById = [];

    /// <summary>Due, with nothing to tell that need not wait for an earlier push.</summary>
    private readonly HashSet<long> _parked = [];
    private readonly Dictionary<long, (HeldPush Held, int Items)> _out = [];
    private readonly TellingOrder _order = new();
    private readonly List<long> _awaited = [];

    /// <summary>Held, out, or answered and not durable yet: the store's copy of them is old.</summary>
    private readonly HashSet<long> _known = [];

    /// <summary>Written while a page was being read, which may show them as they were before.</summary>
    private readonly HashSet<long> _writtenMeanwhile = [];

    private readonly int _quarter = Math.Max(1, settings.PushesInMemory / 4);
    private int _waiting;
    private int _itemsOut;

    public int EndpointId { get; } = endpointId;

    /// <summary>The earliest instant of open pushes that are only in the store; null = none.</summary>
    public DateTimeOffset? StoredDueAt { get; private set; }

    public bool Reading { get; private set; }

    /// <summary>Failures in a row, over all pushes.</summary>
    public int FailuresInRow { get; set; }

    public DateTimeOffset? RestingUntil { get; set; }

    /// <summary>Its app's limit lets nothing leave before.</summary>
    public DateTimeOffset? PacedUntil { get; set; }

    /// <summary>The instant at which the desk looks at it again though nothing happens.</summary>
    public DateTimeOffset? WakesAt { get; set; }

    /// <summary>How many rows a read may bring: so many that there are new ones among them.</summary>
    public int PageSize => settings.PushesInMemory + _known.Count;

    public bool IsIdle => _known.Count == 0 && StoredDueAt is null && !Reading && FailuresInRow == 0;

    /// <summary>It keeps failing: one request at a time, until it is known to be well again.</summary>
    public bool IsSuspect => FailuresInRow >= settings.RestAfterFailures;

    public bool HasRoomToRead => _heldById.Count < settings.PushesInMemory / 2;

    /// <summary>More waits than can go out at once.</summary>
    private bool IsCrowded => _held.Count > Allowed - _out.Count;

    private int Allowed => IsSuspect ? 1 : settings.PushesPerEndpoint;

    /// <summary>Small pushes of single items do not keep the lines busy: more of them go out.</summary>
    private bool IsBusy => _out.Count >= Allowed && (IsSuspect || _itemsOut == 0 || _itemsOut >= 2 * settings.RequestsPerEndpoint);

    /// <summary>A push as it was just written. It takes the place of its earlier version.</summary>
    public void Add(HeldPush push, DateTimeOffset now)
    {
        var id = push.Push.Id;
        if (_out.ContainsKey(id))
        {
            // It is being pushed at this moment: what comes of that is written over this.
            return;
        }

        Withdraw(id);
        var waits = push.Push.DueAt > now;
        if (_heldById.Count >= settings.PushesInMemory || (waits && _waiting >= _quarter))
        {
            _known.Remove(id);
            Told(push.Push, default);
            NoteStored(push.Push.DueAt);
            return;
        }

        _known.Add(id);
        Told(push.Push, push.Push.OpenItems);
        var held = push with { Waits = waits };
        _waiting += waits ? 1 : 0;
        _heldById.Add(id, held);
        _held.Enqueue(held, (push.Push.DueAt, id));
    }

    public bool IsOut(long pushId) => _out.ContainsKey(pushId);

    /// <summary>Takes a push out of the line, where it stands in it: a new version of it is being written.</summary>
    public HeldPush? Withdraw(long pushId)
    {
        if (!_heldById.Remove(pushId, out var held))
        {
            return null;
        }

        if (!_parked.Remove(pushId))
        {
            _held.Remove(held, out _, out _, ReferenceEqualityComparer.Instance);
            _waiting -= held.Waits ? 1 : 0;
        }

        return held;
    }

    /// <summary>So much of a push is still to be told. What waited for the rest may go.</summary>
    public void Told(Push push, ItemSet open)
    {
        if (!isOneByOne(push.Dialect) && push.Items[0].Event == ReportEvent.Final && !_order.Holds(push.Id))
        {
            // Final reports of one request each: there is one for a message, and nothing follows it.
            return;
        }

        _order.Set(push, open, _awaited);
        foreach (var id in _awaited)
        {
            if (_parked.Remove(id))
            {
                var held = _heldById[id];
                _held.Enqueue(held, (held.Push.DueAt, id));
            }
        }

        _awaited.Clear();
    }

    public void NoteStored(DateTimeOffset dueAt) => StoredDueAt = StoredDueAt is { } known && known < dueAt ? known : dueAt;

    public void BeginRead()
    {
        Reading = true;
        StoredDueAt = null;
    }

    public void EndRead(IReadOnlyList<Push> pushes, bool more, DateTimeOffset now)
    {
        Reading = false;
        foreach (var push in pushes)
        {
            if (!_known.Contains(push.Id) && !_writtenMeanwhile.Contains(push.Id))
            {
                Add(new HeldPush(push, null), now);
            }
        }

        _writtenMeanwhile.Clear();
        if (more)
        {
            NoteStored(pushes[^1].DueAt);
        }
    }

    public HeldPush? Returned(long pushId)
    {
        if (!_out.Remove(pushId, out var back))
        {
            return null;
        }

        _itemsOut -= back.Items;
        return back.Held;
    }

    /// <summary>Its change is durable: the store's copy may be believed again, unless there is a later one at hand.</summary>
    public void Release(long pushId)
    {
        if (!_heldById.ContainsKey(pushId) && !_out.ContainsKey(pushId))
        {
            _known.Remove(pushId);
        }

        if (Reading)
        {
            _writtenMeanwhile.Add(pushId);
        }
    }

    /// <summary>When it wants to be looked at again.</summary>
    public DateTimeOffset? NextLook()
    {
        if (IsBusy)
        {
            return null;
        }

        DateTimeOffset? next = _held.TryPeek(out _, out var head) ? head.DueAt : null;
        if (PacedUntil is { } paced && next < paced)
        {
            next = paced;
        }

        if (!Reading && StoredDueAt is { } stored && (next is null || stored < next) && HasRoomToRead)
        {
            next = stored;
        }

        return next is { } at && RestingUntil is { } rest && rest > at ? rest : next;
    }

    public bool WantsRead(DateTimeOffset now) => !Reading && HasRoomToRead && StoredDueAt <= now && !(RestingUntil > now);

    /// <summary>The next push that may start; several untried ones come out to be merged.</summary>
    public ReadyPush? Next(DateTimeOffset now)
    {
        if (RestingUntil > now || PacedUntil > now)
        {
            return null;
        }

        while (!IsBusy && _held.TryPeek(out var head, out var at) && at.DueAt <= now)
        {
            var oneByOne = isOneByOne(head.Push.Dialect);
            var sendable = _parked.Count < _quarter ? _order.Sendable(head.Push) : head.Push.OpenItems;
            if (oneByOne && !sendable.IsEmpty)
            {
                return new ReadyPush(Dequeue(), sendable, null);
            }

            if (!oneByOne && sendable == head.Push.OpenItems)
            {
                return WithMerged(now);
            }

            var parked = Dequeue();
            _heldById.Add(parked.Push.Id, parked);
            _parked.Add(parked.Push.Id);
            if (!oneByOne)
            {
                // In line behind the intermediate reports of its messages: it goes whole, when the last of them is told.
                _order.Set(parked.Push, parked.Push.OpenItems, _awaited);
            }
        }

        return null;
    }

    /// <summary>It may not start yet after all.</summary>
    public void PutBack(HeldPush push)
    {
        _heldById.Add(push.Push.Id, push);
        _held.Enqueue(push, (push.Push.DueAt, push.Push.Id));
    }

    public void Started(HeldPush push, ItemSet items)
    {
        var count = isOneByOne(push.Push.Dialect) ? items.Count : 0;
        _itemsOut += count;
        _out.Add(push.Push.Id, (push, count));
    }

    private ReadyPush WithMerged(DateTimeOffset now)
    {
        var first = Dequeue();
        List<HeldPush>? merged = null;
        var items = first.Push.Items.Length;
        while (IsCrowded && IsUntried(first.Push) && _held.TryPeek(out var other, out var otherAt) && otherAt.DueAt <= now && CanMerge(first.Push, other.Push)
            && items + other.Push.Items.Length <= settings.ReportsPerPush)
        {
            merged ??= [first];
            merged.Add(Dequeue());
            items += other.Push.Items.Length;
        }

        return new ReadyPush(first, first.Push.OpenItems, merged);
    }

    /// <summary>What has a place in the order of a message keeps its id, by which it has it.</summary>
    private bool CanMerge(Push a, Push b) =>
        IsUntried(b) && a.Dialect == b.Dialect && a.Channel == b.Channel && a.App == b.App && a.Items[0].Event == b.Items[0].Event
        && !_order.Holds(a.Id) && !_order.Holds(b.Id) && _order.Sendable(b) == b.OpenItems;

    /// <summary>Certainly no receiver has seen its id.</summary>
    private bool IsUntried(Push push) => push.Id >= firstOfRun && push.Failures == 0 && push.Attempts.IsEmpty;

    private HeldPush Dequeue()
    {
        var push = _held.Dequeue();
        _heldById.Remove(push.Push.Id);
        _waiting -= push.Waits ? 1 : 0;
        return push.Waits ? push with { Waits = false } : push;
    }
}
