using Naru.Core.Templates;

namespace Naru.Console.Parts;

/// <summary>A template's text in runs: what stands fast, and variables.</summary>
public static class VariableText
{
    public readonly record struct Run(string Text, bool IsVariable);

    /// <summary>As <see cref="TemplatePattern"/> reads it: an opening without an end, or without a name, is plain text.</summary>
    public static IEnumerable<Run> Cut(string text)
    {
        var position = 0;
        foreach (var name in TemplatePattern.Parse(text).Names)
        {
            var written = $"#{{{name}}}";
            var at = text.IndexOf(written, position, StringComparison.Ordinal);
            if (at < 0)
            {
                // The pattern's line ends are normalised; a name that holds one is not found as written.
                break;
            }

            if (at > position)
            {
                yield return new Run(text[position..at], false);
            }

            yield return new Run(written, true);
            position = at + written.Length;
        }

        if (position < text.Length)
        {
            yield return new Run(text[position..], false);
        }
    }
}
