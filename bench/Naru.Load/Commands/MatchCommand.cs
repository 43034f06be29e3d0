using System.CommandLine;
using System.Globalization;
using Naru.Load.Machine;
using Naru.Load.Methods;

namespace Naru.Load.Commands;

/// <summary><c>match</c>: see <see cref="MatcherBench"/>. Prints rows for <c>bench/LEDGER.md</c>.</summary>
internal sealed class MatchCommand : Command
{
    public MatchCommand()
        : base("match", "Measures the template matcher on one core: 1,000 characters with ten variables, and texts made to be slow.") =>
        SetAction(_ => Run());

    private static void Run()
    {
        Say("text of 1,000 characters, ten variables", MatcherBench.RateOf(MatcherBench.OfPattern()));
        Say("the same as a message with title and buttons", MatcherBench.RateOf(MatcherBench.OfMessage()));
        foreach (var length in (int[])[10_000, 20_000, 50_000, 100_000])
        {
            var took = MatcherBench.WorstOf(1000, length);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"| adversarial text of {length:N0} characters, refused and its place found | {Figures.Time(took)} | {took.TotalNanoseconds / length:0.0} ns a character |"));
        }
    }

    private static void Say(string what, double rate) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {rate:N0} matches/s | {1_000_000_000 / rate:N0} ns each |"));
}
