using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Naru.Fakes.Solapi;

/// <summary>Solapi's authorisation, strictly: the clock within 15 minutes, the salt of 12 to 64 characters, no signature twice.</summary>
internal sealed partial class SignatureCheck(string apiKey, string apiSecret)
{
    private static readonly TimeSpan s_skew = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <returns>The error code of a 403; null where it is right.</returns>
    public string? Fault(string header)
    {
        var parts = Header().Match(header);
        if (!parts.Success || parts.Groups["key"].Value != apiKey)
        {
            return "InvalidAPIKey";
        }

        var (date, salt, signature) = (parts.Groups["date"].Value, parts.Groups["salt"].Value, parts.Groups["signature"].Value);
        if (!DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || (TimeProvider.System.GetUtcNow() - at).Duration() > s_skew)
        {
            return "RequestTimeTooSkewed";
        }

        var right = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(apiSecret), Encoding.UTF8.GetBytes(date + salt)));
        if (salt.Length is < 12 or > 64 || !string.Equals(signature, right, StringComparison.Ordinal))
        {
            return "SignatureDoesNotMatch";
        }

        return _used.TryAdd(signature, true) ? null : "DuplicatedSignature";
    }

    [GeneratedRegex(@"^HMAC-SHA256 apiKey=(?<key>[^,]+), date=(?<date>[^,]+), salt=(?<salt>[^,]+), signature=(?<signature>[0-9a-f]{64})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Header();
}
