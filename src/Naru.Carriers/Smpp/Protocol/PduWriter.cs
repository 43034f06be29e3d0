using System.Buffers.Binary;
using System.Text;

namespace Naru.Carriers.Smpp.Protocol;

/// <summary>PDUs one behind the other, as they go to the socket. Used again after <see cref="Clear"/>. Not thread-safe.</summary>
public sealed class PduWriter
{
    private byte[] _octets = new byte[1024];
    private int _start;

    /// <summary>Octets so far.</summary>
    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _octets.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Between this and <see cref="End"/> the body is written.</summary>
    public void Begin(SmppCommand command, uint status, uint sequence)
    {
        _start = Length;
        Number(0);
        Number((uint)command);
        Number(status);
        Number(sequence);
    }

    public void End() => BinaryPrimitives.WriteUInt32BigEndian(_octets.AsSpan(_start), (uint)(Length - _start));

    /// <summary>A PDU without a body.</summary>
    public void Header(SmppCommand command, uint status, uint sequence)
    {
        Begin(command, status, sequence);
        End();
    }

    public void Octet(byte value) => Room(1)[0] = value;

    public void Short(ushort value) => BinaryPrimitives.WriteUInt16BigEndian(Room(2), value);

    public void Octets(ReadOnlySpan<byte> octets) => octets.CopyTo(Room(octets.Length));

    /// <summary>A C-Octet String in Latin-1. The caller has seen to its length; a NUL inside would end it, so it is an error of the caller.</summary>
    public void Text(string text)
    {
        if (text.AsSpan().Contains('\0'))
        {
            throw new ArgumentException("A NUL would end it.", nameof(text));
        }

        var room = Room(text.Length + 1);
        Encoding.Latin1.GetBytes(text, room);
        room[text.Length] = 0;
    }

    private void Number(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Room(4), value);

    private Span<byte> Room(int count)
    {
        if (_octets.Length - Length < count)
        {
            Array.Resize(ref _octets, Math.Max(_octets.Length * 2, Length + count));
        }

        var room = _octets.AsSpan(Length, count);
        Length += count;
        return room;
    }
}
