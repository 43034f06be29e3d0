using Naru.Engine.Ports;

namespace Naru.Engine.Dispatch;

/// <summary>The walk over the attempts that the last run left open.</summary>
/// <param name="below">Only messages of the last run: their sequence is below the first of this one.</param>
/// <param name="until">An attempt of the last run is looked at again at the latest one time-out after this start.</param>
internal sealed class Recovery(long below, DateTimeOffset until)
{
    public long Below { get; } = below;

    public DateTimeOffset Until { get; } = until;

    /// <summary>Recovered already: handing over again moves a row to a later instant, where the walk meets it once more.</summary>
    public HashSet<long> Seen { get; } = [];

    public LanePosition? After { get; set; }

    public bool Reading { get; set; }

    /// <summary>A page that waits for the bulks of its messages.</summary>
    public LanePage? Waiting { get; set; }

    /// <summary>The most messages that the page being read may bring.</summary>
    public int Limit { get; set; }

    /// <summary>The number of the read that is out, among <see cref="Departures"/>.</summary>
    public long Read { get; set; }
}
