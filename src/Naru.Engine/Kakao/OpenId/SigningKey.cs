namespace Naru.Engine.Kakao.OpenId;

/// <summary>The key that signs id tokens. It is kept sealed, so that tokens stay good over a restart.</summary>
/// <param name="Id">As tokens and the set of keys name it.</param>
/// <param name="Pkcs8">The private key, base64.</param>
public sealed record SigningKey(string Id, string Pkcs8, DateTimeOffset MadeAt);

/// <summary>What an id token says of a login.</summary>
/// <param name="Nonce">Of the authorize request; null where it had none, and after a refresh.</param>
/// <param name="AuthAt">When the person logged in.</param>
public sealed record IdClaims(Naru.Core.Kakao.Connection Connection, Naru.Core.Kakao.Person Person, string? Nonce, DateTimeOffset AuthAt, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt);
