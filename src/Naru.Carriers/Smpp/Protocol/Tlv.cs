namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The tags of optional parameters (SMPP 3.4 §5.3.2) that we say or understand; others are carried as they came.</summary>
public static class TlvTag
{
    public const ushort ReceiptedMessageId = 0x001E;
    public const ushort UserMessageReference = 0x0204;
    public const ushort SarReference = 0x020C;
    public const ushort SarTotal = 0x020E;
    public const ushort SarNumber = 0x020F;
    public const ushort ScInterfaceVersion = 0x0210;
    public const ushort MsAvailability = 0x0422;
    public const ushort NetworkErrorCode = 0x0423;
    public const ushort MessagePayload = 0x0424;
    public const ushort MessageState = 0x0427;
}

/// <summary>An optional parameter.</summary>
/// <param name="Value">At most 65,535 octets.</param>
public readonly record struct Tlv(ushort Tag, ReadOnlyMemory<byte> Value)
{
    /// <summary>Its value as a number of one or two octets; null where it has another length.</summary>
    public int? Number => Value.Length switch
    {
        1 => Value.Span[0],
        2 => (Value.Span[0] << 8) | Value.Span[1],
        _ => null,
    };

    /// <summary>A number, or octets, as the last fields of a PDU. Same tag and octets are equal: records compare memory by identity.</summary>
    public bool Equals(Tlv other) => Tag == other.Tag && Value.Span.SequenceEqual(other.Value.Span);

    public override int GetHashCode() => HashCode.Combine(Tag, Value.Length);

    public static Tlv Of(ushort tag, byte value) => new(tag, new[] { value });

    public static Tlv Of(ushort tag, ushort value) => new(tag, new[] { (byte)(value >> 8), (byte)value });

    internal static Tlv[] ReadAll(ref OctetReader reader)
    {
        List<Tlv>? all = null;
        while (!reader.IsAtEnd && reader.Fault is null)
        {
            var tag = reader.Short("a parameter's tag");
            var length = reader.Short("a parameter's length");
            var value = reader.Octets(length, "a parameter's value");
            if (reader.Fault is null)
            {
                (all ??= []).Add(new Tlv(tag, value.ToArray()));
            }
        }

        return all?.ToArray() ?? [];
    }

    internal void Write(PduWriter writer)
    {
        writer.Short(Tag);
        writer.Short((ushort)Value.Length);
        writer.Octets(Value.Span);
    }
}

public static class Tlvs
{
    /// <summary>The first parameter of this tag.</summary>
    public static Tlv? Find(this IReadOnlyList<Tlv> all, ushort tag)
    {
        foreach (var one in all)
        {
            if (one.Tag == tag)
            {
                return one;
            }
        }

        return null;
    }
}
