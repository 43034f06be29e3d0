using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>
/// HMAC-SHA256 with secrets that are used again and again: setting a keyed hash up costs more than hashing a callback with it, so those that were are kept.
/// Thread-safe.
/// </summary>
internal static class SigningKeys
{
    /// <summary>Secrets whose hashes are kept; when there are more, all are let go and made anew.</summary>
    private const int Most = 1_000;

    private static readonly ConcurrentDictionary<string, ConcurrentBag<IncrementalHash>> s_hashes = new(StringComparer.Ordinal);

    /// <param name="hash">32 bytes.</param>
    public static void Sign(string secret, ReadOnlySpan<byte> signed, Span<byte> hash)
    {
        if (!s_hashes.TryGetValue(secret, out var kept))
        {
            if (s_hashes.Count >= Most)
            {
                s_hashes.Clear();
            }

            kept = s_hashes.GetOrAdd(secret, static _ => []);
        }

        var keyed = kept.TryTake(out var free) ? free : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        keyed.AppendData(signed);
        keyed.GetHashAndReset(hash);
        kept.Add(keyed);
    }
}
