using System.Globalization;
using System.Text;

namespace Naru.Server.Logging;

/// <summary>
/// Writes a message anew from its template with redacted values: once a value stands in the finished message, its name is lost, and
/// <c>Body {Body}</c> could no longer be told from any other text.
/// </summary>
internal static class LogTemplate
{
    public const string Key = "{OriginalFormat}";

    /// <summary>Null when a hole has no value, so that this is no template of these pairs.</summary>
    public static string? Render(string template, IReadOnlyList<KeyValuePair<string, object?>> pairs)
    {
        var message = new StringBuilder(template.Length + 64);
        var kept = new List<(int Start, int End)>();
        var hole = 0;
        for (var at = 0; at < template.Length; at++)
        {
            var character = template[at];
            if (character is '{' or '}' && at + 1 < template.Length && template[at + 1] == character)
            {
                message.Append(character);
                at++;
            }
            else if (character == '{' && template.IndexOf('}', at) is > 0 and var close)
            {
                if (!TryAppend(message, kept, template[(at + 1)..close], pairs, hole++))
                {
                    return null;
                }

                at = close;
            }
            else
            {
                message.Append(character);
            }
        }

        return SecretText.Apply(PhoneMask.Apply(message.ToString(), kept));
    }

    private static bool TryAppend(
        StringBuilder message, List<(int Start, int End)> kept, string hole, IReadOnlyList<KeyValuePair<string, object?>> pairs, int index)
    {
        var colon = hole.IndexOf(':', StringComparison.Ordinal);
        var format = colon < 0 ? null : hole[(colon + 1)..];
        var head = colon < 0 ? hole : hole[..colon];
        var comma = head.IndexOf(',', StringComparison.Ordinal);
        var name = (comma < 0 ? head : head[..comma]).Trim().TrimStart('@');
        if (!TryFind(pairs, name, index, out var pair))
        {
            return false;
        }

        var start = message.Length;
        var text = Print(Redactor.Value(pair.Key, pair.Value), format);
        var width = comma >= 0 && int.TryParse(head[(comma + 1)..], CultureInfo.InvariantCulture, out var wanted) ? wanted : 0;
        message.Append(width >= 0 ? text.PadLeft(width) : text.PadRight(-width));
        if (Redactor.IsHarmless(pair.Key, pair.Value))
        {
            kept.Add((start, message.Length));
        }

        return true;
    }

    /// <summary>The pair at the same place where its name fits (a name may come twice), else the first of that name.</summary>
    private static bool TryFind(IReadOnlyList<KeyValuePair<string, object?>> pairs, string name, int index, out KeyValuePair<string, object?> found)
    {
        if (index < pairs.Count && pairs[index].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        {
            found = pairs[index];
            return true;
        }

        foreach (var pair in pairs)
        {
            if (pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = pair;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static string Print(object? value, string? format) => value switch
    {
        null => "(null)",
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
