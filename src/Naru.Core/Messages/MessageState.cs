namespace Naru.Core.Messages;

/// <summary>
/// Where a message is on its journey. The last five are final: a message that reached one never leaves it.
/// Numbers are stored: never renumber.
/// </summary>
public enum MessageState : byte
{
    /// <summary>Waits for an instant (schedule, window, pace).</summary>
    Scheduled = 1,

    /// <summary>Waits for its turn in its lane, or for the next try.</summary>
    Queued = 2,

    /// <summary>An attempt is open: written down, on its way to the carrier.</summary>
    Submitting = 3,

    /// <summary>The carrier took it and will report.</summary>
    Submitted = 4,

    /// <summary>Nobody can say yet whether the carrier has it, or whether the phone got it.</summary>
    Unknown = 5,

    Delivered = 10,
    Undelivered = 11,
    Expired = 12,
    Rejected = 13,
    Cancelled = 14,
}

/// <summary>Why a message ended, where the carrier's result code does not say it.</summary>
public enum EndReason : byte
{
    /// <summary>The carrier's result code says it.</summary>
    ResultCode = 0,

    /// <summary>The validity ended before the message could be delivered.</summary>
    ValidityEnded = 1,

    /// <summary>An attempt may or may not have reached the recipient, and the time to find out ran out.</summary>
    OutcomeUnknown = 2,

    /// <summary>The recipient is no number that a phone can have.</summary>
    UnusableNumber = 3,

    /// <summary>The workspace has no such sender.</summary>
    UnknownSender = 4,

    /// <summary>Cancelled by its owner.</summary>
    Cancelled = 5,

    /// <summary>No carrier carries this step.</summary>
    NoCarrier = 6,

    /// <summary>The sender has no approved template of this code.</summary>
    UnknownTemplate = 7,

    /// <summary>A variable of the template was given no value.</summary>
    MissingParameter = 8,

    /// <summary>It was to go as an authentication message, and its text does not say that it is one.</summary>
    NoAuthenticationWording = 9,

    /// <summary>The recipient has no identity on any channel that was to be tried.</summary>
    NoIdentity = 10,

    /// <summary>The channel does not carry this kind of content.</summary>
    UnsupportedContent = 11,

    /// <summary>The app is not set up for the channel.</summary>
    ChannelNotConfigured = 12,

    /// <summary>An advertisement that would have to wait for the morning, where those are refused.</summary>
    AdvertisingHours = 13,

    /// <summary>Its delivery window and the hours of advertisements are never open together.</summary>
    NeverOpen = 14,
}

public static class MessageStates
{
    public static bool IsFinal(this MessageState state) => state >= MessageState.Delivered;
}
