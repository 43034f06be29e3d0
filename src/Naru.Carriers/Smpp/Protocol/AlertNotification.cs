namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The carrier says that a subscriber can be reached again (SMPP 3.4 §4.12). It has no answer.</summary>
/// <param name="Availability">0 available, 1 denied, 2 unavailable; null where it is not said.</param>
public sealed record AlertNotification(SmppAddress Source, SmppAddress Esme, int? Availability)
{
    private const int AddressSize = 65;

    public static AlertNotification? Read(ReadOnlySpan<byte> body, out string? fault)
    {
        var reader = new OctetReader(body);
        var source = SmppAddress.Read(ref reader, "source_addr", AddressSize);
        var esme = SmppAddress.Read(ref reader, "esme_addr", AddressSize);
        var parameters = Tlv.ReadAll(ref reader);
        fault = reader.Fault;
        return fault is null ? new AlertNotification(source, esme, parameters.Find(TlvTag.MsAvailability)?.Number) : null;
    }

    public void Write(PduWriter writer)
    {
        Source.Write(writer);
        Esme.Write(writer);
        if (Availability is { } state)
        {
            Tlv.Of(TlvTag.MsAvailability, (byte)state).Write(writer);
        }
    }
}
