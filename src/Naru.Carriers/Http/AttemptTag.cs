using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Naru.Core.Messages;

namespace Naru.Carriers.Http;

/// <summary>
/// The reference under which a dealer knows an attempt: <c>{message}.{number}.{key}.{proof}</c>, at most 80 characters. The dealer gives it back in every report
/// and list, so nothing has to be kept to understand them; the proof is keyed, so that another installation's messages on the same account are nobody's here.
/// </summary>
internal sealed class AttemptTag(byte[] key)
{
    /// <summary>Hexadecimal: 48 bits.</summary>
    private const int ProofLength = 12;

    /// <summary>Of the message's reference: a client's own id may be longer, and Solapi takes 100 characters in all.</summary>
    private const int LongestReference = 43;

    private readonly byte[] _key = SHA256.HashData(key)[..16];

    /// <param name="reference">The message's public reference: what an operator reads in the dealer's console.</param>
    public string Of(AttemptId attempt, string reference) =>
        string.Create(CultureInfo.InvariantCulture, $"{Plain(reference)}.{attempt.Number}.{attempt.Message.Packed:x}.{Proof(attempt)}");

    public string Of(Engine.Ports.Handover handover) => Of(handover.Id, handover.Reference);

    /// <summary>The attempt; null where the text is not of this installation.</summary>
    public AttemptId? Read(string? tag)
    {
        var parts = tag?.Split('.');
        if (parts is not { Length: >= 4 }
            || !int.TryParse(parts[^3], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !long.TryParse(parts[^2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var packed) || packed >> 48 != 0)
        {
            return null;
        }

        var attempt = new AttemptId(MessageKey.FromPacked(packed), number);
        return parts[^1].Length == ProofLength
            && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(Proof(attempt).AsSpan()), MemoryMarshal.AsBytes(parts[^1].AsSpan())) ? attempt : null;
    }

    /// <summary>A client's own id may hold anything; a dealer takes letters and digits for certain.</summary>
    private static string Plain(string reference) => string.Create(
        Math.Min(reference.Length, LongestReference), reference,
        static (plain, given) =>
        {
            for (var i = 0; i < plain.Length; i++)
            {
                plain[i] = char.IsAsciiLetterOrDigit(given[i]) || given[i] is '-' or '_' ? given[i] : '_';
            }
        });

    /// <summary>Made for each message on its way out and again for its report: an HMAC would cost more here than all else that is done for it.</summary>
    private string Proof(AttemptId attempt)
    {
        Span<byte> input = stackalloc byte[12];
        BinaryPrimitives.WriteInt64BigEndian(input, attempt.Message.Packed);
        BinaryPrimitives.WriteInt32BigEndian(input[8..], attempt.Number);
        return (SipHash.Compute(_key, input) >> 16).ToString("x12", CultureInfo.InvariantCulture);
    }
}
