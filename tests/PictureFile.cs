using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Naru.Tests;

/// <summary>Files as cameras and drawing programs write them, as small as they can be.</summary>
internal static class PictureFile
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A grey picture that every browser shows.</summary>
    public static byte[] Png(int width, int height)
    {
        using var file = new MemoryStream();
        file.Write(PngSignature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        WriteChunk(file, "IHDR", header);
        using var pixels = new MemoryStream();
        using (var compressed = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[width + 1];
            row.AsSpan(1).Fill(0xB4);
            for (var y = 0; y < height; y++)
            {
                compressed.Write(row);
            }
        }

        WriteChunk(file, "IDAT", pixels.ToArray());
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The beginning of a photograph: what a camera adds stands before the frame. It has no pixels.</summary>
    /// <param name="frame">SOF0 is 0xC0, progressive 0xC2.</param>
    /// <param name="camera">Bytes of what the camera adds, in segments.</param>
    public static byte[] Jpeg(int width, int height, byte frame = 0xC0, int camera = 100)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        for (var left = camera; left > 0; left -= 60_000)
        {
            WriteSegment(file, 0xE1, new byte[Math.Min(left, 60_000)]);
        }

        WriteSegment(file, 0xC4, new byte[28]);
        file.WriteByte(0xFF); // a fill byte
        WriteSegment(file, frame, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);
        file.Write([0xFF, 0xDA]);
        return file.ToArray();
    }

    private static void WriteSegment(Stream file, byte kind, ReadOnlySpan<byte> content) =>
        file.Write([0xFF, kind, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content]);

    private static void WriteChunk(Stream file, string name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(name), .. content];
        file.Write(checkedPart);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(checkedPart));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
