using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Naru.Server.Logging;

/// <summary>Names whose values never stand in a log, read word by word: <c>ClientSecret</c>, <c>access_token</c>, <c>RequestBody</c>.</summary>
internal static class SensitiveKeys
{
    /// <summary>Wherever they stand in the name: a password's hash is no one's business either.</summary>
    private static readonly FrozenSet<string> s_anywhere = Words(
        "authorization", "password", "passwords", "passwd", "pwd", "secret", "secrets", "cookie", "cookies", "otp", "apikey");

    /// <summary>As the last word: <c>MessageText</c> is a text, <c>TextLimit</c> is a number.</summary>
    private static readonly FrozenSet<string> s_last = Words("token", "tokens", "text", "texts", "body", "bodies");

    /// <summary>Names are few and constant; should somebody make them up, they are not remembered.</summary>
    private const int MostRemembered = 2_000;

    private static readonly ConcurrentDictionary<string, bool> s_known = new(StringComparer.Ordinal);

    public static bool Contains(string key)
    {
        if (s_known.TryGetValue(key, out var sensitive))
        {
            return sensitive;
        }

        sensitive = Judge(key);
        if (s_known.Count < MostRemembered)
        {
            s_known.TryAdd(key, sensitive);
        }

        return sensitive;
    }

    private static bool Judge(string key)
    {
        var words = Split(key);
        return words.Count > 0
            && (words.Any(s_anywhere.Contains)
                || s_last.Contains(words[^1])
                || (words.Count > 1 && words[^1] is "key" or "keys" && words[^2] is "api" or "private" or "admin"));
    }

    /// <summary>At capitals and at whatever is no letter: <c>X-Api-Key</c>, <c>xApiKey</c> and <c>x_api_key</c> are the same.</summary>
    internal static List<string> Split(string key)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= key.Length; i++)
        {
            var ends = i == key.Length || !char.IsLetter(key[i]);
            var turns = !ends && i > start && char.IsUpper(key[i]) && (!char.IsUpper(key[i - 1]) || (i + 1 < key.Length && char.IsLower(key[i + 1])));
            if (!ends && !turns)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(key[start..i].ToLowerInvariant());
            }

            start = ends ? i + 1 : i;
        }

        return words;
    }

    private static FrozenSet<string> Words(params string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
