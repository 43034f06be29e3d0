using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Auth;

/// <summary>
/// Access tokens: JWTs (HS256) that nothing is stored of. <c>kid</c> names the credential, and the key is derived from the hash of its secret, so that
/// rotating or revoking the credential ends its tokens at once. The Node SDK reads <c>exp</c> and fetches a new one a minute before it; the others wait
/// for the 401 that says "expired" (contracts/sinch.md §1).
/// </summary>
internal sealed class SinchTokens(WorkspaceDirectory directory, GatewayClock clock, SinchOptions options) : IBearerReader
{
    /// <summary>Tokens that were found right are remembered: their check is work for every request otherwise.</summary>
    private const int MostRemembered = 10_000;

    private static readonly byte[] s_purpose = "naru: sinch access token"u8.ToArray();

    private readonly ConcurrentDictionary<string, Verified> _verified = new(StringComparer.Ordinal);

    private sealed record Verified(long CredentialId, string SecretHash, long ExpiresAt);

    public int LifetimeSeconds { get; } = (int)options.TokenLifetime.TotalSeconds;

    public string Issue(Credential credential)
    {
        var now = Now;
        var header = Encode(credential, static (json, credential) =>
        {
            json.WriteString("alg"u8, "HS256"u8);
            json.WriteString("typ"u8, "JWT"u8);
            json.WriteString("kid"u8, credential.Id.ToString(CultureInfo.InvariantCulture));
        });
        var payload = Encode((credential.Name, now, LifetimeSeconds), static (json, claims) =>
        {
            json.WriteString("iss"u8, "naru"u8);
            json.WriteString("sub"u8, claims.Name);
            json.WriteNumber("iat"u8, claims.now);
            json.WriteNumber("exp"u8, claims.now + claims.LifetimeSeconds);
        });
        var signed = $"{header}.{payload}";
        return $"{signed}.{Base64Url.EncodeToString(Sign(credential, signed))}";
    }

    public Credential? Find(string token) => Check(token).Credential;

    public TokenCheck Check(string token)
    {
        if (!_verified.TryGetValue(token, out var verified))
        {
            verified = Verify(token);
            if (verified is null)
            {
                return TokenCheck.Invalid;
            }

            if (_verified.Count >= MostRemembered)
            {
                _verified.Clear();
            }

            _verified[token] = verified;
        }

        if (directory.UseCredential(verified.CredentialId) is not { Kind: CredentialKind.SinchKey } credential
            || !string.Equals(credential.SecretHash, verified.SecretHash, StringComparison.Ordinal))
        {
            _verified.TryRemove(token, out _);
            return TokenCheck.Invalid;
        }

        if (verified.ExpiresAt > Now)
        {
            return new TokenCheck(credential, Expired: false);
        }

        _verified.TryRemove(token, out _);
        return new TokenCheck(null, Expired: true);
    }

    private long Now => clock.System.GetUtcNow().ToUnixTimeSeconds();

    private Verified? Verify(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3
            || !Array.TrueForAll(parts, part => Base64Url.IsValid(part))
            || ReadHeader(parts[0]) is not { } id
            || directory.FindCredential(id) is not { Kind: CredentialKind.SinchKey, RevokedAt: null } credential)
        {
            return null;
        }

        var genuine = CryptographicOperations.FixedTimeEquals(Sign(credential, token[..token.LastIndexOf('.')]), Base64Url.DecodeFromChars(parts[2]));
        return genuine && ReadNumber(parts[1], "exp") is { } expires ? new Verified(credential.Id, credential.SecretHash, expires) : null;
    }

    /// <summary>The credential that a header of ours names.</summary>
    private static long? ReadHeader(string part)
    {
        using var header = Decode(part);
        return header is not null
            && header.RootElement.TryGetProperty("alg"u8, out var algorithm) && algorithm.ValueKind == JsonValueKind.String && algorithm.ValueEquals("HS256"u8)
            && header.RootElement.TryGetProperty("kid"u8, out var kid) && kid.ValueKind == JsonValueKind.String
            && long.TryParse(kid.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }

    private static long? ReadNumber(string part, string name)
    {
        using var payload = Decode(part);
        return payload is not null && payload.RootElement.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value)
            ? value
            : null;
    }

    /// <summary>Null where it is not an object. Text in it that is not Unicode is not ours either.</summary>
    private static JsonDocument? Decode(string part)
    {
        var utf8 = Base64Url.DecodeFromChars(part);
        if (!System.Text.Unicode.Utf8.IsValid(utf8) || utf8.AsSpan().Contains((byte)'\\'))
        {
            return null;
        }

        var reader = new Utf8JsonReader(utf8);
        try
        {
            if (JsonDocument.TryParseValue(ref reader, out var document) && document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document?.Dispose();
            return null;
        }
        catch (JsonException)
        {
            // No JSON, no token: the answer is in the return value.
            return null;
        }
    }

    private static string Encode<T>(T what, Action<Utf8JsonWriter, T> members)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            members(json, what);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(bytes.WrittenSpan);
    }

    private static byte[] Sign(Credential credential, string signed)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(credential.SecretHash), 32, info: s_purpose);
        return HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed));
    }
}

/// <param name="Credential">Null where the token is not good.</param>
/// <param name="Expired">It was good once.</param>
internal readonly record struct TokenCheck(Credential? Credential, bool Expired)
{
    public static readonly TokenCheck Invalid = new(null, Expired: false);
}
