using System.Text;

namespace Naru.Core.Content;

/// <summary>
/// The characters of Korean text messages: EUC-KR as the carriers mean it, code page 949 with the 8,822 syllables that KS X 1001 lacks. ASCII takes one
/// byte, everything else two. Private-use characters, which the code page knows, stand for nothing on a phone and count as unknown. Pure, thread-safe.
/// </summary>
public static class SmsEucKr
{
    private static readonly Encoding Page = CodePagesEncodingProvider.Instance.GetEncoding(949, new EncoderReplacementFallback("?"), new DecoderReplacementFallback("\uFFFD"))!;

    /// <summary>The bytes of each UTF-16 unit, 0 where it has none: 64 kB, so that counting is one look a character.</summary>
    private static readonly byte[] Lengths = ReadLengths();

    /// <summary>1 or 2, or 0 for a character that cannot be written.</summary>
    public static int LengthOf(char character) => Lengths[character];

    /// <summary>Whether every character can be written.</summary>
    public static bool CanWrite(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (Lengths[character] == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What cannot be written becomes a question mark: ask <see cref="CanWrite"/> first.</summary>
    public static byte[] GetBytes(string text) => Page.GetBytes(text);

    /// <summary>Never fails: bytes that mean nothing become U+FFFD.</summary>
    public static string GetText(ReadOnlySpan<byte> bytes) => Page.GetString(bytes);

    private static byte[] ReadLengths()
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding(949, new EncoderReplacementFallback(""), new DecoderReplacementFallback(""))!;
        var lengths = new byte[char.MaxValue + 1];
        Span<char> character = stackalloc char[1];
        Span<char> back = stackalloc char[2];
        Span<byte> bytes = stackalloc byte[8];
        for (var unit = 0; unit <= char.MaxValue; unit++)
        {
            if (unit is >= 0xD800 and <= 0xF8FF)
            {
                continue; // halves of pairs, and private use
            }

            // There and back: the code page takes some characters for others that look alike.
            character[0] = (char)unit;
            var length = strict.GetBytes(character, bytes);
            lengths[unit] = length is 1 or 2 && strict.GetChars(bytes[..length], back) == 1 && back[0] == unit && (length == 1) == (unit < 0x80) ? (byte)length : (byte)0;
        }

        return lengths;
    }
}
