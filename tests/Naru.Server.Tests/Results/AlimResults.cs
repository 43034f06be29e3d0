using System.Globalization;
using Naru.Tests;

namespace Naru.Server.Tests.Results;

/// <summary>What a client is told for each result code: the hand-written table beside this file.</summary>
internal static class AlimResults
{
    public static readonly IReadOnlyDictionary<string, (int Status, int Error)> All = Lines("tests/Naru.Server.Tests/Results/alim-results.tsv")
        .ToDictionary(line => line[0], line => (Number(line[1]), Number(line[2])), StringComparer.Ordinal);

    /// <summary>The codes of the rules that a test number can ask for: four digits.</summary>
    public static readonly IReadOnlyList<string> CodesOfTheRules =
        [.. Lines("tests/Contracts/bizmessage-result-codes.tsv").Select(line => line[0]).Where(code => code.All(char.IsAsciiDigit))];

    private static IEnumerable<string[]> Lines(string path) =>
        File.ReadLines(Checkout.PathOf(path)).Where(line => line is not ['#', ..]).Select(line => line.Split('\t'));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
