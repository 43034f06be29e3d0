namespace Naru.Fakes.Smsc;

/// <summary>What happened at the carrier, in the order in which it did.</summary>
public enum SmscEvent
{
    Bound = 1,
    BindRefused,

    /// <summary>A submission that the carrier has and will deliver, whether or not its answer arrives.</summary>
    Taken,
    Refused,
    ReceiptSent,
    ReceiptAcknowledged,
    TextSent,
    TextAcknowledged,

    /// <summary>The peer broke a rule of SMPP.</summary>
    Violation,
    Unbound,
    Ended,
}

/// <param name="Session">Which connection, from 1.</param>
/// <param name="Status">The command_status that was answered, by whichever side answers here.</param>
/// <param name="Octets">Of the text, as it came.</param>
public sealed record SmscEntry(
    int Number, DateTimeOffset At, SmscEvent Event, int Session, uint Status = 0, string? From = null, string? To = null, string? MessageId = null,
    byte DataCoding = 0, byte EsmClass = 0, string? Octets = null, string? Note = null);
