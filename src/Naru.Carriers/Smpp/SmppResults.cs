using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp;

/// <summary>Result codes for what carriers say over SMPP. docs/carriers/smpp.md has the table and where each line comes from.</summary>
internal static class SmppResults
{
    public const string Delivered = "0000";
    public const string Undeliverable = "SMS_UNDELIVERABLE";
    public const string Expired = "SMS_EXPIRED";
    public const string Deleted = "SMS_DELETED";
    public const string Rejected = "SMS_REJECTED";
    public const string Unknown = "SMS_UNKNOWN";
    public const string PartlySent = "SMS_PARTLY_SENT";
    public const string CarrierFault = "SMS_CARRIER_FAULT";
    public const string InvalidNumber = "SMS_INVALID_NUMBER";
    public const string InvalidSender = "SMS_INVALID_SENDER";
    public const string TooLong = "SMS_TOO_LONG";
    public const string UnsendableText = "SMS_UNSENDABLE_TEXT";
    public const string BadRequest = "SMS_BAD_REQUEST";
    public const string NotAllowed = "SMS_NOT_ALLOWED";

    /// <summary>A test number of the simulator (design §6): "not a test user", the code that every carrier but the simulator answers to them.</summary>
    public const string TestNumber = "5000";

    /// <summary>"Not now": nothing was taken, the same message may be accepted later, and slower is better.</summary>
    public static bool AsksForPatience(uint status) => status is SmppStatus.Throttled or SmppStatus.QueueFull;

    /// <summary>The carrier did not look at the message at all: the session was not what it should be.</summary>
    public static bool BlamesTheSession(uint status) => status is SmppStatus.InvalidBindStatus or SmppStatus.InvalidCommandId;

    /// <summary>Of a submission that was refused for good.</summary>
    public static string OfStatus(uint status) => status switch
    {
        SmppStatus.InvalidMessageLength => TooLong,
        SmppStatus.InvalidSource or SmppStatus.InvalidSourceTon or SmppStatus.InvalidSourceNpi => InvalidSender,
        SmppStatus.InvalidDestination or SmppStatus.InvalidDestinationTon or SmppStatus.InvalidDestinationNpi => InvalidNumber,
        SmppStatus.SystemError or SmppStatus.UnknownError or SmppStatus.TemporaryReceiverFault => CarrierFault,
        SmppStatus.SubmitFailed or SmppStatus.DeliveryFailure or SmppStatus.PermanentReceiverFault => Rejected,
        SmppStatus.InvalidPassword or SmppStatus.InvalidSystemId or SmppStatus.InvalidSystemType or SmppStatus.BindFailed => NotAllowed,
        >= 0x100 and <= 0x4FF => Rejected, // the carrier's own and reserved numbers: it looked at the message and does not want it
        _ => BadRequest,
    };

    /// <summary>Of a receipt's final state; null for a state after which another will come.</summary>
    public static string? OfState(ReceiptState state) => state switch
    {
        ReceiptState.Delivered => Delivered,
        ReceiptState.Expired => Expired,
        ReceiptState.Deleted => Deleted,
        ReceiptState.Undeliverable => Undeliverable,
        ReceiptState.Rejected => Rejected,
        ReceiptState.Unknown => Unknown,
        _ => null,
    };
}

/// <summary>The values of message_state (SMPP 3.4 §5.2.28).</summary>
internal enum ReceiptState : byte
{
    None = 0,
    Enroute = 1,
    Delivered = 2,
    Expired = 3,
    Deleted = 4,
    Undeliverable = 5,
    Accepted = 6,
    Unknown = 7,
    Rejected = 8,
}
