namespace Naru.Carriers.Smpp.Protocol;

/// <summary>The values of command_status (SMPP 3.4 §5.1.3) that this house says or understands; any other number can come.</summary>
public static class SmppStatus
{
    public const uint Ok = 0x00;
    public const uint InvalidMessageLength = 0x01;
    public const uint InvalidCommandLength = 0x02;
    public const uint InvalidCommandId = 0x03;
    public const uint InvalidBindStatus = 0x04;
    public const uint AlreadyBound = 0x05;
    public const uint InvalidPriority = 0x06;
    public const uint InvalidRegisteredDelivery = 0x07;
    public const uint SystemError = 0x08;
    public const uint InvalidSource = 0x0A;
    public const uint InvalidDestination = 0x0B;
    public const uint InvalidMessageId = 0x0C;
    public const uint BindFailed = 0x0D;
    public const uint InvalidPassword = 0x0E;
    public const uint InvalidSystemId = 0x0F;
    public const uint QueueFull = 0x14;
    public const uint InvalidServiceType = 0x15;
    public const uint InvalidEsmClass = 0x43;
    public const uint SubmitFailed = 0x45;
    public const uint InvalidSourceTon = 0x48;
    public const uint InvalidSourceNpi = 0x49;
    public const uint InvalidDestinationTon = 0x50;
    public const uint InvalidDestinationNpi = 0x51;
    public const uint InvalidSystemType = 0x53;
    public const uint Throttled = 0x58;
    public const uint InvalidSchedule = 0x61;
    public const uint InvalidValidity = 0x62;
    public const uint TemporaryReceiverFault = 0x64;
    public const uint PermanentReceiverFault = 0x65;
    public const uint InvalidOptionalPart = 0xC0;
    public const uint InvalidParameterLength = 0xC2;
    public const uint MissingParameter = 0xC3;
    public const uint DeliveryFailure = 0xFE;
    public const uint UnknownError = 0xFF;
}
