using System.Text;

namespace Naru.Core.Templates;

/// <summary>
/// A template's text, cut into its literals and variables: makes texts, and recognises those that were made from it.
/// </summary>
/// <remarks>
/// Only line ends are normalised (CRLF and a lone CR → LF); every other character between variables must agree, white space included
/// (rules §1.4). A variable takes the shortest run that lets the rest match, as the pattern <c>lit(.*?)lit</c> would, but in
/// linear steps: a literal is looked for from where the last one ended, and the last literal is anchored at the end, so no
/// text can make matching slow. Immutable and thread-safe.
/// </remarks>
public sealed class TemplatePattern
{
    private readonly string[] _literals;
    private readonly string[] _names;

    private TemplatePattern(string[] literals, string[] names) => (_literals, _names) = (literals, names);

    /// <summary>The names, in order of appearance, a repeated one each time.</summary>
    public IReadOnlyList<string> Names => _names;

    public static TemplatePattern Parse(string template)
    {
        var text = Normalise(template);
        var literals = new List<string>();
        var names = new List<string>();
        var literal = new StringBuilder();
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf("#{", position, StringComparison.Ordinal);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                literal.Append(text, position, text.Length - position);
                break;
            }

            // "#{a#{b}": the inner one is the variable, as a pattern without braces inside reads it.
            var inner = text.LastIndexOf("#{", close, close - open, StringComparison.Ordinal);
            open = inner > open ? inner : open;
            if (close == open + 2)
            {
                literal.Append(text, position, close + 1 - position);
                position = close + 1;
                continue;
            }

            literal.Append(text, position, open - position);
            literals.Add(literal.ToString());
            literal.Clear();
            names.Add(text[(open + 2)..close]);
            position = close + 1;
        }

        literals.Add(literal.ToString());
        return new TemplatePattern([.. literals], [.. names]);
    }

    /// <summary>The text with every variable replaced; null when a value is missing.</summary>
    public string? Fill(IReadOnlyDictionary<string, string> values)
    {
        List<string>? missing = null;
        var text = Fill(values, ref missing);
        return missing is null ? text : null;
    }

    /// <summary>The text with every variable replaced. One that has no value stays as it is, and its name is added to <paramref name="missing"/> once.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values, ref List<string>? missing)
    {
        if (_names.Length == 0)
        {
            return _literals[0];
        }

        var parts = new string[(_names.Length * 2) + 1];
        parts[0] = _literals[0];
        for (var i = 0; i < _names.Length; i++)
        {
            parts[(i * 2) + 1] = Value(_names[i], values, ref missing);
            parts[(i * 2) + 2] = _literals[i + 1];
        }

        return string.Concat(parts);
    }

    /// <summary>
    /// The variables of a text that was made from this template, or null when it was not. A variable that stands twice must have
    /// the same value both times for the text to be reproducible; the first value is kept, as the centre compares literals only.
    /// </summary>
    /// <param name="emptyValues">Whether a variable may stand for nothing; without it every variable takes at least one character.</param>
    public IReadOnlyDictionary<string, string>? Match(string candidate, bool emptyValues = true)
    {
        var least = emptyValues ? 0 : 1;
        var text = Normalise(candidate);
        if (!text.StartsWith(_literals[0], StringComparison.Ordinal))
        {
            return null;
        }

        if (_names.Length == 0)
        {
            return text.Length == _literals[0].Length ? new Dictionary<string, string>(StringComparer.Ordinal) : null;
        }

        var last = _literals[^1];
        var end = text.Length - last.Length;
        var position = _literals[0].Length;
        if (end < position + least || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return null;
        }

        var values = new Dictionary<string, string>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++)
        {
            var isLast = i == _names.Length - 1;
            var literal = _literals[i + 1];
            if (end < position + least)
            {
                return null;
            }

            var found = isLast ? end : text.IndexOf(literal, position + least, end - position - least, StringComparison.Ordinal);
            if (found < 0)
            {
                return null;
            }

            values.TryAdd(_names[i], text[position..found]);
            position = isLast ? text.Length : found + literal.Length;
        }

        return values;
    }

    /// <summary>A value's line ends are made those of the template now: a CR at its end and a literal's LF would be taken for one line end later.</summary>
    private static string Value(string name, IReadOnlyDictionary<string, string> values, ref List<string>? missing)
    {
        if (values.TryGetValue(name, out var value))
        {
            return Normalise(value);
        }

        if (!(missing ??= []).Contains(name, StringComparer.Ordinal))
        {
            missing.Add(name);
        }

        return string.Concat("#{", name, "}");
    }

    private static string Normalise(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;
}
