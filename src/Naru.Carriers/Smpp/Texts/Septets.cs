namespace Naru.Carriers.Smpp.Texts;

/// <summary>Packs septets as the air interface does (3GPP TS 23.038 §6.1.2.1), behind so many octets of header.</summary>
internal static class Septets
{
    public static byte[] Pack(ReadOnlySpan<byte> septets, int headerOctets)
    {
        var bit = FillBits(headerOctets);
        var octets = new byte[((septets.Length * 7) + bit + 7) / 8];
        foreach (var septet in septets)
        {
            var (at, shift) = (bit / 8, bit % 8);
            octets[at] |= (byte)(septet << shift);
            if (shift > 1)
            {
                octets[at + 1] |= (byte)(septet >> (8 - shift));
            }

            bit += 7;
        }

        return octets;
    }

    /// <summary>Where seven bits are left over they look like an <c>@</c>; it counts as filling.</summary>
    public static byte[] Unpack(ReadOnlySpan<byte> octets, int headerOctets)
    {
        var bit = FillBits(headerOctets);
        var count = Math.Max(0, ((octets.Length * 8) - bit) / 7);
        var septets = new byte[count];
        for (var i = 0; i < count; i++, bit += 7)
        {
            var (at, shift) = (bit / 8, bit % 8);
            var value = octets[at] >> shift;
            if (shift > 1)
            {
                value |= octets[at + 1] << (8 - shift);
            }

            septets[i] = (byte)(value & 0x7F);
        }

        var isFull = ((octets.Length * 8) - FillBits(headerOctets)) % 7 == 0;
        return isFull && count > 0 && septets[^1] == 0 ? septets[..^1] : septets;
    }

    private static int FillBits(int headerOctets) => (7 - (headerOctets * 8 % 7)) % 7;
}
