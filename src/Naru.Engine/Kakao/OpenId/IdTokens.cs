using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Naru.Core.Kakao;

namespace Naru.Engine.Kakao.OpenId;

/// <summary>Makes and reads id tokens: JSON Web Tokens signed with RS256 (OpenID Connect Core 1.0 §2). Thread-safe.</summary>
public sealed class IdTokens(KakaoDirectory directory, SigningKeys keys)
{
    private const int LongestToken = 8 * 1024;

    /// <param name="issuer">The address under which the client knows Naru.</param>
    /// <param name="audience">The app key of the login.</param>
    public async ValueTask<string> MakeAsync(string issuer, string audience, IdClaims claims, CancellationToken cancellationToken)
    {
        var (id, key) = await keys.SignerAsync(cancellationToken);
        var signed = Part(json =>
        {
            json.WriteString("kid"u8, id);
            json.WriteString("typ"u8, "JWT"u8);
            json.WriteString("alg"u8, "RS256"u8);
        }) + "." + Part(json => WriteClaims(json, issuer, audience, claims));
        return signed + "." + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    /// <summary>What a token of ours says, JSON; null where it is not of ours, was changed, is for another address, or has ended.</summary>
    public async ValueTask<byte[]?> ReadAsync(string token, string issuer, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var header, var body, var signature] || !Base64Url.IsValid(body) || !Base64Url.IsValid(signature) || KeyOf(header) is not { } id)
        {
            return null;
        }

        var (_, key) = (await keys.PublishedAsync(cancellationToken)).FirstOrDefault(one => one.Id == id);
        if (key?.VerifyData(Encoding.ASCII.GetBytes($"{header}.{body}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) != true)
        {
            return null;
        }

        var said = Base64Url.DecodeFromChars(body);
        using var json = JsonDocument.Parse(said);
        return json.RootElement.GetProperty("iss").GetString() == issuer && json.RootElement.GetProperty("exp").GetInt64() > directory.Now.ToUnixTimeSeconds() ? said : null;
    }

    /// <summary>The public halves of the keys that tokens may have: modulus and exponent, base64url.</summary>
    public async ValueTask<IReadOnlyList<(string Id, string Modulus, string Exponent)>> PublicKeysAsync(CancellationToken cancellationToken) =>
    [
        .. (await keys.PublishedAsync(cancellationToken)).Select(static one =>
        {
            var half = one.Key.ExportParameters(includePrivateParameters: false);
            return (one.Id, Base64Url.EncodeToString(half.Modulus!), Base64Url.EncodeToString(half.Exponent!));
        }),
    ];

    /// <summary>Who it is, as far as they agreed to it.</summary>
    public static void WritePerson(Utf8JsonWriter json, Person person, Connection connection)
    {
        json.WriteString("sub"u8, person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (connection.Has(ConsentItem.Nickname))
        {
            json.WriteString("nickname"u8, person.Name);
        }

        if (connection.Has(ConsentItem.ProfileImage) && person.ImageUrl.Length > 0)
        {
            json.WriteString("picture"u8, person.ImageUrl);
        }

        if (connection.Has(ConsentItem.Email) && person.Email.Length > 0)
        {
            json.WriteString("email"u8, person.Email);
        }
    }

    private static void WriteClaims(Utf8JsonWriter json, string issuer, string audience, IdClaims claims)
    {
        json.WriteString("iss"u8, issuer);
        json.WriteString("aud"u8, audience);
        WritePerson(json, claims.Person, claims.Connection);
        json.WriteNumber("auth_time"u8, claims.AuthAt.ToUnixTimeSeconds());
        json.WriteNumber("iat"u8, claims.IssuedAt.ToUnixTimeSeconds());
        json.WriteNumber("exp"u8, claims.ExpiresAt.ToUnixTimeSeconds());
        if (claims.Nonce is { } nonce)
        {
            json.WriteString("nonce"u8, nonce);
        }
    }

    /// <summary>Which key a token's header names; null where it is none that can be read.</summary>
    private static string? KeyOf(string header)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(header));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("kid", out var kid) && kid.ValueKind == JsonValueKind.String ? kid.GetString() : null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Part(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Base64Url.EncodeToString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
