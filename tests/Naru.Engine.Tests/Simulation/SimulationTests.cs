using System.Globalization;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// The whole engine, twelve days at a time, with everything going wrong that can. A failure names its seed; <c>NARU_SIMULATION_SEED</c> plays that one again.
/// <c>NARU_SIMULATION_MINUTES</c> lets it search longer, <c>NARU_SIMULATION_BULKS</c> until so many bulks with a time of their own were played, <c>NARU_SIMULATION_FIRST</c> from
/// another seed on.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Played however slow the machine is.</summary>
    private const int Least = 30;

    [Fact]
    public void Whatever_happens_every_message_ends_once_and_every_report_arrives()
    {
        if (Wanted("SEED") is { } one)
        {
            Play((int)one);
            return;
        }

        var bulks = Wanted("BULKS") ?? 0;
        var minutes = TimeSpan.FromMinutes(Wanted("MINUTES") ?? (bulks > 0 ? 0 : 1));
        var seed = (int)(Wanted("FIRST") ?? 1);
        var began = TimeProvider.System.GetTimestamp();
        var tally = new Tally();
        while (tally.Worlds < Least || tally.TimedBulks < bulks || TimeProvider.System.GetElapsedTime(began) < minutes)
        {
            tally.Add(Play(seed++));
        }

        output.WriteLine($"{tally}; {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s");
        tally.OrdersKept.ShouldBeGreaterThan(0, "an order that is never looked at proves nothing");
        tally.Limited.ShouldBeGreaterThan(tally.Messages / 2, "worlds without limits prove nothing");
        tally.Paced.ShouldBeGreaterThan(tally.Messages / 20, "worlds without paces prove nothing");
        tally.Windowed.ShouldBeGreaterThan(tally.Messages / 20, "worlds without windows prove nothing");
        tally.Changes.ShouldBeGreaterThan(tally.Worlds, "worlds in which nobody stops anything prove nothing");
        tally.Recalled.ShouldBeGreaterThan(tally.Worlds, "bulks that are stopped only while nothing has begun prove nothing");
        tally.Crashes.ShouldBeGreaterThan(tally.Worlds, "worlds without trouble prove nothing");
    }

    private static World Play(int seed)
    {
        var world = new World(seed);
        world.Run();
        return world;
    }

    private static double? Wanted(string name) =>
        Environment.GetEnvironmentVariable($"NARU_SIMULATION_{name}") is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;
}
