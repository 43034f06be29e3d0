namespace Naru.Dialects.Sinch.Status;

/// <summary>The published reason codes of which we say any (contracts/sinch.md §5).</summary>
public static class SinchReasonCodes
{
    public const string BadRequest = "BAD_REQUEST";
    public const string ChannelBadConfiguration = "CHANNEL_BAD_CONFIGURATION";
    public const string ChannelConfigurationMissing = "CHANNEL_CONFIGURATION_MISSING";
    public const string ChannelFailure = "CHANNEL_FAILURE";
    public const string ChannelReject = "CHANNEL_REJECT";
    public const string DeliveryRejectedDueToPolicy = "DELIVERY_REJECTED_DUE_TO_POLICY";
    public const string DeliveryTimedOut = "DELIVERY_TIMED_OUT";
    public const string MediaNotReachable = "MEDIA_NOT_REACHABLE";
    public const string MediaTypeUnsupported = "MEDIA_TYPE_UNSUPPORTED";
    public const string NoChannelIdentityForContact = "NO_CHANNEL_IDENTITY_FOR_CONTACT";
    public const string NoPermission = "NO_PERMISSION";
    public const string OutsideAllowedSendingWindow = "OUTSIDE_ALLOWED_SENDING_WINDOW";
    public const string RateLimited = "RATE_LIMITED";
    public const string RecipientInvalidChannelIdentity = "RECIPIENT_INVALID_CHANNEL_IDENTITY";
    public const string RecipientNotOptedIn = "RECIPIENT_NOT_OPTED_IN";
    public const string RecipientNotReachable = "RECIPIENT_NOT_REACHABLE";
    public const string TemplateInsufficientParameters = "TEMPLATE_INSUFFICIENT_PARAMETERS";
    public const string TemplateNonExistingLanguageOrVersion = "TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION";
    public const string TemplateNotFound = "TEMPLATE_NOT_FOUND";
    public const string UnsupportedOperation = "UNSUPPORTED_OPERATION";
}
