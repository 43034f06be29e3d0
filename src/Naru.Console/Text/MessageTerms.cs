using Naru.Core.Content;
using Naru.Core.Messages;

namespace Naru.Console.Text;

/// <summary>The words for what stands in a message's row.</summary>
public static class MessageTerms
{
    public static string State(MessageState state, MessageWords words) => state switch
    {
        MessageState.Scheduled => words.Scheduled,
        MessageState.Queued => words.Queued,
        MessageState.Submitting => words.Submitting,
        MessageState.Submitted => words.Submitted,
        MessageState.Unknown => words.Unknown,
        MessageState.Delivered => words.Delivered,
        MessageState.Undelivered => words.Undelivered,
        MessageState.Expired => words.Expired,
        MessageState.Rejected => words.Rejected,
        MessageState.Cancelled => words.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    /// <summary>How a state is coloured: good, bad, odd, or under way.</summary>
    public static string Tone(MessageState state) => state switch
    {
        MessageState.Delivered => "good",
        MessageState.Undelivered or MessageState.Rejected => "bad",
        MessageState.Expired or MessageState.Unknown => "warn",
        MessageState.Cancelled => "quiet",
        _ => "open",
    };

    /// <summary>Null where the result code says it.</summary>
    public static string? End(EndReason reason, MessageWords words) => reason switch
    {
        EndReason.ResultCode => null,
        EndReason.ValidityEnded => words.EndValidity,
        EndReason.OutcomeUnknown => words.EndUnknown,
        EndReason.UnusableNumber => words.EndNumber,
        EndReason.UnknownSender => words.EndSender,
        EndReason.Cancelled => words.EndCancelled,
        EndReason.NoCarrier => words.EndCarrier,
        EndReason.UnknownTemplate => words.EndTemplate,
        EndReason.MissingParameter => words.EndParameter,
        EndReason.NoAuthenticationWording => words.EndWording,
        EndReason.NoIdentity => words.EndIdentity,
        EndReason.UnsupportedContent => words.EndContent,
        EndReason.ChannelNotConfigured => words.EndChannel,
        EndReason.AdvertisingHours => words.EndNight,
        EndReason.NeverOpen => words.EndNeverOpen,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };

    public static string Line(TimelineKind kind, MessageWords words) => kind switch
    {
        TimelineKind.Accepted => words.LineAccepted,
        TimelineKind.AttemptStarted => words.LineAttempt,
        TimelineKind.Taken => words.LineTaken,
        TimelineKind.Result => words.LineResult,
        TimelineKind.NotSent => words.LineNotSent,
        TimelineKind.OutcomeUnclear => words.LineUnclear,
        TimelineKind.Resent => words.LineResent,
        TimelineKind.NextStep => words.LineNextStep,
        TimelineKind.RetryPlanned => words.LineRetry,
        TimelineKind.Ended => words.LineEnded,
        TimelineKind.LateResult => words.LineLate,
        TimelineKind.Planned => words.LinePlanned,
        TimelineKind.Held => words.LineHeld,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such line."),
    };

    public static string ChannelName(Channel channel, MessageWords words) => channel switch
    {
        Channel.AlimTalk => words.AlimTalk,
        Channel.BrandMessage => words.Brand,
        Channel.ConsultationTalk => words.Consultation,
        Channel.Sms => words.Sms,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No such channel."),
    };

    public static string Class(MessageClass messageClass, MessageWords words) => messageClass switch
    {
        MessageClass.Authentication => words.ClassAuthentication,
        MessageClass.High => words.ClassHigh,
        MessageClass.Standard => words.ClassStandard,
        MessageClass.Low => words.ClassLow,
        _ => throw new ArgumentOutOfRangeException(nameof(messageClass), messageClass, "No such class."),
    };
}
