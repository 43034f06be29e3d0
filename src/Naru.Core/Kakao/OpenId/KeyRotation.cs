namespace Naru.Core.Kakao.OpenId;

/// <summary>When a key of id tokens does what.</summary>
/// <param name="PublishedAt">Since when clients can know it.</param>
/// <param name="SignsFrom">Until the next one does. A first key does at once: nobody can have read the set without it.</param>
/// <param name="TokenLifetime">Of the longest tokens that it signs.</param>
public sealed record KeyTimes(string Id, DateTimeOffset PublishedAt, DateTimeOffset SignsFrom, TimeSpan TokenLifetime);

/// <summary>What is to be done about the keys at an instant.</summary>
/// <param name="Published">A new key; null: none is due.</param>
/// <param name="Changed">Keys whose tokens live longer than was known: written before the next is signed.</param>
/// <param name="Over">Keys of which no token can be good any more.</param>
public sealed record KeyPlan(KeyTimes? Published, IReadOnlyList<KeyTimes> Changed, IReadOnlyList<KeyTimes> Over)
{
    public bool IsNothing => Published is null && Changed.Count == 0 && Over.Count == 0;
}

/// <summary>
/// How the keys of id tokens follow each other. Each is published, waits until every client that keeps the set of keys has read it anew, signs for a period, and
/// stays in the set until no token of its can be good, and as long again as clients keep the set. It is looked at when a token or the set is asked for: where nobody
/// asked for a year the old key signs on until the new one has waited.
/// </summary>
/// <param name="Period">For which a key signs.</param>
/// <param name="Cache">For which clients may keep the set of keys.</param>
/// <param name="TokenLifetime">Of the longest tokens that are signed now.</param>
public sealed record KeyRotation(TimeSpan Period, TimeSpan Cache, TimeSpan TokenLifetime)
{
    /// <summary>Null where there is no key. Where the clock was put back, all may be later than now: then the first of them.</summary>
    public static KeyTimes? Signer(IEnumerable<KeyTimes> keys, DateTimeOffset now)
    {
        var ordered = Ordered(keys);
        return ordered.LastOrDefault(key => key.SignsFrom <= now) ?? ordered.FirstOrDefault();
    }

    /// <param name="newId">For a key that is to be published.</param>
    public KeyPlan Plan(IReadOnlyCollection<KeyTimes> keys, DateTimeOffset now, string newId)
    {
        var ordered = Ordered(keys);
        if (Signer(ordered, now) is not { } signer)
        {
            return new KeyPlan(new KeyTimes(newId, now, now, TokenLifetime), [], []);
        }

        var isDue = ordered[^1] == signer && now >= signer.SignsFrom + Period - Cache;
        return new KeyPlan(
            isDue ? new KeyTimes(newId, now, now + Cache, TokenLifetime) : null,
            signer.TokenLifetime < TokenLifetime ? [signer with { TokenLifetime = TokenLifetime }] : [],
            [.. ordered.Zip(ordered.Skip(1)).Where(pair => pair.First != signer && pair.Second.SignsFrom + pair.First.TokenLifetime + Cache <= now).Select(pair => pair.First)]);
    }

    private static KeyTimes[] Ordered(IEnumerable<KeyTimes> keys) => [.. keys.OrderBy(key => key.SignsFrom).ThenBy(key => key.Id, StringComparer.Ordinal)];
}
