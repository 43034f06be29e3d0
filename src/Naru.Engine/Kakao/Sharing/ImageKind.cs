using System.Buffers.Binary;

namespace Naru.Engine.Kakao.Sharing;

/// <summary>What a picture is and how large, as its own first bytes say; whatever it was called.</summary>
public sealed record ImageKind(string ContentType, int Width, int Height)
{
    /// <summary>Null where it is none of PNG, GIF and JPEG.</summary>
    public static ImageKind? Of(ReadOnlySpan<byte> bytes) =>
        IsPng(bytes) && bytes.Length >= 24 ? new ImageKind("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)) && bytes.Length >= 10
            ? new ImageKind("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]))
        : bytes.Length > 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 ? Jpeg(bytes)
        : null;

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.Length >= 8 && bytes[0] == 0x89 && bytes[1..8].SequenceEqual("PNG\r\n\u001a\n"u8);

    /// <summary>The size stands in the frame's header, behind segments that say their lengths.</summary>
    private static ImageKind? Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new ImageKind("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
