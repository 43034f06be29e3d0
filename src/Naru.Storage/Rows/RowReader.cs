using System.Buffers.Binary;
using System.Text;

namespace Naru.Storage.Rows;

/// <summary>Reads what <see cref="RowWriter"/> wrote. A row that ends too early or has an unknown version throws <see cref="InvalidDataException"/>.</summary>
internal ref struct RowReader
{
    private ReadOnlySpan<byte> _rest;

    public RowReader(ReadOnlySpan<byte> row, byte newestVersion, string kind)
    {
        _rest = row;
        Version = Byte();
        if (Version == 0 || Version > newestVersion)
        {
            throw new InvalidDataException($"A stored {kind} has format {Version}; this program reads up to {newestVersion}.");
        }
    }

    public byte Version { get; }

    public readonly bool AtEnd => _rest.IsEmpty;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() != 0;

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A stored number is too long: the row is damaged.");
    }

    public long Number() => (long)Unsigned();

    public int Count() => checked((int)Unsigned());

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public DateTimeOffset Instant(DateTimeOffset from) => Instants.FromMilliseconds(Instants.ToMilliseconds(from) + Signed());

    public DateTimeOffset Instant() => Instants.FromMilliseconds(Signed());

    public TimeSpan Length()
    {
        var value = Signed();
        return (value & 1) == 0 ? TimeSpan.FromTicks(value / 2 * TimeSpan.TicksPerSecond) : TimeSpan.FromTicks(value >> 1);
    }

    public string Text()
    {
        var head = Unsigned();
        if ((head & 1) == 0)
        {
            return Encoding.UTF8.GetString(Take(checked((int)(head >> 1))));
        }

        // The byte count: an even number, so the bit below it says "UTF-16".
        return Utf16(Take(checked((int)(head >> 1))));
    }

    public byte[] Bytes() => Take(Count()).ToArray();

    private static string Utf16(ReadOnlySpan<byte> units)
    {
        var text = new char[units.Length / 2];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(units[(i * 2)..]);
        }

        return new string(text);
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException("A stored row ends too early: it is damaged.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
