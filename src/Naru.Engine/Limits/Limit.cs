using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Limits;

/// <summary>
/// One limit: its line of evenly spaced slots, how far they are reserved durably, and what is on its way to use them.
/// </summary>
/// <remarks>
/// A slot may be used when it has come and its end (slot + spacing, the earliest instant of the next) lies within what is durably reserved. So a
/// restart, which begins at the reserved end, finds every used slot at its full distance. What was reserved and not used is forfeited.
/// Of ε, the lateness that <see cref="EvenPace"/> allows for, most is the machine's; the rest is left for the way from here to the carrier, where
/// <see cref="LatestUse"/> is checked again.
/// </remarks>
internal sealed class Limit(LimitId id, WorkspaceId workspace, int carrier, DateTimeOffset next)
{
    /// <summary>How late the machine takes a slot; later ones are forfeited.</summary>
    private static readonly TimeSpan s_lateness = EvenPace.Lateness - TimeSpan.FromMilliseconds(10);

    /// <summary>No slot can lie further ahead than this; where one does, the clock was set back.</summary>
    private static readonly TimeSpan s_furthest = TimeSpan.FromSeconds(15);

    private DateTimeOffset _next = next;
    private DateTimeOffset _durable = next;
    private DateTimeOffset _asked = next;

    public LimitId Id { get; } = id;

    /// <summary>Whose app it is; 0 for a carrier account.</summary>
    public WorkspaceId Workspace { get; } = workspace;

    /// <summary>The number that lanes give the carrier account; 0 for an app.</summary>
    public int Carrier { get; } = carrier;

    /// <summary>Null: the limit was taken away while something was on its way to it.</summary>
    public EvenPace? Pace { get; private set; }

    /// <summary>Whose turn it is among the classes, where slots are used.</summary>
    public ClassTurn Turn { get; } = new();

    /// <summary>Messages on their way to a slot: being read, being written down, or waiting at a desk.</summary>
    public int Claimed => _authentication + _others;

    /// <summary>Something waits at a desk for its slots, claimed or not.</summary>
    public bool IsWaitedFor { get; set; }

    /// <summary>Slots used so far.</summary>
    public long Used { get; private set; }

    /// <summary>Slots that were reserved and came and went.</summary>
    public long Forfeited { get; private set; }

    private int _authentication;
    private int _others;

    public int ClaimedFor(bool authentication) => authentication ? _authentication : _others;

    public void Claim(MessageClass messageClass, int count)
    {
        if (messageClass == MessageClass.Authentication)
        {
            _authentication += count;
        }
        else
        {
            _others += count;
        }
    }

    /// <summary>A new rate. The next slot keeps its distance from the last one used.</summary>
    public void Set(int? perSecond) => Pace = perSecond is { } count ? EvenPace.PerSecond(count) : null;

    /// <summary>A slot can be used now.</summary>
    public bool IsOpen(DateTimeOffset now)
    {
        if (Pace is not { } pace)
        {
            return true;
        }

        KeepUp(pace, now);
        return _next <= now && _next + pace.Spacing <= _durable;
    }

    /// <summary>Slots that can be used now.</summary>
    public int Open(DateTimeOffset now)
    {
        if (Pace is not { } pace)
        {
            return int.MaxValue;
        }

        KeepUp(pace, now);
        return _next > now ? 0 : (int)Math.Max(0, Math.Min(((now - _next).Ticks / pace.Spacing.Ticks) + 1, (_durable - _next).Ticks / pace.Spacing.Ticks));
    }

    /// <summary>Uses a slot; only while <see cref="IsOpen"/>. Returns the instant until which the hand-over may leave; null where nothing limits it.</summary>
    public DateTimeOffset? Use(DateTimeOffset now)
    {
        if (Pace is not { } pace)
        {
            return null;
        }

        var slot = _next;
        (var taken, _next) = pace.Take(slot, 1, now);
        if (taken == 0)
        {
            throw new InvalidOperationException("A slot was used that had not come.");
        }

        Used++;
        return LatestUse(slot);
    }

    /// <summary>The instant of the next slot, where it is reserved; null = the reservation is on its way.</summary>
    public DateTimeOffset? OpensAt => Pace is not { } pace ? DateTimeOffset.MinValue : _next + pace.Spacing <= _durable ? _next : null;

    /// <summary>Slots that come until then, reserved or not: as many messages may be on their way.</summary>
    public int Window(DateTimeOffset now, TimeSpan ahead)
    {
        if (Pace is not { } pace)
        {
            return int.MaxValue;
        }

        var from = Base(now);
        var until = now + ahead;
        return from > until ? 0 : (int)Math.Min(((until - from).Ticks / pace.Spacing.Ticks) + 1, int.MaxValue);
    }

    /// <summary>From when on at least one message may be on its way.</summary>
    public DateTimeOffset WindowOpensAt(TimeSpan ahead) => Pace is null ? DateTimeOffset.MinValue : _next - ahead;

    /// <summary>What is to be written down so that what is on its way finds slots; null = enough is reserved or asked for.</summary>
    public LimitRow? Reserve(DateTimeOffset now, TimeSpan span)
    {
        if (Pace is not { } pace || (Claimed == 0 && !IsWaitedFor))
        {
            return null;
        }

        var from = Base(now);
        var half = span / 2;
        if (_asked - from >= (half > pace.Spacing ? half : pace.Spacing))
        {
            return null;
        }

        var slots = Math.Max(1, (span.Ticks + pace.Spacing.Ticks - 1) / pace.Spacing.Ticks);
        _asked = WholeMilliseconds(from + (slots * pace.Spacing));
        return new LimitRow(Id, Workspace, _asked);
    }

    /// <summary>The reservation is durable.</summary>
    public void Reserved(DateTimeOffset until) => _durable = until > _durable ? until : _durable;

    /// <summary>A whole millisecond is left for clocks that show whole milliseconds.</summary>
    private static DateTimeOffset LatestUse(DateTimeOffset slot) => slot + EvenPace.Lateness - TimeSpan.FromMilliseconds(1);

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset instant) =>
        instant.AddTicks((TimeSpan.TicksPerMillisecond - (instant.Ticks % TimeSpan.TicksPerMillisecond)) % TimeSpan.TicksPerMillisecond);

    /// <summary>Slots that came too long ago are lost: the line begins again at now.</summary>
    private void KeepUp(EvenPace pace, DateTimeOffset now)
    {
        var from = Base(now);
        if (from > _next && _durable > _next)
        {
            Forfeited += ((from < _durable ? from : _durable) - _next).Ticks / pace.Spacing.Ticks;
        }

        if (from < _next)
        {
            // The clock was set back: what was reserved by the old one means nothing.
            (_durable, _asked) = (from, from);
        }

        _next = from;
    }

    private DateTimeOffset Base(DateTimeOffset now) =>
        now - _next > s_lateness ? now : _next - now > s_furthest ? now + s_furthest : _next;
}
