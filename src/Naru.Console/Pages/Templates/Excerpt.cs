using Naru.Core.Templates;

namespace Naru.Console.Pages.Templates;

/// <summary>The characters that a finding is about, with what stands around them.</summary>
public sealed record Excerpt(string Before, string Marked, string After)
{
    private const int Around = 16;
    private const int MaxMarked = 80;

    /// <summary>Null where the finding is about the whole part.</summary>
    public static Excerpt? Of(Finding finding, string text)
    {
        if (finding is not { Start: { } start, Length: > 0 and var length } || start < 0 || start >= text.Length)
        {
            return null;
        }

        var end = Math.Min(start + length, text.Length);
        var marked = end - start > MaxMarked ? text[start..(start + MaxMarked)] + "…" : text[start..end];
        var from = Math.Max(0, start - Around);
        var to = Math.Min(text.Length, end + Around);
        return new Excerpt((from > 0 ? "…" : "") + Plain(text[from..start]), marked, Plain(text[end..to]) + (to < text.Length ? "…" : ""));
    }

    private static string Plain(string text) => text.Replace('\n', ' ');
}
