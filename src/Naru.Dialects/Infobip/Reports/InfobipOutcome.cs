using Naru.Core.Messages;
using Naru.Dialects.Infobip.Status;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>
/// What <c>status</c> and <c>error</c> say about a message, by its state, its reason and the raw result code. Every pair that the journey can
/// produce is named; one that it cannot is a bug here or there, and said so.
/// </summary>
internal static class InfobipOutcome
{
    /// <summary>
    /// A code that nobody published ended the journey after its retry: not delivered, because the carrier said something that was no
    /// success. The raw code stands on the timeline.
    /// </summary>
    public static readonly (InfobipStatus Status, InfobipError Error) UnlistedCode =
        (InfobipStatuses.UndeliverableNotDelivered, InfobipErrors.ProviderDeliveryReport);

    /// <summary>A carrier took it, and the person has not got it yet: what an intermediate report says.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) Taken = (InfobipStatuses.PendingWaitingDelivery, InfobipErrors.NoError);

    private static readonly (InfobipStatus Status, InfobipError Error) s_enroute = (InfobipStatuses.PendingEnroute, InfobipErrors.NoError);

    public static (InfobipStatus Status, InfobipError Error) Of(Message message) => (message.State, message.EndReason) switch
    {
        (MessageState.Scheduled or MessageState.Queued or MessageState.Submitting, _) => s_enroute,
        (MessageState.Submitted or MessageState.Unknown, _) => Taken,
        (MessageState.Delivered, EndReason.ResultCode) => (InfobipStatuses.DeliveredToHandset, InfobipErrors.NoError),
        (MessageState.Undelivered, EndReason.ResultCode) => ByCode(message.ResultCode),
        (MessageState.Undelivered or MessageState.Expired, EndReason.OutcomeUnknown) => InfobipResultMap.OutcomeUnknown,
        (MessageState.Expired, EndReason.ValidityEnded) => InfobipResultMap.ValidityEnded,
        (MessageState.Rejected, var reason and not EndReason.ResultCode) => OfRefusal(reason),
        (MessageState.Cancelled, EndReason.Cancelled) => InfobipResultMap.Cancelled,
        _ => throw new InvalidOperationException($"No message ends as {message.State} because of {message.EndReason}."),
    };

    /// <summary>For a step that failed while another follows.</summary>
    public static (InfobipStatus Status, InfobipError Error) Of(StepEnd step) => step.Reason switch
    {
        EndReason.ResultCode => ByCode(step.Code),
        EndReason.ValidityEnded => InfobipResultMap.ValidityEnded,
        EndReason.OutcomeUnknown => InfobipResultMap.OutcomeUnknown,
        var refusal => OfRefusal(refusal),
    };

    /// <summary>For a message that was never handed over, because it could never be sent.</summary>
    public static (InfobipStatus Status, InfobipError Error) OfRefusal(EndReason reason) => reason switch
    {
        EndReason.UnusableNumber => InfobipResultMap.UnusableNumber,
        EndReason.UnknownSender => InfobipResultMap.UnknownSender,
        EndReason.NoCarrier => InfobipResultMap.NoCarrier,
        EndReason.UnknownTemplate => InfobipResultMap.UnknownTemplate,
        EndReason.MissingParameter => InfobipResultMap.MissingParameter,
        EndReason.NoAuthenticationWording => InfobipResultMap.NoAuthenticationWording,
        EndReason.NoIdentity => InfobipResultMap.NoIdentity,
        EndReason.UnsupportedContent => InfobipResultMap.UnsupportedContent,
        EndReason.ChannelNotConfigured => InfobipResultMap.ChannelNotConfigured,
        EndReason.AdvertisingHours or EndReason.NeverOpen => InfobipResultMap.NoHour,
        _ => throw new InvalidOperationException($"No message is rejected because of {reason}."),
    };

    /// <summary>The states in which a message may show this group; which it does show, <see cref="Of(Message)"/> says.</summary>
    public static IReadOnlyCollection<MessageState> StatesOf(string groupName) => groupName switch
    {
        "ACCEPTED" => [],
        "PENDING" => [MessageState.Scheduled, MessageState.Queued, MessageState.Submitting, MessageState.Submitted, MessageState.Unknown],
        "DELIVERED" => [MessageState.Delivered],
        "UNDELIVERABLE" => [MessageState.Undelivered, MessageState.Cancelled],
        "EXPIRED" => [MessageState.Expired, MessageState.Undelivered],
        "REJECTED" => [MessageState.Rejected, MessageState.Undelivered],
        _ => throw new ArgumentOutOfRangeException(nameof(groupName), groupName, "No such group."),
    };

    private static (InfobipStatus Status, InfobipError Error) ByCode(string? code) =>
        code is not null && InfobipResultMap.TryGet(code, out var outcome) ? outcome : UnlistedCode;
}
