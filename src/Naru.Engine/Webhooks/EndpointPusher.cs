using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Webhooks;

/// <summary>A push at hand, with the messages of its reports where they are still in memory.</summary>
internal sealed record HeldPush(Push Push, IReadOnlyList<Message>? Messages);

/// <summary>
/// The pushes of one endpoint: those that are due go out side by side up to a bound, the rest waits, in memory up to a bound and
/// beyond it in the store. Pushes that have not been tried are merged while they wait, so a slow receiver gets fewer and fuller ones.
/// </summary>
/// <param name="firstOfRun">Pushes with a smaller id are of an earlier run: a try of theirs may have been made and never been written down.</param>
internal sealed class EndpointPusher(int endpointId, EngineSettings settings, long firstOfRun)
{
    private readonly PriorityQueue<HeldPush, (DateTimeOffset DueAt, long Id)> _held = new();
    private readonly Dictionary<long, HeldPush> _heldById = [];
    private readonly Dictionary<long, HeldPush> _out = [];

    /// <summary>Held, out, or answered and not durable yet: the store's copy of them is old.</summary>
    private readonly HashSet<long> _known = [];

    /// <summary>Written while a page was being read, which may show them as they were before.</summary>
    private readonly HashSet<long> _writtenMeanwhile = [];

    public int EndpointId { get; } = endpointId;

    /// <summary>The earliest instant of open pushes that are only in the store; null = none.</summary>
    public DateTimeOffset? StoredDueAt { get; private set; }

    public bool Reading { get; private set; }

    /// <summary>Failures in a row, over all pushes.</summary>
    public int FailuresInRow { get; set; }

    public DateTimeOffset? RestingUntil { get; set; }

    /// <summary>The instant at which the desk looks at it again though nothing happens.</summary>
    public DateTimeOffset? WakesAt { get; set; }

    public bool IsIdle => _known.Count == 0 && StoredDueAt is null && !Reading && FailuresInRow == 0;

    /// <summary>A push as it was just written. It takes the place of its earlier version.</summary>
    public void Add(HeldPush push)
    {
        var id = push.Push.Id;
        if (_out.ContainsKey(id))
        {
            // It is being pushed at this moment: what comes of that is written over this.
            return;
        }

        Withdraw(id);
        if (_held.Count >= settings.PushesInMemory)
        {
            _known.Remove(id);
            NoteStored(push.Push.DueAt);
            return;
        }

        _known.Add(id);
        _heldById.Add(id, push);
        _held.Enqueue(push, (push.Push.DueAt, id));
    }

    public bool IsOut(long pushId) => _out.ContainsKey(pushId);

    /// <summary>Takes a push out of the line, where it stands in it: a new version of it is being written.</summary>
    public HeldPush? Withdraw(long pushId)
    {
        if (!_heldById.Remove(pushId, out var held))
        {
            return null;
        }

        _held.Remove(held, out _, out _, ReferenceEqualityComparer.Instance);
        return held;
    }

    public void NoteStored(DateTimeOffset dueAt) => StoredDueAt = StoredDueAt is { } known && known < dueAt ? known : dueAt;

    public void BeginRead()
    {
        Reading = true;
        StoredDueAt = null;
    }

    public void EndRead(IReadOnlyList<Push> pushes, bool more)
    {
        Reading = false;
        foreach (var push in pushes)
        {
            if (!_known.Contains(push.Id) && !_writtenMeanwhile.Contains(push.Id))
            {
                Add(new HeldPush(push, null));
            }
        }

        _writtenMeanwhile.Clear();
        if (more)
        {
            NoteStored(pushes[^1].DueAt);
        }
    }

    public HeldPush? Returned(long pushId) => _out.Remove(pushId, out var push) ? push : null;

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
        if (_out.Count >= Allowed())
        {
            return null;
        }

        DateTimeOffset? next = _held.TryPeek(out _, out var head) ? head.DueAt : null;
        if (!Reading && StoredDueAt is { } stored && (next is null || stored < next) && HasRoomToRead)
        {
            next = stored;
        }

        return next is { } at && RestingUntil is { } rest && rest > at ? rest : next;
    }

    public bool HasRoomToRead => _held.Count < settings.PushesInMemory / 2;

    public bool WantsRead(DateTimeOffset now) => !Reading && HasRoomToRead && StoredDueAt <= now && !(RestingUntil > now);

    /// <summary>The next push that may start; several untried ones come out to be merged.</summary>
    public List<HeldPush>? Next(DateTimeOffset now)
    {
        if (RestingUntil > now || _out.Count >= Allowed() || !_held.TryPeek(out var head, out var at) || at.DueAt > now)
        {
            return null;
        }

        var taken = new List<HeldPush> { Dequeue() };
        var reports = head.Push.Reports.Length;
        while (IsCrowded && IsUntried(head.Push) && _held.TryPeek(out var other, out var otherAt) && otherAt.DueAt <= now && CanMerge(head.Push, other.Push)
            && reports + other.Push.Reports.Length <= settings.ReportsPerPush)
        {
            taken.Add(Dequeue());
            reports += other.Push.Reports.Length;
        }

        return taken;
    }

    public void Started(HeldPush push)
    {
        _out.Add(push.Push.Id, push);
    }

    /// <summary>More waits than can go out at once.</summary>
    private bool IsCrowded => _held.Count > Allowed() - _out.Count;

    private bool CanMerge(Push a, Push b) => IsUntried(b) && a.Dialect == b.Dialect && a.Channel == b.Channel;

    /// <summary>Certainly no receiver has seen its id.</summary>
    private bool IsUntried(Push push) => push.Id >= firstOfRun && push.Failures == 0 && push.Attempts.IsEmpty;

    private HeldPush Dequeue()
    {
        var push = _held.Dequeue();
        _heldById.Remove(push.Push.Id);
        return push;
    }

    /// <summary>One at a time while it is not known to be well again.</summary>
    private int Allowed() => FailuresInRow >= settings.RestAfterFailures ? 1 : settings.PushesPerEndpoint;
}
