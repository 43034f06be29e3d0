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
internal sealed class EndpointPusher(int endpointId, EngineSettings settings)
{
    private readonly PriorityQueue<HeldPush, (DateTimeOffset DueAt, long Id)> _held = new();
    private readonly Dictionary<long, HeldPush> _out = [];

    /// <summary>Held, out, or answered and not durable yet: the store's copy of them is old.</summary>
    private readonly HashSet<long> _known = [];

    /// <summary>Settled while a page was being read, which may still show them as open.</summary>
    private readonly HashSet<long> _settledMeanwhile = [];

    public int EndpointId { get; } = endpointId;

    /// <summary>The earliest instant of open pushes that are only in the store; null = none.</summary>
    public DateTimeOffset? StoredDueAt { get; private set; }

    public bool Reading { get; private set; }

    /// <summary>Failures in a row, over all pushes.</summary>
    public int FailuresInRow { get; set; }

    public DateTimeOffset? RestingUntil { get; set; }

    /// <summary>The instant at which the desk looks at it again though nothing happens.</summary>
    public DateTimeOffset? WakesAt { get; set; }

    public bool IsIdle => _known.Count == 0 && _held.Count == 0 && _out.Count == 0 && StoredDueAt is null && !Reading;

    public void Add(HeldPush push)
    {
        if (_held.Count >= settings.PushesInMemory)
        {
            NoteStored(push.Push.DueAt);
            return;
        }

        if (_known.Add(push.Push.Id))
        {
            _held.Enqueue(push, (push.Push.DueAt, push.Push.Id));
        }
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
            if (!_settledMeanwhile.Contains(push.Id))
            {
                Add(new HeldPush(push, null));
            }
        }

        _settledMeanwhile.Clear();

        if (more)
        {
            NoteStored(pushes[^1].DueAt);
        }
    }

    public HeldPush? Returned(long pushId) => _out.Remove(pushId, out var push) ? push : null;

    /// <summary>Its change is durable: the store's copy may be believed again.</summary>
    public void Release(long pushId, bool settled)
    {
        _known.Remove(pushId);
        if (settled && Reading)
        {
            _settledMeanwhile.Add(pushId);
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

        var taken = new List<HeldPush> { _held.Dequeue() };
        var reports = head.Push.Reports.Length;
        while (IsCrowded && IsUntried(head.Push) && _held.TryPeek(out var other, out var otherAt) && otherAt.DueAt <= now && CanMerge(head.Push, other.Push)
            && reports + other.Push.Reports.Length <= settings.ReportsPerPush)
        {
            taken.Add(_held.Dequeue());
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

    private static bool CanMerge(Push a, Push b) => IsUntried(b) && a.Dialect == b.Dialect && a.Channel == b.Channel;

    private static bool IsUntried(Push push) => push.Failures == 0 && push.Attempts.IsEmpty;

    /// <summary>One at a time while it is not known to be well again.</summary>
    private int Allowed() => FailuresInRow >= settings.RestAfterFailures ? 1 : settings.PushesPerEndpoint;
}
