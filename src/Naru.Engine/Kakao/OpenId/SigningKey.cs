using Naru.Core.Kakao.OpenId;

namespace Naru.Engine.Kakao.OpenId;

/// <summary>A key that signs id tokens. It is kept sealed, so that tokens stay good over a restart.</summary>
/// <param name="Id">As tokens and the set of keys name it.</param>
/// <param name="Pkcs8">The private key, base64.</param>
/// <param name="MadeAt">When it was published.</param>
public sealed record SigningKey(string Id, string Pkcs8, DateTimeOffset MadeAt)
{
    /// <summary>Null of keys from before there was a second one: they signed at once.</summary>
    public DateTimeOffset? SignsFrom { get; init; }

    /// <summary>Of the longest tokens that it signed.</summary>
    public TimeSpan TokenLifetime { get; init; }

    public KeyTimes Times() => new(Id, MadeAt, SignsFrom ?? MadeAt, TokenLifetime);
}

/// <summary>What an id token says of a login.</summary>
/// <param name="Nonce">Of the authorize request; null where it had none, and after a refresh.</param>
/// <param name="AuthAt">When the person logged in.</param>
public sealed record IdClaims(Naru.Core.Kakao.Connection Connection, Naru.Core.Kakao.Person Person, string? Nonce, DateTimeOffset AuthAt, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);
