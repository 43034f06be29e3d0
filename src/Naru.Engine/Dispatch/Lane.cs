using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>What the dispatcher knows about a lane without reading it: when to look next, and how far it has read.</summary>
/// <param name="bulk">The bulk that draws from it; null where its rows come by their own instants.</param>
internal sealed class Lane(LaneId id, OpenBulk? bulk = null)
{
    public LaneId Id { get; } = id;

    public OpenBulk? Bulk { get; } = bulk;

    /// <summary>Whether its bulk lets it be read now. A lane without a bulk always is open.</summary>
    public bool IsOpen { get; set; } = bulk is null;

    /// <summary>The limits on the way of its messages, where it is among those that limits hold.</summary>
    public LimitWay Way { get; set; } = id.Kind == LaneKind.Limit ? id.Way : default;

    /// <summary>The earliest instant of rows that are not in memory; null = none that we know of.</summary>
    public DateTimeOffset? NextLookAt { get; private set; }

    /// <summary>A page is being read.</summary>
    public bool Reading { get; private set; }

    /// <summary>
    /// Rows up to here were read: they are in memory, or were and moved on. Reading goes on behind it, so that rows whose change
    /// is not durable yet are not read twice.
    /// </summary>
    public LanePosition? After { get; private set; }

    /// <summary>Nothing waits in it that we know of.</summary>
    public bool IsEmpty => !Reading && NextLookAt is null;

    private DateTimeOffset? _notedMeanwhile;

    /// <summary>A row was stored that waits here.</summary>
    public void Note(DateTimeOffset lookAt)
    {
        if (Reading)
        {
            _notedMeanwhile = Earliest(_notedMeanwhile, lookAt);
            return;
        }

        NextLookAt = Earliest(NextLookAt, lookAt);
        if (After is { } after && lookAt <= after.LookAt)
        {
            After = null;
        }
    }

    /// <summary>The most messages that the page being read may bring.</summary>
    public int Limit { get; private set; }

    /// <summary>The number of the read that is out, among <see cref="Departures"/>.</summary>
    public long Read { get; private set; }

    public void BeginRead(int limit, long read) => (Reading, Limit, Read) = (true, limit, read);

    public void EndRead(LanePage page)
    {
        Reading = false;
        if (page.Messages.Count > 0)
        {
            var last = page.Messages[^1];
            After = new LanePosition(last.LookAt, last.Key.Sequence);
        }

        NextLookAt = page.NextLookAt;
        if (page.NextLookAt is null)
        {
            After = null;
        }

        if (_notedMeanwhile is { } noted)
        {
            _notedMeanwhile = null;
            Note(noted);
        }
    }

    private static DateTimeOffset Earliest(DateTimeOffset? a, DateTimeOffset b) => a is { } known && known < b ? known : b;
}
