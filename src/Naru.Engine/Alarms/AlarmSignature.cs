using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Naru.Engine.Alarms;

/// <summary>
/// The signature of alarm webhooks, as Standard Webhooks has it (github.com/standard-webhooks/standard-webhooks, spec/standard-webhooks.md): HMAC-SHA256 over id, seconds and body.
/// Libraries of many languages check it.
/// </summary>
public static class AlarmSignature
{
    /// <summary>Before a secret that is written in Base64.</summary>
    public const string Prefix = "whsec_";

    /// <summary>A shorter secret could be guessed.</summary>
    public const int ShortestSecret = 16;

    public const int LongestSecret = 200;

    /// <summary>Whether it can sign.</summary>
    public static bool IsUsable(string secret) =>
        secret.Length is >= ShortestSecret and <= LongestSecret && (!secret.StartsWith(Prefix, StringComparison.Ordinal) || IsBase64(secret[Prefix.Length..]));

    public static IReadOnlyDictionary<string, string> HeadersOf(string id, DateTimeOffset at, ReadOnlySpan<byte> body, string? secret)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["webhook-id"] = id, ["webhook-timestamp"] = seconds };
        if (secret is not null)
        {
            byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{seconds}."), .. body];
            headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), signed)));
        }

        return headers;
    }

    private static byte[] KeyOf(string secret) =>
        secret.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(secret[Prefix.Length..]) : Encoding.UTF8.GetBytes(secret);

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);
}
