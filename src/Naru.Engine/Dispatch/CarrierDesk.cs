using Naru.Core.Messages;
using Naru.Engine.Limits;
using Naru.Engine.Machine;

namespace Naru.Engine.Dispatch;

/// <summary>
/// What waits for one carrier. One batch is out at a time; what gathers meanwhile is the next: the slower the carrier, the larger
/// its batches, up to what it takes and what its limit and those of the apps have slots for.
/// </summary>
/// <remarks>Authentication goes first, but never takes more than 80 % while others wait; the others go by weight (<see cref="ClassTurn"/>).</remarks>
internal sealed class CarrierDesk(string name, CarrierTraits traits, LimitKeeper limits)
{
    private readonly Limit? _limit = limits.OfCarrier(name);
    private readonly ClassTurn _turn = limits.OfCarrier(name)?.Turn ?? new ClassTurn();
    private readonly DeskLine _free = new(null);
    private readonly List<DeskLine> _apps = [];

    /// <summary>Those that must leave at their slot: before all others, and whatever presses.</summary>
    private readonly List<Work> _slotted = [];
    private readonly List<Work> _out = [];
    private int _nextLine;

    public string Name { get; } = name;

    public CarrierTraits Traits { get; } = traits;

    public IReadOnlyList<Work> Out => _out;

    /// <summary>Those of <see cref="Out"/> that are not authentication.</summary>
    public int OthersOut { get; private set; }

    public int Waiting => _slotted.Count + _free.Count + _apps.Sum(static line => line.Count);

    public void Add(Work work)
    {
        if (work.Slot is null)
        {
            LineOf(work).Add(work);
            return;
        }

        if (limits.Any && limits.OfApp(work.Message.Envelope.App) is { } app)
        {
            work.ClaimApp(app);
        }

        _slotted.Add(work);
    }

    /// <summary>How many that are not authentication the next batch could have; 0 while one is out.</summary>
    public int OthersWanted(DateTimeOffset now)
    {
        if (_out.Count > 0)
        {
            return 0;
        }

        var others = _free.Others;
        foreach (var line in _apps)
        {
            others += line.App!.IsOpen(now) ? line.Others : 0;
        }

        others = Math.Min(Traits.MaxBatch, others);
        return _limit is null || others == 0 ? others : Math.Min(_limit.Open(now), others);
    }

    /// <param name="others">How many it may have that are not authentication.</param>
    /// <param name="isWanted">Whether it is still to be handed over: much can happen while it waits here.</param>
    /// <param name="dropped">Told of each that is not.</param>
    /// <param name="missed">Told of each that may not leave any more: its slot has passed, or its window has closed.</param>
    public CarrierOrder? NextBatch(int others, DateTimeOffset now, Func<Work, bool> isWanted, Action<Work> dropped, Action<Work> missed)
    {
        if (_out.Count > 0)
        {
            return null;
        }

        OthersOut = 0;
        DateTimeOffset? notAfter = null;
        TakeSlotted(now, isWanted, dropped, missed, ref notAfter);
        while (_out.Count < Traits.MaxBatch && Ready(others > 0, now) is var ready and not 0 && (_limit is null || _limit.IsOpen(now)))
        {
            var chosen = _turn.Choose(ready);
            var line = LineWith(chosen, others > 0, now);
            var before = line.Waiting;
            var work = line.Take(chosen);
            if (!isWanted(work))
            {
                dropped(work);
            }
            else if (!IsOpen(work, now))
            {
                missed(work);
            }
            else if (line.App is null && limits.Any && limits.OfApp(work.Message.Envelope.App) is not null)
            {
                // The limit was set while it waited here.
                Add(work);
            }
            else
            {
                _turn.Took(chosen, ready);
                line.App?.Turn.Took(chosen, before);
                notAfter = Earliest(Earliest(Earliest(notAfter, _limit?.Use(now)), line.App?.Use(now)), LatestIn(work, now));
                if (chosen != MessageClass.Authentication)
                {
                    others--;
                    OthersOut++;
                }

                work.ReleaseClaims();
                _out.Add(work);
            }
        }

        _apps.RemoveAll(static line => line.Count == 0);
        return _out.Count == 0 ? null : new CarrierOrder(Name, _out.ConvertAll(static w => w.Message), notAfter);
    }

    /// <summary>Those that must leave now, as far as the limits on their way let them.</summary>
    private void TakeSlotted(DateTimeOffset now, Func<Work, bool> isWanted, Action<Work> dropped, Action<Work> missed, ref DateTimeOffset? notAfter)
    {
        foreach (var work in _slotted.Count == 0 ? [] : _slotted.ToArray())
        {
            if (!isWanted(work))
            {
                _slotted.Remove(work);
                dropped(work);
            }
            else if (now > work.NotAfter || !IsOpen(work, now))
            {
                _slotted.Remove(work);
                missed(work);
            }
            else if (_out.Count < Traits.MaxBatch && _limit?.IsOpen(now) != false && work.App?.IsOpen(now) != false)
            {
                _slotted.Remove(work);
                notAfter = Earliest(Earliest(Earliest(Earliest(notAfter, work.NotAfter), _limit?.Use(now)), work.App?.Use(now)), LatestIn(work, now));
                work.ReleaseClaims();
                _out.Add(work);
            }
        }
    }

    /// <summary>What waits of a bulk and was begun before it was changed. Afterwards nothing of that does.</summary>
    public List<Work> TakeOutdated(OpenBulk bulk)
    {
        var taken = new List<Work>();
        foreach (var work in TakeWaiting())
        {
            if (work.Bulk == bulk && work.IsOutdated)
            {
                taken.Add(work);
            }
            else
            {
                Add(work);
            }
        }

        return taken;
    }

    /// <summary>The batch came back.</summary>
    public List<Work> TakeOut()
    {
        var back = new List<Work>(_out);
        _out.Clear();
        return back;
    }

    /// <summary>The batch never left: it waits again, before all others.</summary>
    public void PutBack()
    {
        var waiting = TakeWaiting();
        TakeOut().ForEach(Add);
        waiting.ForEach(Add);
    }

    /// <summary>All that waits; afterwards nothing does.</summary>
    public List<Work> TakeWaiting()
    {
        List<Work> all = [.. _slotted, .. _free.TakeAll()];
        _slotted.Clear();
        _apps.ForEach(line => all.AddRange(line.TakeAll()));
        _apps.Clear();
        return all;
    }

    /// <summary>
    /// Apps' limits have changed: what waits for an app is no longer counted against the carrier's slots, so that a great many messages of an app that
    /// has become slow do not keep other apps' messages from the desk.
    /// </summary>
    public void LimitsChanged()
    {
        var waiting = TakeWaiting();
        foreach (var work in waiting)
        {
            work.ReleaseAppClaim();
            Add(work);
            if (work.App is not null)
            {
                work.ReleaseCarrierClaim();
            }
        }
    }

    /// <summary>Called last: tells the limit whether slots are waited for.</summary>
    /// <param name="pressEnds">Until then only authentication may go; null = all may.</param>
    /// <returns>When something that waits here can go although nothing happens.</returns>
    public DateTimeOffset? NextLook(DateTimeOffset now, DateTimeOffset? pressEnds)
    {
        if (_limit is { } carrier)
        {
            carrier.IsWaitedFor = Waiting > 0;
        }

        if (_out.Count > 0 || Waiting == 0)
        {
            return null;
        }

        DateTimeOffset? next = null;
        foreach (var work in _slotted)
        {
            // A limit is closed: it goes when that opens, or back when its own slot is over.
            var opens = Latest(_limit?.OpensAt ?? DateTimeOffset.MinValue, work.App?.OpensAt ?? DateTimeOffset.MinValue);
            next = Earliest(next, opens > now && opens < work.NotAfter ? opens : work.NotAfter + TimeSpan.FromMilliseconds(1));
        }

        for (var i = -1; i < _apps.Count; i++)
        {
            var line = i < 0 ? _free : _apps[i];
            if (line.Count > 0 && OpensAt(line, pressEnds) is { } at && at > now && (next is null || at < next))
            {
                next = at;
            }
        }

        return next;
    }

    private DateTimeOffset? OpensAt(DeskLine line, DateTimeOffset? pressEnds)
    {
        // Null from a limit: its reservation is on its way, and comes back as an event.
        var unlimited = DateTimeOffset.MinValue;
        var press = line.Others == line.Count ? pressEnds ?? unlimited : unlimited;
        return (_limit is null ? unlimited : _limit.OpensAt) is { } carrier && (line.App is null ? unlimited : line.App.OpensAt) is { } app
            ? Latest(press, Latest(carrier, app))
            : null;
    }

    private int Ready(bool mayOthers, DateTimeOffset now)
    {
        var ready = _free.Ready(mayOthers, now);
        foreach (var line in _apps)
        {
            ready |= line.Ready(mayOthers, now);
        }

        return ready;
    }

    /// <summary>Apps in turn, those without a limit together as one.</summary>
    private DeskLine LineWith(MessageClass chosen, bool mayOthers, DateTimeOffset now)
    {
        if (_apps.Count == 0)
        {
            return _free;
        }

        for (var i = 0; i <= _apps.Count; i++)
        {
            var at = (_nextLine + i) % (_apps.Count + 1);
            var line = at == _apps.Count ? _free : _apps[at];
            if ((line.Ready(mayOthers, now) & ClassTurn.Bit(chosen)) != 0)
            {
                _nextLine = at + 1;
                return line;
            }
        }

        throw new InvalidOperationException("The chosen class does not wait.");
    }

    private DeskLine LineOf(Work work)
    {
        if (!limits.Any || limits.OfApp(work.Message.Envelope.App) is not { } app)
        {
            return _free;
        }

        work.ClaimApp(app);
        var line = _apps.Find(l => l.App == app);
        if (line is null)
        {
            _apps.Add(line = new DeskLine(app));
        }

        return line;
    }

    private static bool IsOpen(Work work, DateTimeOffset now) =>
        work.Message.Envelope is { Window: null, IsAdvertisement: false } || work.Message.Envelope.Openings.IsOpen(now);

    /// <summary>The last instant at which its openings let it leave; a whole millisecond is left for clocks that show whole milliseconds.</summary>
    private static DateTimeOffset? LatestIn(Work work, DateTimeOffset now)
    {
        if (work.Message.Envelope is { Window: null, IsAdvertisement: false })
        {
            return null;
        }

        var closes = work.Message.Envelope.Openings.ClosesAt(now);
        return closes == DateTimeOffset.MaxValue ? null : closes - TimeSpan.FromMilliseconds(1);
    }

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset? Earliest(DateTimeOffset? a, DateTimeOffset? b) => a is null ? b : b is null || a < b ? a : b;
}
