using System.Runtime.InteropServices;
using System.Text;

namespace Naru.Storage.Rows;

/// <summary>
/// A text as the key of a row: its UTF-8, so that an operator can read it. Text that is no valid UTF-16 has none: it is its UTF-16 behind a byte that no
/// UTF-8 begins with, so that two texts never have one key.
/// </summary>
internal static class TextKey
{
    private const byte NoUtf8 = 0xFF;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Of(string text)
    {
        try
        {
            return s_strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return [NoUtf8, .. MemoryMarshal.AsBytes(text.AsSpan())];
        }
    }
}
