using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Naru.Engine.Time;

namespace Naru.Carriers.Solapi;

/// <summary>Solapi's authorisation: HMAC-SHA256 of date and salt, each signature used once (contracts/upstream-providers.md §2).</summary>
public static class SolapiSignature
{
    public const string Scheme = "HMAC-SHA256";

    private const int SaltBytes = 16;

    /// <summary>Lower-case hexadecimal.</summary>
    public static string Of(string secret, string date, string salt) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(date + salt)));

    internal static AuthenticationHeaderValue Header(string apiKey, string secret, TimeProvider time, IRandomSource random)
    {
        Span<byte> bytes = stackalloc byte[SaltBytes];
        random.Fill(bytes);
        var salt = Convert.ToHexStringLower(bytes);
        var date = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return new AuthenticationHeaderValue(Scheme, $"apiKey={apiKey}, date={date}, salt={salt}, signature={Of(secret, date, salt)}");
    }
}
