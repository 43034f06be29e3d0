namespace Naru.Dialects.Sinch.Apps;

/// <summary>The members of an app, as the body and the mask name them.</summary>
internal static class AppMembers
{
    public const string DisplayName = "display_name";
    public const string Credentials = "channel_credentials";
    public const string MetadataView = "conversation_metadata_report_view";
    public const string Retention = "retention_policy";
    public const string DispatchRetention = "dispatch_retention_policy";
    public const string Mode = "processing_mode";
    public const string Smart = "smart_conversation";
    public const string Callbacks = "callback_settings";
    public const string Retry = "message_retry_settings";
    public const string Fallback = "delivery_report_based_fallback";

    /// <summary>Only shown at Sinch's; settable here (ours).</summary>
    public const string Rates = "rate_limits";

    /// <summary>Only shown at Sinch's; its <c>outbound_limit</c> is settable here (ours).</summary>
    public const string Queue = "queue_stats";

    /// <summary>What a mask may name. The last three are only shown: naming them changes nothing.</summary>
    public static readonly IReadOnlyCollection<string> All =
    [
        DisplayName, Credentials, MetadataView, Retention, DispatchRetention, Mode, Smart, Callbacks, Retry, Fallback, Rates, Queue,
        "id", "persist_message_status", "message_search",
    ];
}
