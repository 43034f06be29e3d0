using System.Collections.Frozen;
using Naru.Core.Results;
using static Naru.Dialects.Sinch.Status.SinchReasonCodes;

namespace Naru.Dialects.Sinch.Status;

/// <summary>
/// What a FAILED callback gives as its reason, for each result code of the Bizmessage centre with which a journey can end. Sinch publishes no such
/// table for KakaoTalk; the lines follow contracts/sinch.md §5:
/// <list type="bullet">
/// <item>The content differs from the template or a variable is missing: TEMPLATE_INSUFFICIENT_PARAMETERS; no such template: TEMPLATE_NOT_FOUND.</item>
/// <item>The person is no KakaoTalk user, has blocked the channel or is away: RECIPIENT_NOT_REACHABLE; no phone number: RECIPIENT_INVALID_CHANNEL_IDENTITY.</item>
/// <item>The sender or its contract is unusable: CHANNEL_BAD_CONFIGURATION; the centre failed: CHANNEL_FAILURE; nobody knows: DELIVERY_TIMED_OUT.</item>
/// </list>
/// </summary>
public static class SinchResultMap
{
    private static readonly FrozenDictionary<string, SinchReason?> s_byCode =
        new Dictionary<string, SinchReason?>(
        [
            Delivered("0000"),
            Delivered("1000"),

            // The request, the contract, the channel and the sender.
            Said("1001", BadRequest),
            Said("1002", ChannelBadConfiguration), // the gateway's key, not the caller's
            Said("1003", ChannelBadConfiguration),
            Said("1004", BadRequest),
            Said("1006", ChannelBadConfiguration, SinchSubCodes.InactiveSender),
            Said("1007", ChannelBadConfiguration, SinchSubCodes.InactiveSender),
            Said("1011", ChannelBadConfiguration),
            Said("1012", RecipientInvalidChannelIdentity),
            Said("1013", ChannelBadConfiguration),
            Said("1014", ChannelBadConfiguration),
            Said("1015", RecipientNotReachable),
            Said("1016", ChannelBadConfiguration),
            Said("1020", RecipientInvalidChannelIdentity),
            Said("1021", ChannelBadConfiguration, SinchSubCodes.InactiveSender),
            Said("1022", ChannelBadConfiguration, SinchSubCodes.InactiveSender),
            Said("1023", ChannelBadConfiguration, SinchSubCodes.InactiveSender),
            Said("1024", ChannelBadConfiguration, SinchSubCodes.InactiveSender),
            Said("1025", DeliveryRejectedDueToPolicy),
            Said("1026", ChannelBadConfiguration),
            Said("1027", DeliveryRejectedDueToPolicy),
            Said("1028", NoPermission),
            Said("1030", BadRequest),
            Said("1033", TemplateInsufficientParameters),

            // The centre itself.
            Said("2001", ChannelFailure),
            Said("2003", RecipientNotOptedIn),
            Said("2004", ChannelFailure),
            Said("2005", MediaNotReachable, SinchSubCodes.MediaTypeUndetermined),
            Said("2006", ChannelBadConfiguration),

            // The message as a whole and the person.
            Said("3000", ChannelFailure),
            Said("3005", DeliveryTimedOut),
            Said("3006", ChannelFailure),
            Said("3008", RecipientInvalidChannelIdentity),
            Said("3010", ChannelFailure),
            Said("3011", BadRequest),
            Said("3012", ChannelReject),
            Said("3013", BadRequest),
            Said("3014", BadRequest),
            Said("3015", TemplateNotFound),
            Said("3016", TemplateInsufficientParameters),
            Said("3018", RecipientNotReachable),
            Said("3019", RecipientNotReachable),
            Said("3020", RecipientNotReachable),
            Said("3021", RecipientNotReachable),
            Said("3022", OutsideAllowedSendingWindow),
            Said("3023", BadRequest),
            Said("3024", MediaTypeUnsupported, SinchSubCodes.AttachmentRejected),
            Said("3025", BadRequest),
            Said("3026", BadRequest),

            // Parts that differ from the template or are too long.
            Said("3027", TemplateInsufficientParameters),
            Said("3028", TemplateInsufficientParameters),
            Said("3029", BadRequest),
            Said("3030", TemplateInsufficientParameters),
            Said("3031", TemplateInsufficientParameters),
            Said("3032", BadRequest),
            Said("3033", TemplateInsufficientParameters),
            Said("3034", BadRequest),
            Said("3035", BadRequest),
            Said("3036", TemplateInsufficientParameters),
            Said("3037", BadRequest),
            Said("3038", TemplateInsufficientParameters),
            Said("3039", BadRequest),
            Said("3040", BadRequest),
            Said("3041", BadRequest),
            Said("3042", TemplateInsufficientParameters),
            Said("3043", TemplateInsufficientParameters),
            Said("3044", TemplateInsufficientParameters),
            Said("3045", TemplateInsufficientParameters),
            Said("3046", BadRequest),
            Said("3047", BadRequest),
            Said("3048", BadRequest),
            Said("3050", UnsupportedOperation),
            Said("3051", BadRequest),
            Said("3052", BadRequest),
            Said("3053", TemplateInsufficientParameters),
            Said("3054", TemplateInsufficientParameters),
            Said("3055", TemplateInsufficientParameters),
            Said("3056", BadRequest),
            Said("3057", TemplateInsufficientParameters),
            Said("3058", BadRequest),

            // Results and the Brand Message request interface.
            Said("4000", DeliveryTimedOut),
            Said("4001", DeliveryTimedOut),
            Said("4100", BadRequest),
            Said("4101", BadRequest),
            Said("4102", TemplateInsufficientParameters),
            Said("4103", ChannelBadConfiguration),
            Said("4104", ChannelBadConfiguration),
            Said("4110", BadRequest),
            Said("4120", BadRequest),
            Said("4121", RecipientInvalidChannelIdentity),
            Said("4122", ChannelFailure),
            Said("4130", ChannelBadConfiguration),
            Said("4131", ChannelReject),
            Said("4132", TemplateInsufficientParameters),
            Said("4133", TemplateNotFound),
            Said("4134", TemplateNonExistingLanguageOrVersion), // changed since: the version that was meant is gone
            Said("4137", ChannelFailure),
            Said("4138", RateLimited),
            Said("4139", ChannelFailure),
            Said("4140", ChannelFailure),
            Said("4141", ChannelFailure),
            Said("4142", ChannelFailure),
            Said("4143", DeliveryTimedOut),
            Said("4144", BadRequest),
            Said("4156", RateLimited),
            Said("4161", DeliveryTimedOut),

            // Test sends, the dealer's gateway, a centre out of service, the polling contract.
            Said("5000", NoPermission),
            Said("5001", RateLimited),
            Said("8001", ChannelFailure),
            Said("8004", ChannelFailure),
            Said("9001", ChannelFailure),
            Said("9998", ChannelFailure),
            Said("9999", ChannelFailure),
            Said("ME09", DeliveryTimedOut),

            // Final only once the validity is over.
            Said("PHONE_OFF", DeliveryTimedOut),

            // Mobile carriers.
            Said("SMS_UNDELIVERABLE", RecipientNotReachable),
            Said("SMS_EXPIRED", DeliveryTimedOut),
            Said("SMS_DELETED", ChannelFailure),
            Said("SMS_REJECTED", ChannelReject),
            Said("SMS_UNKNOWN", DeliveryTimedOut),
            Said("SMS_PARTLY_SENT", ChannelFailure),
            Said("SMS_CARRIER_FAULT", ChannelFailure),
            Said("SMS_INVALID_NUMBER", RecipientInvalidChannelIdentity),
            Said("SMS_INVALID_SENDER", ChannelBadConfiguration),
            Said("SMS_SENDER_UNREGISTERED", ChannelBadConfiguration),
            Said("SMS_TOO_LONG", BadRequest),
            Said("SMS_UNSENDABLE_TEXT", BadRequest),
            Said("SMS_BAD_REQUEST", ChannelBadConfiguration),
            Said("SMS_NOT_ALLOWED", NoPermission),
        ],
        StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The reason for a result code, null for a success. <see langword="false"/> for a code that nobody published.</summary>
    public static bool TryGet(string code, out SinchReason? reason) => s_byCode.TryGetValue(code, out reason);

    /// <summary>A code that nobody published: the channel said something that was no success, and that is repeated.</summary>
    public static SinchReason Unlisted(string? code) =>
        new(ChannelFailure, code is null ? "The message could not be handed over to the underlying channel" : $"The underlying channel reported: {code}");

    private static KeyValuePair<string, SinchReason?> Delivered(string code) => new(code, null);

    private static KeyValuePair<string, SinchReason?> Said(string code, string reason, string subCode = SinchSubCodes.Unspecified)
    {
        var meaning = ResultCodes.Find(code)?.Meaning.En ?? throw new InvalidOperationException($"{code} is in no table.");
        return new(code, new SinchReason(reason, $"The underlying channel reported: {code} {meaning}", subCode));
    }
}
