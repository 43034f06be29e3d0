using System.Globalization;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// The whole engine, eight days at a time, with everything going wrong that can. A failure names its seed;
/// <c>NARU_SIMULATION_SEED</c> plays that one again, and <c>NARU_SIMULATION_MINUTES</c> lets it search longer.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    /// <summary>Played however slow the machine is.</summary>
    private const int Least = 30;

    [Fact]
    public void Whatever_happens_every_message_ends_once_and_every_report_arrives()
    {
        if (Environment.GetEnvironmentVariable("NARU_SIMULATION_SEED") is { } wanted)
        {
            Play(int.Parse(wanted, CultureInfo.InvariantCulture));
            return;
        }

        var minutes = double.Parse(Environment.GetEnvironmentVariable("NARU_SIMULATION_MINUTES") ?? "1", CultureInfo.InvariantCulture);
        var began = TimeProvider.System.GetTimestamp();
        var seed = 0;
        var (messages, crashes, orders, limited, paced, windowed, stopped) = (0L, 0L, 0L, 0L, 0L, 0L, 0L);
        while (seed < Least || TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(minutes))
        {
            var world = Play(++seed);
            messages += world.Proof.Messages;
            crashes += world.Crashes;
            orders += world.Proof.OrdersKept;
            limited += world.Proof.Limited;
            paced += world.Proof.Paced;
            windowed += world.Proof.Windowed;
            stopped += world.Proof.Stopped;
        }

        output.WriteLine($"{seed} worlds, {messages} messages, {crashes} crashes, {orders} orders kept, {limited} hand-overs within limits, {paced} at a pace, {windowed} in windows, {stopped} changes of bulks");
        orders.ShouldBeGreaterThan(0, "an order that is never looked at proves nothing");
        limited.ShouldBeGreaterThan(messages / 2, "worlds without limits prove nothing");
        paced.ShouldBeGreaterThan(messages / 20, "worlds without paces prove nothing");
        windowed.ShouldBeGreaterThan(messages / 20, "worlds without windows prove nothing");
        stopped.ShouldBeGreaterThan(seed, "worlds in which nobody stops anything prove nothing");
        crashes.ShouldBeGreaterThan(seed, "worlds without trouble prove nothing");
    }

    private static World Play(int seed)
    {
        var world = new World(seed);
        world.Run();
        return world;
    }
}
