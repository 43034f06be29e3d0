using System.Collections.Frozen;
using static Naru.Dialects.Infobip.Status.InfobipErrors;
using static Naru.Dialects.Infobip.Status.InfobipStatuses;

namespace Naru.Dialects.Infobip.Status;

/// <summary>
/// What a delivery report says for each result code of the Bizmessage centre, when the journey ended with it. Infobip
/// publishes no such table for KakaoTalk, so that the choice is ours; its lines:
/// <list type="bullet">
/// <item>Kakao refused the content or the request: UNDELIVERABLE_REJECTED_OPERATOR, Kakao being the operator.</item>
/// <item>The person cannot be reached, or Kakao failed twice: UNDELIVERABLE_NOT_DELIVERED.</item>
/// <item>The sender or its channel is unusable: REJECTED_SENDER; the number: REJECTED_DESTINATION.</item>
/// <item>Nobody knows: EXPIRED_DLR_UNKNOWN, which is what its name says.</item>
/// </list>
/// </summary>
public static class InfobipResultMap
{
    /// <summary>The validity ended before the message could be delivered.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) ValidityEnded =
        (ExpiredExpired, InfobipErrors.ValidityExpired);

    /// <summary>An attempt may or may not have reached the recipient, and the time to find out ran out.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) OutcomeUnknown =
        (ExpiredDlrUnknown, ProviderTimeout);

    /// <summary>The recipient is no number that a phone can have.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) UnusableNumber =
        (RejectedDestination, InvalidRequestDestination);

    /// <summary>The workspace has no such sender.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) UnknownSender =
        (RejectedSender, MissingSenderMetadata);

    /// <summary>
    /// Cancelled by its owner. Infobip's own CANCELLED (98) belongs to voice; 31 is the general status for "not sent".
    /// </summary>
    public static readonly (InfobipStatus Status, InfobipError Error) Cancelled =
        (UndeliverableNotSent, MessageCanceled);

    /// <summary>No carrier carries this step.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) NoCarrier =
        (RejectedRouteNotAvailable, ServiceNotActivated);

    /// <summary>The sender has no approved template of this code.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) UnknownTemplate =
        (UndeliverableRejectedPlatform, TemplateNotAvailable);

    /// <summary>A variable of the template was given no value.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) MissingParameter =
        (UndeliverableRejectedPlatform, InvalidTemplateArgs);

    /// <summary>It was to go as an authentication message, and its text does not say that it is one.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) NoAuthenticationWording =
        (UndeliverableRejectedPlatform, InvalidTemplate);

    /// <summary>There is no hour at which it may leave, or it would have to wait for one where that is not wanted.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) NoHour =
        (UndeliverableRejectedPlatform, NotAllowedSendingTime);

    /// <summary>The recipient has no identity on any channel that was to be tried.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) NoIdentity =
        (RejectedDestination, InvalidRequestDestination);

    /// <summary>The channel does not carry this kind of content.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) UnsupportedContent =
        (UndeliverableRejectedPlatform, BadRequest);

    /// <summary>The app is not set up for the channel.</summary>
    public static readonly (InfobipStatus Status, InfobipError Error) ChannelNotConfigured =
        (RejectedRouteNotAvailable, ServiceNotActivated);

    // Static fields are initialised in the order of the text: the pairs above come first because the table names them.
    private static readonly FrozenDictionary<string, (InfobipStatus Status, InfobipError Error)> ByCode =
        new Dictionary<string, (InfobipStatus Status, InfobipError Error)>(StringComparer.Ordinal)
        {
            ["0000"] = (DeliveredToHandset, NoError),
            ["1000"] = (DeliveredToHandset, NoError),

            // The request, the contract, the channel and the sender.
            ["1001"] = (UndeliverableRejectedOperator, BadRequest),
            ["1002"] = (UndeliverableRejectedPlatform, Configuration), // the gateway's key, not the caller's
            ["1003"] = (RejectedSender, UnknownApplication),
            ["1004"] = (UndeliverableRejectedOperator, BadRequest),
            ["1006"] = (RejectedSender, UnknownApplication),
            ["1007"] = (RejectedSender, AccountIssue),
            ["1011"] = (RejectedSender, ServiceNotActivated),
            ["1012"] = (RejectedDestination, BadRequest),
            ["1013"] = (RejectedSender, DeploymentConfiguration),
            ["1014"] = (RejectedSender, AccountIssue),
            ["1015"] = (RejectedDestination, UnknownUser),
            ["1016"] = (RejectedSender, AccountIssue),
            ["1020"] = UnusableNumber,
            ["1021"] = (RejectedSender, AccountIssue),
            ["1022"] = (RejectedSender, AccountIssue),
            ["1023"] = (RejectedSender, UnknownApplication),
            ["1024"] = (RejectedSender, AccountIssue),
            ["1025"] = (RejectedSender, SpamRate),
            ["1026"] = (UndeliverableRejectedPlatform, Configuration),
            ["1027"] = (RejectedSender, SpamRate),
            ["1028"] = (UndeliverableRejectedOperator, ServiceNotActivated),
            ["1030"] = (UndeliverableRejectedOperator, BadRequest),
            ["1033"] = (UndeliverableRejectedOperator, InvalidTemplate),

            // The centre itself.
            ["2001"] = (UndeliverableNotDelivered, ProviderInternal),
            ["2003"] = (RejectedDestinationNotRegistered, ForbiddenAccess),
            ["2004"] = (UndeliverableNotDelivered, ProviderInternal),
            ["2005"] = (UndeliverableNotDelivered, MediaHosting),
            ["2006"] = (UndeliverableRejectedPlatform, Configuration),

            // The message as a whole and the person.
            ["3000"] = (UndeliverableNotDelivered, ProviderInternal),
            ["3005"] = OutcomeUnknown,
            ["3006"] = (UndeliverableNotDelivered, ProviderInternal),
            ["3008"] = (RejectedDestination, InvalidDestinationAddress),
            ["3010"] = (UndeliverableNotDelivered, ProviderInternal),
            ["3011"] = (UndeliverableRejectedOperator, BadRequest),
            ["3012"] = (RejectedDuplicateMessageId, DuplicateRequest),
            ["3013"] = (UndeliverableRejectedOperator, BadRequest),
            ["3014"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3015"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3016"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3018"] = (UndeliverableNotDelivered, AbsentSubscriber), // not 7002: that is permanent, this user may return
            ["3019"] = (UndeliverableNotDelivered, UnknownUser),
            ["3020"] = (UndeliverableNotDelivered, BlockedUser), // not 7030: the block is per channel, not per template
            ["3021"] = (UndeliverableNotDelivered, UnsupportedMobileAppVersion),

            // Not REJECTED_DND, which clients read as an opt-out of this person.
            ["3022"] = (UndeliverableRejectedOperator, NotAllowedSendingTime),
            ["3023"] = (UndeliverableRejectedOperator, BadRequest),
            ["3024"] = (UndeliverableRejectedOperator, MediaUnsupported),
            ["3025"] = (UndeliverableRejectedOperator, InvalidTemplateArgs),
            ["3026"] = (UndeliverableRejectedOperator, BadRequest),

            // Parts that differ from the template or are too long.
            ["3027"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3028"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3029"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3030"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3031"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3032"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3033"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3034"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3035"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3036"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3037"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3038"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3039"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3040"] = (UndeliverableRejectedOperator, InvalidTemplateArgs),
            ["3041"] = (UndeliverableRejectedOperator, BadRequest),
            ["3042"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3043"] = (UndeliverableRejectedOperator, InvalidTemplateArgs),
            ["3044"] = (UndeliverableRejectedOperator, InvalidTemplateArgs),
            ["3045"] = (UndeliverableRejectedOperator, InvalidTemplateArgs),
            ["3046"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3047"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3048"] = (UndeliverableRejectedOperator, BadRequest),
            ["3050"] = (UndeliverableRejectedOperator, ServiceNotActivated),
            ["3051"] = (UndeliverableRejectedOperator, BadRequest),
            ["3052"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3053"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3054"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3055"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3056"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["3057"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["3058"] = (RejectedMessageTooLong, MessageTextTooLong),

            // Results and the Brand Message request interface.
            ["4000"] = OutcomeUnknown,
            ["4001"] = OutcomeUnknown,
            ["4100"] = (UndeliverableRejectedOperator, BadRequest),
            ["4101"] = (UndeliverableRejectedOperator, BadRequest),
            ["4102"] = (UndeliverableRejectedOperator, InvalidTemplate),
            ["4103"] = (UndeliverableRejectedPlatform, Configuration),
            ["4104"] = (RejectedSender, UnknownApplication),
            ["4110"] = (UndeliverableRejectedOperator, BadRequest),
            ["4120"] = (UndeliverableRejectedOperator, BadRequest),
            ["4121"] = (RejectedDestination, BadRequest),
            ["4122"] = (UndeliverableNotDelivered, ProviderDeliveryReport),
            ["4130"] = (UndeliverableRejectedPlatform, Configuration),
            ["4131"] = (RejectedDuplicateMessageId, DuplicateRequest),
            ["4132"] = (UndeliverableRejectedOperator, InvalidTemplateArgs),
            ["4133"] = (UndeliverableRejectedOperator, TemplateNotAvailable),
            ["4134"] = (UndeliverableRejectedOperator, TemplateNotSynced),
            ["4137"] = (UndeliverableNotDelivered, ProviderInternal),
            ["4138"] = (RejectedFloodingFilter, TooManyRequests),
            ["4139"] = (UndeliverableNotDelivered, ProviderInternal),
            ["4140"] = (UndeliverableNotDelivered, ProviderInternal),
            ["4141"] = (UndeliverableNotDelivered, ProviderInternal),
            ["4142"] = (UndeliverableNotDelivered, ProviderInternal),
            ["4143"] = (UndeliverableNotDelivered, ProviderTimeout),
            ["4144"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["4156"] = (RejectedFloodingFilter, TooManyRequests),
            ["4161"] = OutcomeUnknown,

            // Test sends, the dealer's gateway, a centre out of service, the polling contract.
            ["5000"] = (RejectedDestinationNotRegistered, ForbiddenAccess),
            ["5001"] = (RejectedFloodingFilter, TooManyRequests),
            ["8001"] = (UndeliverableNotDelivered, TemporaryGateway),
            ["8004"] = (UndeliverableNotDelivered, ProviderTimeout),
            ["9001"] = (UndeliverableNotDelivered, TemporaryGateway),
            ["9998"] = (UndeliverableNotDelivered, ProviderInternal),
            ["9999"] = (UndeliverableNotDelivered, ProviderInternal),
            ["ME09"] = OutcomeUnknown,

            // Final only once the validity is over.
            ["PHONE_OFF"] = ValidityEnded,

            // Mobile carriers.
            ["SMS_UNDELIVERABLE"] = (UndeliverableNotDelivered, ProviderDeliveryReport),
            ["SMS_EXPIRED"] = ValidityEnded,
            ["SMS_DELETED"] = (UndeliverableNotDelivered, ProviderDeliveryReport),
            ["SMS_REJECTED"] = (UndeliverableRejectedOperator, ProviderDeliveryReport),
            ["SMS_UNKNOWN"] = OutcomeUnknown,
            ["SMS_PARTLY_SENT"] = (UndeliverableNotDelivered, TemporaryGateway),
            ["SMS_CARRIER_FAULT"] = (UndeliverableNotDelivered, ProviderInternal),
            ["SMS_INVALID_NUMBER"] = UnusableNumber,
            ["SMS_INVALID_SENDER"] = UnknownSender,
            ["SMS_SENDER_UNREGISTERED"] = UnknownSender,
            ["SMS_TOO_LONG"] = (RejectedMessageTooLong, MessageTextTooLong),
            ["SMS_UNSENDABLE_TEXT"] = (UndeliverableRejectedPlatform, BadRequest),
            ["SMS_BAD_REQUEST"] = (UndeliverableRejectedPlatform, Configuration),
            ["SMS_NOT_ALLOWED"] = (UndeliverableRejectedOperator, ForbiddenAccess),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The pair for a result code. <see langword="false"/> for a code that nobody published; the caller then reports
    /// what the journey knows (for instance <see cref="OutcomeUnknown"/>) and keeps the raw code on the timeline.
    /// </summary>
    public static bool TryGet(string rawCode, out (InfobipStatus Status, InfobipError Error) outcome) =>
        ByCode.TryGetValue(rawCode, out outcome);
}
