namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The body of submit_sm and of deliver_sm (SMPP 3.4 §4.4.1 and §4.6.1), which is the same.</summary>
public sealed record ShortMessage
{
    /// <summary>Octets of short_message; longer ones go into <see cref="TlvTag.MessagePayload"/>.</summary>
    public const int MaxText = 254;

    private const int MaxServiceType = 5;
    private const int TimeSize = 17;

    /// <summary>At most 5 characters.</summary>
    public string ServiceType { get; init; } = "";

    public required SmppAddress From { get; init; }

    public required SmppAddress To { get; init; }

    /// <summary>See <see cref="EsmClass"/>.</summary>
    public byte Class { get; init; }

    public byte ProtocolId { get; init; }

    public byte Priority { get; init; }

    /// <summary>Empty, or 16 characters (§7.1).</summary>
    public string ScheduleTime { get; init; } = "";

    /// <summary>Empty, or 16 characters (§7.1).</summary>
    public string ValidityPeriod { get; init; } = "";

    public byte RegisteredDelivery { get; init; }

    public byte ReplaceIfPresent { get; init; }

    public byte DataCoding { get; init; }

    public byte DefaultMessageId { get; init; }

    /// <summary>The text's octets, at most <see cref="MaxText"/>.</summary>
    public ReadOnlyMemory<byte> Text { get; init; }

    public IReadOnlyList<Tlv> Parameters { get; init; } = [];

    /// <summary>What the message says, wherever it stands.</summary>
    public ReadOnlyMemory<byte> Payload => Text.IsEmpty && Parameters.Find(TlvTag.MessagePayload) is { } payload ? payload.Value : Text;

    public static ShortMessage? Read(ReadOnlySpan<byte> body, out string? fault)
    {
        var reader = new OctetReader(body);
        var message = new ShortMessage
        {
            ServiceType = reader.Text(MaxServiceType + 1, "service_type"),
            From = SmppAddress.Read(ref reader, "source_addr"),
            To = SmppAddress.Read(ref reader, "destination_addr"),
            Class = reader.Octet("esm_class"),
            ProtocolId = reader.Octet("protocol_id"),
            Priority = reader.Octet("priority_flag"),
            ScheduleTime = reader.Text(TimeSize, "schedule_delivery_time"),
            ValidityPeriod = reader.Text(TimeSize, "validity_period"),
            RegisteredDelivery = reader.Octet("registered_delivery"),
            ReplaceIfPresent = reader.Octet("replace_if_present_flag"),
            DataCoding = reader.Octet("data_coding"),
            DefaultMessageId = reader.Octet("sm_default_msg_id"),
            Text = ReadText(ref reader),
            Parameters = Tlv.ReadAll(ref reader),
        };
        fault = reader.Fault;
        return fault is null ? message : null;
    }

    public void Write(PduWriter writer)
    {
        if (Text.Length > MaxText)
        {
            throw new InvalidOperationException($"A text of {Text.Length} octets does not fit into short_message.");
        }

        writer.Text(ServiceType);
        From.Write(writer);
        To.Write(writer);
        writer.Octet(Class);
        writer.Octet(ProtocolId);
        writer.Octet(Priority);
        writer.Text(ScheduleTime);
        writer.Text(ValidityPeriod);
        writer.Octet(RegisteredDelivery);
        writer.Octet(ReplaceIfPresent);
        writer.Octet(DataCoding);
        writer.Octet(DefaultMessageId);
        writer.Octet((byte)Text.Length);
        writer.Octets(Text.Span);
        foreach (var parameter in Parameters)
        {
            parameter.Write(writer);
        }
    }

    private static byte[] ReadText(ref OctetReader reader)
    {
        var length = reader.Octet("sm_length");
        if (length > MaxText)
        {
            reader.Fail($"sm_length is above {MaxText}");
        }

        return reader.Octets(length, "short_message").ToArray();
    }
}

/// <summary>The bits of esm_class (SMPP 3.4 §5.2.12).</summary>
public static class EsmClass
{
    public const byte StoreAndForward = 0x03;
    public const byte TypeMask = 0x3C;
    public const byte DeliveryReceipt = 0x04;
    public const byte IntermediateNotification = 0x20;
    public const byte UserDataHeader = 0x40;
}
