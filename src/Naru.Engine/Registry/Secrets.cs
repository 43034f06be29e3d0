using System.Security.Cryptography;
using System.Text;

namespace Naru.Engine.Registry;

/// <summary>
/// How secrets are kept. Keys that the gateway made are random (32 bytes), so one SHA-256 is enough and finds the row; passwords
/// and client secrets may be chosen by people, so they take PBKDF2-SHA-256 with a salt and 100,000 rounds.
/// </summary>
public static class Secrets
{
    private const int Rounds = 100_000;
    private const string MachineMade = "sha256$";

    public static string HashKey(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static string HashPassword(string password, ReadOnlySpan<byte> salt)
    {
        var hash = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, 32);
        return $"{Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }

    /// <summary>
    /// For a secret in the place of a password that the gateway made itself: 32 random bytes cannot be guessed, so no rounds are needed,
    /// and a test suite gets its workspace in milliseconds.
    /// </summary>
    public static string HashMachineMade(string secret) => MachineMade + HashKey(secret);

    /// <summary>Whether a check against it takes milliseconds.</summary>
    public static bool IsCostly(string stored) => !stored.StartsWith(MachineMade, StringComparison.Ordinal);

    public static bool CheckPassword(string password, string stored)
    {
        if (stored.StartsWith(MachineMade, StringComparison.Ordinal))
        {
            return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashMachineMade(password)), Encoding.ASCII.GetBytes(stored));
        }

        var parts = stored.Split('$');
        if (parts.Length != 3 || !int.TryParse(parts[0], out var rounds))
        {
            return false;
        }

        var expected = Convert.FromBase64String(parts[2]);
        var actual = Rfc2898DeriveBytes.Pbkdf2(password, Convert.FromBase64String(parts[1]), rounds, HashAlgorithmName.SHA256, expected.Length);
        return CryptographicOperations.FixedTimeEquals(actual, expected);
    }
}
