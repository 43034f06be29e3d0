namespace Naru.Dialects.Sinch.Conversations;

/// <summary>The members of a conversation (contracts/sinch.md §3.6).</summary>
internal static class ConversationMembers
{
    public const string AppId = "app_id";
    public const string ContactId = "contact_id";
    public const string Active = "active";
    public const string ActiveChannel = "active_channel";
    public const string Metadata = "metadata";
    public const string MetadataJson = "metadata_json";
    public const string CorrelationId = "correlation_id";

    /// <summary>What a field mask may name. Some of it nothing changes, and SDKs name it all the same.</summary>
    public static readonly IReadOnlyCollection<string> All =
        [Active, ActiveChannel, Metadata, MetadataJson, CorrelationId, "id", AppId, ContactId, "last_received"];
}
