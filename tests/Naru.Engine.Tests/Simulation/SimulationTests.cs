using System.Globalization;

namespace Naru.Engine.Tests.Simulation;

/// <summary>The whole engine, a few days at a time, with everything going wrong that can.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Sweep()
    {
        var from = int.Parse(Environment.GetEnvironmentVariable("FROM") ?? "1", CultureInfo.InvariantCulture);
        var count = int.Parse(Environment.GetEnvironmentVariable("COUNT") ?? "20", CultureInfo.InvariantCulture);
        var began = TimeProvider.System.GetTimestamp();
        var failures = 0;
        var groups = new Dictionary<string, List<int>>();
        for (var seed = from; seed < from + count; seed++)
        {
            var world = new World(seed);
            try
            {
                world.Run();
            }
            catch (SimulationFailure failure)
            {
                failures++;
                var frame = failure.InnerException!.StackTrace!.Split('\n').First(l => l.Contains("Naru.", StringComparison.Ordinal)).Trim();
                var text = string.Join(' ', failure.Message.Split('\n').Select(l => l.Trim()));
                var last = failure.InnerException.Message.Split('\n').Select(l => l.Trim()).LastOrDefault(l => l.Length > 0) ?? "";
                var group = frame[..Math.Min(frame.Length, 130)] + " | " + System.Text.RegularExpressions.Regex.Replace(last, "\\d+", "#");
                if (!groups.TryGetValue(group, out var list)) groups.Add(group, list = []);
                list.Add(seed);
            }
        }

        foreach (var (g, l) in groups.OrderByDescending(x => x.Value.Count)) output.WriteLine($"{l.Count} {g}: {string.Join(",", l.Take(6))}");
        output.WriteLine($"{failures} of {count} in {TimeProvider.System.GetElapsedTime(began)}");
    }

    [Fact]
    public void One()
    {
        var world = new World(int.Parse(Environment.GetEnvironmentVariable("NARU_SIMULATION_SEED") ?? "1", CultureInfo.InvariantCulture));
        var began = TimeProvider.System.GetTimestamp();
        try { world.Run(); }
        finally { output.WriteLine($"{world.Loop.Elapsed} {world.Crashes} crashes {world.Proof.Messages} messages in {TimeProvider.System.GetElapsedTime(began)}"); }
    }
}
