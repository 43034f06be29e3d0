namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The body of the three bind requests (SMPP 3.4 §4.1). Holds the password: its <see cref="ToString"/> does not say it.</summary>
/// <param name="SystemId">At most 15 characters.</param>
/// <param name="Password">At most 8 characters by the specification; carriers take longer ones, so up to 15 are written.</param>
/// <param name="SystemType">At most 12 characters.</param>
public sealed record BindRequest(string SystemId, string Password, string SystemType, byte InterfaceVersion = BindRequest.Version34)
{
    public const byte Version34 = 0x34;
    public const int MaxSystemId = 15;
    public const int MaxPassword = 15;
    public const int MaxSystemType = 12;
    private const int MaxAddressRange = 40;

    public SmppAddress Range { get; init; } = new(0, 0, "");

    public static BindRequest? Read(ReadOnlySpan<byte> body, out string? fault)
    {
        var reader = new OctetReader(body);
        var request = new BindRequest(
            reader.Text(MaxSystemId + 1, "system_id"), reader.Text(MaxPassword + 1, "password"), reader.Text(MaxSystemType + 1, "system_type"), reader.Octet("interface_version"))
        {
            Range = SmppAddress.Read(ref reader, "address_range", MaxAddressRange + 1),
        };
        fault = reader.Fault;
        return fault is null ? request : null;
    }

    public void Write(PduWriter writer)
    {
        writer.Text(SystemId);
        writer.Text(Password);
        writer.Text(SystemType);
        writer.Octet(InterfaceVersion);
        Range.Write(writer);
    }

    public override string ToString() => $"bind of {SystemId}";
}
