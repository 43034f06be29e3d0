using System.Globalization;
using Naru.Engine;

namespace Naru.Console.Pages.Bulks;

/// <summary>How far a bulk has come.</summary>
public readonly record struct BulkProgress(long Begun, long Count)
{
    public static BulkProgress Of(BulkStanding standing) => new(Math.Max(0, standing.Count - standing.Waiting), standing.Count);

    /// <summary>Rounded down: 100 only when all has begun.</summary>
    public int Percent => Count == 0 ? 100 : (int)(Begun * 100 / Count);

    /// <summary>What is said aloud: in tens, so that a screen reader does not speak without end.</summary>
    public int SaidPercent => Percent / 10 * 10;

    public string BegunText => Begun.ToString("N0", CultureInfo.InvariantCulture);

    public string CountText => Count.ToString("N0", CultureInfo.InvariantCulture);
}
