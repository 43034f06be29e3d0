using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Naru.Carriers.Bizgo;

/// <summary>
/// Webhook headers of Bizgo: <c>X-IB-Signature</c> = HMAC-SHA256(secret, <c>X-IB-Timestamp</c>). The body is not signed, so a captured pair can be used within the
/// tolerance: TLS and an allow-list of addresses belong before it. Whether it is hexadecimal or Base64 is not published: both are read, as Bizgo's own SDKs do.
/// </summary>
public static class BizgoSignature
{
    public static byte[] Of(string secret, string timestamp) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(timestamp));

    /// <param name="timestamp">Milliseconds since 1970, as the header has it.</param>
    public static bool IsValid(string secret, string timestamp, string signature, DateTimeOffset now, TimeSpan tolerance)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || Math.Abs(now.ToUnixTimeMilliseconds() - at) > tolerance.TotalMilliseconds)
        {
            return false;
        }

        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var read = signature.Length == given.Length * 2
            ? Convert.FromHexString(signature, given, out _, out var count) == System.Buffers.OperationStatus.Done && count == given.Length
            : Convert.TryFromBase64String(signature, given, out count) && count == given.Length;
        return read && CryptographicOperations.FixedTimeEquals(given, Of(secret, timestamp));
    }
}
