namespace Naru.Load.Wire;

/// <summary>Which numbers a load is sent to.</summary>
/// <param name="First">The lowest number, E.164 digits without plus.</param>
/// <param name="Count">How many numbers there are from there on.</param>
internal readonly record struct Recipients(long First, int Count)
{
    public const int Length = 12;

    // Odd and without a factor in common with round counts: neighbours in time are far apart in number.
    private const long Stride = 7_368_787;

    /// <summary>Ordinary Korean mobile numbers; below the simulator's test ranges 8210 5555 … 8210 9999 (design §6).</summary>
    public static Recipients Ordinary(int count) => new(8210_2000_0000, Math.Clamp(count, 1, 30_000_000));

    /// <summary>
    /// Phones that are off for 5,000 to 9,999 seconds (design §6): five thousand numbers and not one, as one recipient would
    /// put every message into one partition.
    /// </summary>
    public static Recipients SwitchedOff => new(8210_7777_5000, 5_000);

    /// <summary>Reports that come after 5,000 to 9,999 seconds: sent, open, and nothing to do until then.</summary>
    public static Recipients Late => new(8210_8888_5000, 5_000);

    /// <summary>The documented number that is delivered at once.</summary>
    public static Recipients AtOnce => new(8210_0000_0001, 1);

    public long Of(long sequence) => First + sequence * Stride % Count;
}
