namespace Naru.Carriers.Smpp.Texts;

/// <summary>Which part of which message this is.</summary>
/// <param name="Reference">The same in all parts; 8 or 16 bits.</param>
/// <param name="Total">At least 1.</param>
/// <param name="Number">From 1 to <see cref="Total"/>.</param>
internal readonly record struct PartMark(int Reference, byte Total, byte Number)
{
    public bool IsUsable => Total > 0 && Number > 0 && Number <= Total;
}

/// <summary>The header in front of a text (3GPP TS 23.040 §9.2.3.24).</summary>
internal static class UserDataHeader
{
    /// <summary>Octets of the header that marks a part with an 8-bit reference.</summary>
    public const int PartSize = 6;

    private const byte Concatenated8 = 0x00;
    private const byte Concatenated16 = 0x08;

    public static byte[] Of(PartMark part) => [PartSize - 1, Concatenated8, 3, (byte)part.Reference, part.Total, part.Number];

    /// <summary>The octets that the header takes, all where it says more than there is; and the mark, where it has one that can be true.</summary>
    public static int Read(ReadOnlySpan<byte> payload, out PartMark? part)
    {
        part = null;
        if (payload.IsEmpty)
        {
            return 0;
        }

        var size = payload[0] + 1;
        if (size > payload.Length)
        {
            return payload.Length;
        }

        var elements = payload[1..size];
        while (elements.Length >= 2 && elements.Length >= elements[1] + 2)
        {
            var data = elements.Slice(2, elements[1]);
            PartMark? mark = (elements[0], data.Length) switch
            {
                (Concatenated8, 3) => new PartMark(data[0], data[1], data[2]),
                (Concatenated16, 4) => new PartMark((data[0] << 8) | data[1], data[2], data[3]),
                _ => null,
            };
            if (mark is { IsUsable: true })
            {
                part = mark;
            }

            elements = elements[(data.Length + 2)..];
        }

        return size;
    }
}
