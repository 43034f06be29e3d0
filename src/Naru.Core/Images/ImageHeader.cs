using System.Buffers.Binary;

namespace Naru.Core.Images;

/// <summary>
/// Format and size of a PNG or JPEG, from the bytes at its beginning. The name and the media type of a file say nothing: what it holds does. Nothing is
/// decoded. Pure; never throws.
/// </summary>
public static class ImageHeader
{
    private const byte Marker = 0xFF;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Null where the file is neither, or ends before it has said how large the picture is.</summary>
    public static ImageFacts? Read(ReadOnlySpan<byte> file) => file.StartsWith(PngSignature) ? ReadPng(file) : file is [Marker, 0xD8, ..] ? ReadJpeg(file) : null;

    /// <summary>The chunk IHDR comes first: its length and name, then width and height (PNG specification 11.2.1).</summary>
    private static ImageFacts? ReadPng(ReadOnlySpan<byte> file) => file.Length >= 24 && file[12..16].SequenceEqual("IHDR"u8)
        ? Facts(ImageFormat.Png, BinaryPrimitives.ReadUInt32BigEndian(file[16..]), BinaryPrimitives.ReadUInt32BigEndian(file[20..]), file.Length)
        : null;

    /// <summary>
    /// Segments, each with its length, up to the first that begins a frame (SOF0 to SOF15, save DHT, JPG and DAC): precision, height, width (ITU T.81,
    /// B.2.2). Where a camera was held upright (EXIF orientation) the two are as stored: KakaoTalk asks for pictures made for it.
    /// </summary>
    private static ImageFacts? ReadJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 4 <= file.Length)
        {
            if (file[at] != Marker)
            {
                return null;
            }

            var kind = file[at + 1];
            if (kind == Marker)
            {
                // Fill bytes may stand before a marker.
                at++;
                continue;
            }

            if (kind is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                // These stand alone, without a length.
                at += 2;
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (IsFrame(kind))
            {
                return at + 9 <= file.Length
                    ? Facts(ImageFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), file.Length)
                    : null;
            }

            // The picture itself, or its end, before any frame; or a length that does not even hold itself.
            if (kind is 0xDA or 0xD9 || length < 2)
            {
                return null;
            }

            at += 2 + length;
        }

        return null;
    }

    private static bool IsFrame(byte kind) => kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static ImageFacts? Facts(ImageFormat format, uint width, uint height, int bytes) =>
        width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue ? new ImageFacts(format, (int)width, (int)height, bytes) : null;
}
