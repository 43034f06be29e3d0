using System.Globalization;
using System.Text;

namespace Naru.Dialects.Json;

/// <summary>
/// The members of a request that nobody asked for, by their paths, in the order of the document: unknown ones, and known ones in the wrong place.
/// Costs nothing while there is none.
/// </summary>
internal sealed class IgnoredMembers
{
    /// <summary>Enough to mend a request by, and little enough for a header.</summary>
    public const int Most = 20;

    private readonly List<string> _paths = [];

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>There were more than <see cref="Most"/>.</summary>
    public bool HasMore { get; private set; }

    /// <summary>No more paths are kept: none need be made.</summary>
    public bool IsFull => _paths.Count == Most;

    public void Add(string? path)
    {
        if (path is null || IsFull)
        {
            HasMore = true;
            return;
        }

        _paths.Add(path);
    }

    /// <summary>The same and one more; the original may be shared.</summary>
    public static IgnoredMembers With(IgnoredMembers? members, string path)
    {
        var more = new IgnoredMembers { HasMore = members?.HasMore ?? false };
        more._paths.AddRange(members?.Paths ?? []);
        more.Add(path);
        return more;
    }

    public bool SaysTheSame(IgnoredMembers other) => HasMore == other.HasMore && _paths.SequenceEqual(other._paths, StringComparer.Ordinal);

    /// <summary>
    /// As the value of a header: joined by commas; what a header cannot hold, and a comma in a name, as the percent escapes of its UTF-8.
    /// </summary>
    public string ToHeader()
    {
        var text = new StringBuilder();
        foreach (var path in Paths)
        {
            text.Append(text.Length == 0 ? "" : ", ");
            Escape(text, path);
        }

        // Headers are ASCII: the dots of the ellipsis stand for themselves.
        return text.Append(HasMore ? ", ..." : "").ToString();
    }

    private static void Escape(StringBuilder text, string path)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in path.EnumerateRunes())
        {
            if (rune is { IsAscii: true, Value: > ' ' and < 0x7F and not ',' and not '%' })
            {
                text.Append((char)rune.Value);
                continue;
            }

            foreach (var part in utf8[..rune.EncodeToUtf8(utf8)])
            {
                text.Append(CultureInfo.InvariantCulture, $"%{part:X2}");
            }
        }
    }
}
