using System.Globalization;
using System.Text;

namespace Naru.Storage.Postgres;

/// <summary>
/// Any text as a column of PostgreSQL's can hold it: a zero and halves of surrogate pairs have no place there. They, and the mark itself, become the
/// mark (U+001A, "substitute") and four hexadecimal digits. All other texts, which is nearly every one, stay as they are.
/// </summary>
internal static class StorableText
{
    private const char Mark = '\u001A';

    public static string Write(string text)
    {
        if (!Enumerable.Range(0, text.Length).Any(at => MustBeMarked(text, at)))
        {
            return text;
        }

        var stored = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            if (MustBeMarked(text, at))
            {
                stored.Append(Mark).Append(((int)text[at]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                stored.Append(text[at]);
            }
        }

        return stored.ToString();
    }

    public static string Read(string stored)
    {
        if (!stored.Contains(Mark, StringComparison.Ordinal))
        {
            return stored;
        }

        var text = new StringBuilder(stored.Length);
        for (var at = 0; at < stored.Length; at++)
        {
            if (stored[at] == Mark)
            {
                text.Append((char)int.Parse(stored.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(stored[at]);
            }
        }

        return text.ToString();
    }

    private static bool MustBeMarked(string text, int at) => text[at] switch
    {
        '\0' or Mark => true,
        var unit when char.IsHighSurrogate(unit) => at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]),
        var unit when char.IsLowSurrogate(unit) => at == 0 || !char.IsHighSurrogate(text[at - 1]),
        _ => false,
    };
}
