using Naru.Core.Messages;
using static Naru.Dialects.Sinch.Status.SinchReasonCodes;

namespace Naru.Dialects.Sinch.Status;

/// <summary>
/// Why a message that ended failed, by its state, its reason and the raw result code. Every pair that the journey can produce is named; one that it
/// cannot is a bug here or there, and said so.
/// </summary>
public static class SinchOutcome
{
    /// <summary>Word for word, the missing space among them, from Sinch's page on KakaoTalk.</summary>
    public static readonly SinchReason NoAuthenticationWording = new(
        TemplateInsufficientParameters,
        "Authentication message not included in Template, when sending an authentication message.The content must contain auth guide ment.");

    public static readonly SinchReason ValidityEnded = new(DeliveryTimedOut, "The message could not be delivered before its time to live was over");

    public static readonly SinchReason OutcomeUnknown = new(
        DeliveryTimedOut, "No delivery report came in time: whether the message reached the recipient is not known");

    public static readonly SinchReason UnusableNumber = new(RecipientInvalidChannelIdentity, "The identity of the recipient is not a phone number");

    public static readonly SinchReason UnknownSender = new(ChannelBadConfiguration, "The project has no sender with the sender key of the app's credential");

    public static readonly SinchReason Cancelled = new(DeliveryRejectedDueToPolicy, "The message was cancelled before it was sent");

    public static readonly SinchReason NoCarrier = new(ChannelConfigurationMissing, "No route carries this channel");

    public static readonly SinchReason UnknownTemplate = new(TemplateNotFound, "The sender has no approved template with this template_id");

    public static readonly SinchReason MissingParameter = new(TemplateInsufficientParameters, "The template has parameters for which no value was given");

    public static readonly SinchReason NoIdentity = new(NoChannelIdentityForContact, "The contact has no identity on any channel that was to be tried");

    public static readonly SinchReason UnsupportedContent = new(UnsupportedOperation, "The channel does not carry this kind of message");

    public static readonly SinchReason ChannelNotConfigured = new(ChannelConfigurationMissing, "The app has no credential for the channel");

    public static readonly SinchReason AdvertisingHours = new(OutsideAllowedSendingWindow, "Advertisements are not sent between 20:50 and 08:00 Korean time");

    public static readonly SinchReason NeverOpen = new(
        OutsideAllowedSendingWindow, "The hours at which the message may be sent and the hours of advertisements never come together");

    /// <summary>Null where it was delivered.</summary>
    public static SinchReason? Of(Message message) => (message.State, message.EndReason) switch
    {
        (MessageState.Delivered, EndReason.ResultCode) => null,
        (MessageState.Undelivered, EndReason.ResultCode) => ByCode(message.ResultCode),
        (MessageState.Undelivered or MessageState.Expired, EndReason.OutcomeUnknown) => OutcomeUnknown,
        (MessageState.Expired, EndReason.ValidityEnded) => ValidityEnded,
        (MessageState.Cancelled, EndReason.Cancelled) => Cancelled,

        // Which parameters were missed stands where it was found out: at the beginning of the timeline.
        (MessageState.Rejected, var reason) when OfRefusal(reason, message.Timeline is [var first, ..] ? first.Note : null) is { } refusal => refusal,
        _ => throw new InvalidOperationException($"No message ends as {message.State} because of {message.EndReason}."),
    };

    /// <summary>Why a step failed that another follows.</summary>
    public static SinchReason Of(StepEnd step) => step.Reason switch
    {
        EndReason.ValidityEnded => ValidityEnded,
        EndReason.OutcomeUnknown => OutcomeUnknown,
        EndReason.ResultCode => ByCode(step.Code),
        var refusal => OfRefusal(refusal, null) ?? throw new InvalidOperationException($"No step ends because of {refusal}."),
    };

    /// <summary>Why a message that was accepted can never be sent; null where nothing is refused for this.</summary>
    /// <param name="note">Which of its parts is at fault.</param>
    public static SinchReason? OfRefusal(EndReason reason, string? note) => reason switch
    {
        EndReason.UnusableNumber => UnusableNumber,
        EndReason.UnknownSender => UnknownSender,
        EndReason.NoCarrier => NoCarrier,
        EndReason.UnknownTemplate => UnknownTemplate,
        EndReason.MissingParameter => note is null ? MissingParameter : MissingParameter with { Description = $"{MissingParameter.Description}: {note}" },
        EndReason.NoAuthenticationWording => NoAuthenticationWording,
        EndReason.NoIdentity => NoIdentity,
        EndReason.UnsupportedContent => UnsupportedContent,
        EndReason.ChannelNotConfigured => ChannelNotConfigured,
        EndReason.AdvertisingHours => AdvertisingHours,
        EndReason.NeverOpen => NeverOpen,
        _ => null,
    };

    private static SinchReason ByCode(string? code) =>
        code is not null && SinchResultMap.TryGet(code, out var reason) && reason is not null ? reason : SinchResultMap.Unlisted(code);
}
