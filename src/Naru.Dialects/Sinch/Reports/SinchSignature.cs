using System.Globalization;
using System.Security.Cryptography;
using Naru.Dialects.Http;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>
/// The four headers with which a receiver checks that a callback is ours and fresh (contracts/sinch.md §4): HMAC-SHA256 over
/// <c>body.nonce.timestamp</c>.
/// </summary>
internal static class SinchSignature
{
    public const string Signature = "x-sinch-webhook-signature";
    public const string Nonce = "x-sinch-webhook-signature-nonce";
    public const string Timestamp = "x-sinch-webhook-signature-timestamp";
    public const string Algorithm = "x-sinch-webhook-signature-algorithm";

    /// <param name="body">The body alone. What is signed beside it is written behind it, so that one run over one buffer signs it all.</param>
    /// <param name="secret">At most 256 characters.</param>
    /// <param name="at">By the system's clock: receivers compare it with theirs.</param>
    public static IReadOnlyDictionary<string, string> Of(PooledBytes body, string secret, string nonce, DateTimeOffset at)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        body.Raw("."u8);
        body.Raw(nonce);
        body.Raw("."u8);
        body.Raw(timestamp);
        return new Dictionary<string, string>(4, StringComparer.OrdinalIgnoreCase)
        {
            [Signature] = Sign(body.Span, secret),
            [Nonce] = nonce,
            [Timestamp] = timestamp,
            [Algorithm] = "HmacSHA256",
        };
    }

    private static string Sign(ReadOnlySpan<byte> signed, string secret)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        SigningKeys.Sign(secret, signed, hash);
        return Convert.ToBase64String(hash);
    }
}
