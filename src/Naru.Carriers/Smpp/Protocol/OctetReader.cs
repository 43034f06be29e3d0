using System.Buffers.Binary;
using System.Text;

namespace Naru.Carriers.Smpp.Protocol;

/// <summary>
/// Reads the body of a PDU. Never fails and never reads past the end: after the first fault it gives empty values and <see cref="Fault"/> says which it was.
/// </summary>
internal ref struct OctetReader(ReadOnlySpan<byte> octets)
{
    private ReadOnlySpan<byte> _left = octets;

    /// <summary>What was wrong first; null = nothing so far.</summary>
    public string? Fault { get; private set; }

    public readonly bool IsAtEnd => _left.IsEmpty;

    public byte Octet(string field)
    {
        var one = Octets(1, field);
        return one.IsEmpty ? (byte)0 : one[0];
    }

    public ushort Short(string field)
    {
        var two = Octets(2, field);
        return two.IsEmpty ? (ushort)0 : BinaryPrimitives.ReadUInt16BigEndian(two);
    }

    public ReadOnlySpan<byte> Octets(int count, string field)
    {
        if (Fault is not null || _left.Length < count)
        {
            Fail($"{field} is cut off");
            return default;
        }

        var taken = _left[..count];
        _left = _left[count..];
        return taken;
    }

    /// <summary>A C-Octet String: Latin-1, so that no octet is lost.</summary>
    /// <param name="size">The largest size of the field, its closing NUL included.</param>
    public string Text(int size, string field)
    {
        if (Fault is not null)
        {
            return "";
        }

        var end = _left[..Math.Min(size, _left.Length)].IndexOf((byte)0);
        if (end < 0)
        {
            Fail(_left.Length < size ? $"{field} is cut off" : $"{field} is longer than {size - 1}");
            return "";
        }

        var text = Encoding.Latin1.GetString(_left[..end]);
        _left = _left[(end + 1)..];
        return text;
    }

    public void Fail(string fault) => Fault ??= fault;
}
