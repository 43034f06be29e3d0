namespace Naru.Carriers.Smpp.Protocol;

/// <summary>A number with what kind it is (SMPP 3.4 §5.2.5 and §5.2.6).</summary>
/// <param name="Ton">Type of number: 0 unknown, 1 international, 2 national, 5 alphanumeric …</param>
/// <param name="Npi">Numbering plan: 0 unknown, 1 E.164 …</param>
/// <param name="Text">At most 20 characters.</param>
public readonly record struct SmppAddress(byte Ton, byte Npi, string Text)
{
    /// <summary>Characters of an address.</summary>
    public const int MaxText = 20;

    internal static SmppAddress Read(ref OctetReader reader, string field, int size = MaxText + 1) =>
        new(reader.Octet(field), reader.Octet(field), reader.Text(size, field));

    internal void Write(PduWriter writer)
    {
        writer.Octet(Ton);
        writer.Octet(Npi);
        writer.Text(Text);
    }
}
