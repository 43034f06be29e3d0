namespace Naru.Load.Commands;

/// <summary>Eight digits that differ from run to run: ids a gateway has seen before would be refused as duplicates.</summary>
internal static class RunNumber
{
    private static int _last;

    public static int Next()
    {
        // Seconds of the last three years: two loads begin at least a first message apart; streams of one load count on.
        var seconds = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 100_000_000);
        return _last = Math.Max(seconds, _last + 1) % 100_000_000;
    }
}
