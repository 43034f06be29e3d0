namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The command ids of SMPP 3.4 (§5.1.2.1) that an ESME meets. The answer to a request has the highest bit set.</summary>
public enum SmppCommand : uint
{
    None = 0,
    BindReceiver = 0x0000_0001,
    BindTransmitter = 0x0000_0002,
    SubmitSm = 0x0000_0004,
    DeliverSm = 0x0000_0005,
    Unbind = 0x0000_0006,
    BindTransceiver = 0x0000_0009,
    EnquireLink = 0x0000_0015,
    AlertNotification = 0x0000_0102,
    GenericNack = 0x8000_0000,
    BindReceiverResp = 0x8000_0001,
    BindTransmitterResp = 0x8000_0002,
    SubmitSmResp = 0x8000_0004,
    DeliverSmResp = 0x8000_0005,
    UnbindResp = 0x8000_0006,
    BindTransceiverResp = 0x8000_0009,
    EnquireLinkResp = 0x8000_0015,
}

public static class SmppCommands
{
    private const uint Response = 0x8000_0000;

    public static bool IsResponse(this SmppCommand command) => ((uint)command & Response) != 0;

    /// <summary>The command that answers this request.</summary>
    public static SmppCommand Answer(this SmppCommand request) => (SmppCommand)((uint)request | Response);
}
