using System.Buffers.Binary;

namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The sixteen octets before every PDU (SMPP 3.4 §3.2.1).</summary>
/// <param name="Length">Of the whole PDU, header included.</param>
public readonly record struct SmppHeader(uint Length, SmppCommand Command, uint Status, uint Sequence)
{
    public const int Size = 16;

    /// <param name="octets">At least <see cref="Size"/>.</param>
    public static SmppHeader Read(ReadOnlySpan<byte> octets) => new(
        BinaryPrimitives.ReadUInt32BigEndian(octets),
        (SmppCommand)BinaryPrimitives.ReadUInt32BigEndian(octets[4..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[8..]),
        BinaryPrimitives.ReadUInt32BigEndian(octets[12..]));
}

/// <summary>What stands at the head of the octets that have arrived.</summary>
public enum FrameState : byte
{
    /// <summary>More octets are needed.</summary>
    Incomplete = 0,

    Whole = 1,

    /// <summary>A length that no PDU has: where the next one begins cannot be known.</summary>
    Garbage = 2,
}

/// <summary>Cuts what arrives into PDUs. Pure; fails on nothing.</summary>
public static class SmppFrame
{
    /// <param name="octets">What has arrived and was not read yet.</param>
    /// <param name="maxLength">The longest PDU that is taken.</param>
    /// <param name="header">Of a whole PDU; of garbage as far as it came.</param>
    /// <param name="body">What follows the header, for a whole PDU.</param>
    public static FrameState Read(ReadOnlySpan<byte> octets, int maxLength, out SmppHeader header, out ReadOnlySpan<byte> body)
    {
        header = default;
        body = default;
        if (octets.Length < sizeof(uint))
        {
            return FrameState.Incomplete;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(octets);
        var isGarbage = length < SmppHeader.Size || length > (uint)maxLength;
        if (octets.Length < SmppHeader.Size)
        {
            return isGarbage ? FrameState.Garbage : FrameState.Incomplete;
        }

        header = SmppHeader.Read(octets);
        if (isGarbage)
        {
            return FrameState.Garbage;
        }

        if (octets.Length < length)
        {
            return FrameState.Incomplete;
        }

        body = octets[SmppHeader.Size..(int)length];
        return FrameState.Whole;
    }
}
