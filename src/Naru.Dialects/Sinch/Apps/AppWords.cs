using Naru.Core.Workspaces;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>The enumerated words of an app (contracts/sinch.md §3.2).</summary>
internal static class AppWords
{
    public static readonly JsonChoice<bool> MetadataView = new(("NONE", false), ("FULL", true));

    public static readonly JsonChoice<RetentionKind> Retention = new(
        ("MESSAGE_EXPIRE_POLICY", RetentionKind.Message),
        ("CONVERSATION_EXPIRE_POLICY", RetentionKind.Conversation),
        ("PERSIST_RETENTION_POLICY", RetentionKind.Persist));

    /// <summary>Messages outside conversations can only go by their own age.</summary>
    public static readonly JsonChoice<RetentionKind> DispatchRetention = new(("MESSAGE_EXPIRE_POLICY", RetentionKind.Message));

    public static readonly JsonChoice<ProcessingMode> Mode = new(("DISPATCH", ProcessingMode.Dispatch), ("CONVERSATION", ProcessingMode.Conversation));

    public static readonly JsonChoice<AppChannelStatus> Status = new(
        ("PENDING", AppChannelStatus.Pending), ("ACTIVE", AppChannelStatus.Active), ("FAILING", AppChannelStatus.Failing));
}
