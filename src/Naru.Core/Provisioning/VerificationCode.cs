using System.Security.Cryptography;
using System.Text;
using Naru.Core.Senders;

namespace Naru.Core.Provisioning;

/// <summary>
/// The code that proves that a sender's administrator has the phone: six digits, good for five minutes and five tries; at most five codes an hour,
/// half a minute apart. Only a salted hash is kept, and it is compared in constant time. Pure.
/// </summary>
public static class VerificationCode
{
    public const int Digits = 6;
    public const int Tries = 5;
    public const int PerHour = 5;

    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <param name="random">Eight random bytes: the modulus of so many leaves no digit more likely than another by more than 10⁻¹³.</param>
    public static string From(ReadOnlySpan<byte> random) =>
        (BitConverter.ToUInt64(random) % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    public static string Hash(string salt, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + ":" + code)));

    /// <summary>Null where too many were sent.</summary>
    public static SenderVerification? Next(SenderVerification? before, string salt, string codeHash, DateTimeOffset now)
    {
        var sent = (before?.SentAt ?? []).Where(at => at > now - s_hour).ToList();
        if (sent.Count >= PerHour || (sent.Count > 0 && sent[^1] > now - Apart))
        {
            return null;
        }

        sent.Add(now);
        return new SenderVerification(salt, codeHash, now + GoodFor, Tries, sent);
    }

    public static bool IsOpen(SenderVerification? verification, DateTimeOffset now) => verification is { TriesLeft: > 0 } && now < verification.ExpiresAt;

    public static bool IsRight(SenderVerification verification, string code) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(Hash(verification.Salt, code)), Encoding.ASCII.GetBytes(verification.CodeHash));
}
