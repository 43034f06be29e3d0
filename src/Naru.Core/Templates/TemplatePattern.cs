using System.Text;
using Naru.Core.Templates.Matching;

namespace Naru.Core.Templates;

/// <summary>
/// A template's text, cut into its literals and variables: makes texts, and recognises those that were made from it.
/// </summary>
/// <remarks>
/// <para>
/// Only line ends are normalised (CRLF and a lone CR → LF); every other character between variables must agree, white space included
/// (rules §1.4). A variable takes the shortest run that lets the rest match, as the pattern <c>lit(.*?)lit</c> would: each literal is
/// taken at its first place behind the one before, the last at the end of the text. Taking the first place never loses a match (whatever could
/// follow a later place can follow the first), so nothing is ever tried twice and matching is linear in the text (<see cref="Literal.FindIn"/>).
/// </para>
/// <para>
/// So every text made from a template matches, whatever the values hold. Which value belongs to which variable is only certain where no
/// value holds the literal behind it. Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed class TemplatePattern
{
    private readonly Literal[] _literals;
    private readonly string[] _names;

    private TemplatePattern(Literal[] literals, string[] names) => (_literals, _names) = (literals, names);

    /// <summary>The names, in order of appearance, a repeated one each time.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>How many characters stand fast, whatever the values.</summary>
    public int FixedLength => _literals.Sum(literal => literal.Text.Length);

    public static TemplatePattern Parse(string template)
    {
        var text = Normalise(template);
        var literals = new List<Literal>();
        var names = new List<string>();
        var literal = new StringBuilder();
        var start = 0;
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
            literals.Add(new Literal(literal.ToString(), start));
            literal.Clear();
            names.Add(text[(open + 2)..close]);
            position = start = close + 1;
        }

        literals.Add(new Literal(literal.ToString(), start));
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
            return _literals[0].Text;
        }

        var parts = new string[(_names.Length * 2) + 1];
        parts[0] = _literals[0].Text;
        for (var i = 0; i < _names.Length; i++)
        {
            parts[(i * 2) + 1] = Value(_names[i], values, ref missing);
            parts[(i * 2) + 2] = _literals[i + 1].Text;
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
        var values = new Dictionary<string, string>(_names.Length, StringComparer.Ordinal);
        return TryRead(candidate, emptyValues, values) ? values : null;
    }

    /// <summary>As <see cref="Match"/>; adds the values of names that are not there yet, some of them perhaps where there is no match.</summary>
    public bool TryRead(string candidate, bool emptyValues, IDictionary<string, string> values)
    {
        var least = emptyValues ? 0 : 1;
        var text = Normalise(candidate);
        if (!text.StartsWith(_literals[0].Text, StringComparison.Ordinal))
        {
            return false;
        }

        if (_names.Length == 0)
        {
            return text.Length == _literals[0].Text.Length;
        }

        var last = _literals[^1].Text;
        var end = text.Length - last.Length;
        var position = _literals[0].Text.Length;
        if (end < position + least || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = 0; i < _names.Length - 1; i++)
        {
            var literal = _literals[i + 1];
            var from = position + least;
            var found = from > end ? -1 : literal.FindIn(text.AsSpan(from, end - from));
            if (found < 0)
            {
                return false;
            }

            values.TryAdd(_names[i], text[position..(from + found)]);
            position = from + found + literal.Text.Length;
        }

        if (end < position + least)
        {
            return false;
        }

        values.TryAdd(_names[^1], text[position..end]);
        return true;
    }

    /// <summary>Where the text leaves the template, or null where it was made from it. Linear.</summary>
    /// <param name="place">How the member is called.</param>
    public TextDifference? Difference(string place, string candidate, bool emptyValues = true) =>
        Match(candidate, emptyValues) is null ? DifferenceFinder.Find(place, _literals, Normalise(candidate), emptyValues) : null;

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
