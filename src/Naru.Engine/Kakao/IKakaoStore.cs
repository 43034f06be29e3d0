namespace Naru.Engine.Kakao;

/// <summary>
/// What is kept of the Developers platform: apps, people, connections, tokens, templates, counters. Rows are documents; all of them are read at the start and
/// held in memory by <see cref="KakaoDirectory"/>.
/// </summary>
public interface IKakaoStore
{
    ValueTask<IReadOnlyList<KakaoRow>> LoadAllAsync(CancellationToken cancellationToken);

    /// <summary>In one durable transaction: rows are removed, then written (inserted, or replaced by kind and key).</summary>
    ValueTask ApplyAsync(IReadOnlyCollection<KakaoRow> put, IReadOnlyCollection<(KakaoRowKind Kind, string Key)> removed, CancellationToken cancellationToken);
}

/// <param name="Body">JSON.</param>
public sealed record KakaoRow(KakaoRowKind Kind, string Key, string Body);

/// <summary>Numbers are stored: never renumber.</summary>
public enum KakaoRowKind : byte
{
    App = 1,
    Person = 2,
    Connection = 3,
    Token = 4,
    Code = 5,
    Template = 6,
    Counter = 7,
    Image = 8,
    Callback = 9,

    /// <summary>The highest numbers that were given out, so that none is given twice.</summary>
    Last = 10,

    /// <summary>Calls that were passed to Kakao itself.</summary>
    Passed = 11,
}
