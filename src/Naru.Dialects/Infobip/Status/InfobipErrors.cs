namespace Naru.Dialects.Infobip.Status;

/// <summary>
/// The errors that a KakaoTalk message can end with, taken from Infobip's chat family (7xxx) where one fits and from
/// the general ones otherwise (contracts/infobip.md §10). No family for KakaoTalk alone is published.
/// </summary>
public static class InfobipErrors
{
    public static readonly InfobipError NoError =
        new(0, "OK", 0, "NO_ERROR", "No Error", Permanent: false);

    /// <summary>The person exists but cannot be reached now. Not permanent: a user comes back.</summary>
    public static readonly InfobipError AbsentSubscriber =
        Handset(27, "EC_ABSENT_SUBSCRIBER", "Absent subscriber", permanent: false);

    public static readonly InfobipError InvalidDestinationAddress =
        User(351, "EC_INVALID_DESTINATION_ADDRESS", "Invalid destination address", permanent: false);

    public static readonly InfobipError InvalidRequestDestination =
        User(352, "EC_INVALID_REQUEST_DESTINATION", "Invalid destination in request", permanent: true);

    public static readonly InfobipError MessageTextTooLong =
        User(355, "EC_MSG_TEXT_TOO_LONG", "Message text too long", permanent: true);

    public static readonly InfobipError MessageCanceled =
        User(4100, "EC_MESSAGE_CANCELED", "Message canceled", permanent: true);

    public static readonly InfobipError ValidityExpired =
        User(4101, "EC_VALIDITY_EXPIRED", "Validity expired", permanent: true);

    public static readonly InfobipError UnknownApplication =
        Handset(7001, "EC_UNKNOWN_APPLICATION", "Unknown application", permanent: true);

    public static readonly InfobipError UnknownUser =
        Handset(7002, "EC_UNKNOWN_USER", "Unknown user", permanent: true);

    public static readonly InfobipError BlockedUser =
        Handset(7003, "EC_BLOCKED_USER", "Sender blocked by user", permanent: true);

    public static readonly InfobipError ForbiddenAccess =
        Handset(7005, "EC_FORBIDDEN_ACCESS", "Forbidden access", permanent: true);

    public static readonly InfobipError BadRequest =
        Handset(7006, "EC_BAD_REQUEST", "Bad request", permanent: true);

    public static readonly InfobipError InvalidTemplateArgs =
        Handset(7008, "EC_INVALID_TEMPLATE_ARGS", "Invalid template arguments", permanent: true);

    public static readonly InfobipError InvalidTemplate =
        Handset(7009, "EC_INVALID_TEMPLATE", "Invalid template", permanent: true);

    public static readonly InfobipError AccountIssue =
        Handset(7011, "EC_ACCOUNT_ISSUE", "Account issue", permanent: true);

    public static readonly InfobipError DeploymentConfiguration =
        Handset(7012, "EC_DEPLOYMENT_CONFIGURATION_ERROR", "Deployment configuration error", permanent: false);

    public static readonly InfobipError MediaHosting =
        Handset(7013, "EC_MEDIA_HOSTING_ERROR", "Media hosting error", permanent: false);

    public static readonly InfobipError SpamRate =
        Handset(7016, "EC_SPAM_RATE", "Spam rate exceeded", permanent: true);

    public static readonly InfobipError TooManyRequests =
        Handset(7017, "EC_TOO_MANY_REQUESTS", "Too many requests", permanent: false);

    public static readonly InfobipError MediaUnsupported =
        Handset(7022, "EC_MEDIA_UNSUPPORTED", "Unsupported media", permanent: true);

    public static readonly InfobipError NotAllowedSendingTime =
        Handset(7024, "EC_NOT_ALLOWED_SENDING_TIME", "Sending time not allowed", permanent: false);

    public static readonly InfobipError UnsupportedMobileAppVersion =
        Handset(7025, "EC_UNSUPPORTED_MOBILE_APP_VERSION", "Unsupported mobile application version", permanent: true);

    public static readonly InfobipError TemplateNotSynced =
        User(7036, "EC_TEMPLATE_NOT_SYNCED", "Template not synced", permanent: false);

    public static readonly InfobipError TemplateNotAvailable =
        User(7037, "EC_TEMPLATE_NOT_AVAILABLE", "Template not available", permanent: false);

    public static readonly InfobipError ProviderInternal =
        User(7050, "EC_PROVIDER_INTERNAL_ERROR", "Provider internal error", permanent: false);

    public static readonly InfobipError ProviderTimeout =
        User(7051, "EC_PROVIDER_TIMEOUT", "Provider timeout", permanent: false);

    public static readonly InfobipError ProviderDeliveryReport =
        User(7052, "EC_PROVIDER_DR_ERROR", "Provider delivery report error", permanent: true);

    public static readonly InfobipError Configuration =
        Operator(7081, "EC_CONFIGURATION_ERROR", "Configuration error", permanent: true);

    public static readonly InfobipError TemporaryGateway =
        Operator(7082, "EC_TEMPORARY_GATEWAY_ERROR", "Temporary gateway error", permanent: true);

    public static readonly InfobipError ServiceNotActivated =
        Operator(7083, "EC_SERVICE_NOT_ACTIVATED", "Service not activated", permanent: true);

    public static readonly InfobipError MissingSenderMetadata =
        Operator(7084, "EC_MISSING_SENDER_METADATA", "Missing sender metadata", permanent: true);

    public static readonly InfobipError DuplicateRequest =
        Operator(7280, "EC_DUPLICATE_REQUEST", "Duplicate request", permanent: true);

    private static InfobipError Handset(int id, string name, string description, bool permanent) =>
        new(1, "HANDSET_ERRORS", id, name, description, permanent);

    private static InfobipError User(int id, string name, string description, bool permanent) =>
        new(2, "USER_ERRORS", id, name, description, permanent);

    private static InfobipError Operator(int id, string name, string description, bool permanent) =>
        new(3, "OPERATOR_ERRORS", id, name, description, permanent);
}
