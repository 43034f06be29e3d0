namespace Naru.Core.Templates.Linting;

/// <summary>A member with its variables found. Positions are those of the text as written, line ends untouched.</summary>
internal sealed class LintText
{
    /// <summary>Stands for every character of a variable in <see cref="Masked"/>: no letter, no digit, no space.</summary>
    public const char Mask = '\uFFFC';

    public LintText(string place, string text)
    {
        Place = place;
        Text = text;
        var masked = text.ToCharArray();
        foreach (var variable in Variables = Find(text))
        {
            masked.AsSpan(variable.Start, variable.Length).Fill(Mask);
        }

        Masked = new string(masked);
    }

    public string Place { get; }

    public string Text { get; }

    public IReadOnlyList<LintVariable> Variables { get; }

    /// <summary>The text with its variables blotted out, as long as the text: what is found in it stands fast.</summary>
    public string Masked { get; }

    /// <summary>Letters and digits that stand fast.</summary>
    public int FixedLetters => Masked.Count(char.IsLetterOrDigit);

    /// <summary>As <see cref="TemplatePattern.Parse"/> reads them: the inner of two that are nested, none without a name.</summary>
    private static List<LintVariable> Find(string text)
    {
        var found = new List<LintVariable>();
        for (var position = 0; position < text.Length;)
        {
            var open = text.IndexOf("#{", position, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            open = text.LastIndexOf("#{", close, close - open + 1, StringComparison.Ordinal);
            if (close > open + 2)
            {
                found.Add(new LintVariable(text[(open + 2)..close], open, close + 1 - open));
            }

            position = close + 1;
        }

        return found;
    }
}

/// <param name="Start">Where its <c>#{</c> stands.</param>
/// <param name="Length">With its signs.</param>
internal readonly record struct LintVariable(string Name, int Start, int Length)
{
    public int End => Start + Length;
}
