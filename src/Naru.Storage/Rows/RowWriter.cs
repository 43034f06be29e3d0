using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Naru.Storage.Rows;

/// <summary>
/// Writes one blob after the other into a buffer that is kept: no allocation once it has grown. Not thread-safe: every writing
/// thread has its own.
/// </summary>
/// <remarks>
/// Numbers are base-128 varints, low bits first; signed ones zigzag. A string is its byte count and UTF-8. Text that is no valid
/// UTF-16 (a lone surrogate) has no UTF-8: it is kept as the UTF-16 it is, so that what was accepted is what is given back.
/// </remarks>
internal sealed class RowWriter
{
    private byte[] _buffer = new byte[1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public RowWriter Begin(byte version)
    {
        _length = 0;
        Byte(version);
        return this;
    }

    public void Byte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(ulong value)
    {
        Reserve(10);
        while (value >= 0x80)
        {
            _buffer[_length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        _buffer[_length++] = (byte)value;
    }

    public void Number(long value) => Number((ulong)value);

    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    public void Instant(DateTimeOffset value, DateTimeOffset from) => Signed(Instants.ToMilliseconds(value) - Instants.ToMilliseconds(from));

    public void Instant(DateTimeOffset value) => Signed(Instants.ToMilliseconds(value));

    /// <summary>Whole seconds, which nearly all lengths are, take three bytes for two days; others are exact too.</summary>
    public void Length(TimeSpan value)
    {
        if (value.Ticks % TimeSpan.TicksPerSecond == 0)
        {
            Signed(value.Ticks / TimeSpan.TicksPerSecond * 2);
        }
        else
        {
            Signed((value.Ticks << 1) | 1);
        }
    }

    public void Text(string value)
    {
        // Three bytes are the most that one UTF-16 unit becomes.
        Reserve(10 + (value.Length * 3));
        if (value.Length <= 20)
        {
            // At most 60 bytes: the length is one byte, and the text can be written behind it at once.
            var status = Utf8.FromUtf16(value, _buffer.AsSpan(_length + 1), out _, out var bytes, replaceInvalidSequences: false);
            if (status == System.Buffers.OperationStatus.Done)
            {
                _buffer[_length] = (byte)(bytes << 1);
                _length += bytes + 1;
                return;
            }
        }
        else if (Valid(value))
        {
            Number((ulong)Encoding.UTF8.GetByteCount(value) << 1);
            _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
            return;
        }

        // The byte count again, with the low bit for "UTF-16".
        Number(((ulong)value.Length << 2) | 1);
        foreach (var unit in value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(_length), unit);
            _length += 2;
        }
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number((ulong)value.Length);
        Reserve(value.Length);
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
    }

    private static bool Valid(string value)
    {
        for (var rest = value.AsSpan(); ;)
        {
            var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
            {
                return true;
            }

            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                return false;
            }

            rest = rest[(at + 2)..];
        }
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _length < count)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + count));
        }
    }
}
