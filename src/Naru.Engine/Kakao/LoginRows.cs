namespace Naru.Engine.Kakao;

/// <summary>An access or refresh token of a person for an app. The token itself is never kept, only its SHA-256.</summary>
/// <param name="Login">Ties the tokens of one login together.</param>
/// <param name="IsNative">Given for a native app key, which has a longer life.</param>
public sealed record LoginToken(string Hash, long App, long Person, bool IsRefresh, string Login, bool IsNative, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>The login asked for an id token; so do its refreshs.</summary>
    public bool OpenId { get; init; }

    /// <summary>When the person logged in.</summary>
    public DateTimeOffset AuthAt { get; init; } = IssuedAt;
}

/// <summary>An authorization code that nobody has used yet; kept by its SHA-256.</summary>
/// <param name="Challenge">PKCE, S256; null: none was given.</param>
public sealed record LoginCode(string Hash, long App, long Person, string RedirectUri, string? Challenge, bool IsNative, DateTimeOffset ExpiresAt)
{
    /// <summary>The login asked for an id token.</summary>
    public bool OpenId { get; init; }

    public string? Nonce { get; init; }

    public DateTimeOffset AuthAt { get; init; }
}

/// <summary>An uploaded or scraped image; its bytes are a file.</summary>
public sealed record ShareImage(string Id, long App, string ContentType, int Length, int Width, int Height, DateTimeOffset ExpiresAt);

/// <summary>What became of a share's callback.</summary>
/// <param name="Status">HTTP; 0: there was no answer.</param>
/// <param name="Fault">In words; null: it was answered with 2XX.</param>
public sealed record CallbackRecord(string Id, long App, string ResourceId, string Url, bool IsGet, string Fields, DateTimeOffset At, int Status, string? Fault)
{
    /// <summary>There was no answer in time.</summary>
    public bool TimedOut { get; init; }
}
