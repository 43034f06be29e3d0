using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// Bytes, numbers and texts of a card, one after another. A number has 32 bits; a text is its UTF-8 length plus one as a number, 0 for none, and the bytes.
/// </summary>
internal static class CardBytes
{
    public static void Put(this ArrayBufferWriter<byte> to, params ReadOnlySpan<byte> bytes) => to.Write(bytes);

    public static void Put(this ArrayBufferWriter<byte> to, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(4), number);
        to.Advance(4);
    }

    public static void Put(this ArrayBufferWriter<byte> to, string? text)
    {
        if (text is null)
        {
            to.Put(0);
            return;
        }

        var span = to.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, span[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(span, length + 1);
        to.Advance(4 + length);
    }

    public static byte Byte(ref ReadOnlySpan<byte> from)
    {
        var value = from[0];
        from = from[1..];
        return value;
    }

    public static int Number(ref ReadOnlySpan<byte> from)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(from);
        from = from[4..];
        return number;
    }

    public static string? Text(ref ReadOnlySpan<byte> from)
    {
        var length = Number(ref from) - 1;
        if (length < 0)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(from[..length]);
        from = from[length..];
        return text;
    }
}
