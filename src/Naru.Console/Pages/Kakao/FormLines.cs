using Naru.Console.Pages.Parts;
using Naru.Console.Text;

namespace Naru.Console.Pages.Kakao;

/// <summary>Lists that are written one item a line.</summary>
internal static class FormLines
{
    public const int MaxLines = 50;

    /// <summary>Each once; where a fault is noted the answer means nothing.</summary>
    public static string[] Read(string field, string text, Func<string, bool> fits, KakaoWords words, FormFaults faults)
    {
        string[] lines = [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        if (lines.Length > MaxLines)
        {
            faults.Add(field, words.TooManyLines(MaxLines));
        }
        else if (Array.Find(lines, line => !fits(line)) is { } bad)
        {
            faults.Add(field, words.LineIsWrong(bad));
        }

        return lines;
    }
}
