namespace Naru.Core.Workspaces;

/// <summary>What an app and its webhooks may say, as the Sinch Conversation API documents it (contracts/sinch.md §3.2, §3.7).</summary>
public static class AppBounds
{
    /// <summary>Characters of an app's name. Ours: the vendor names no limit.</summary>
    public const int MaxDisplayName = 255;

    /// <summary>Characters of a secret that signs callbacks to a message's own URL. The vendor's limit for those of channels.</summary>
    public const int MaxSecret = 256;

    /// <summary>Characters of a webhook's secret. Ours.</summary>
    public const int MaxWebhookSecret = 1024;

    public const int MinRetentionDays = 1;
    public const int MaxRetentionDays = 3650;
    public const int MinDispatchDays = 0;
    public const int MaxDispatchDays = 7;
    public const int MinRetrySeconds = 30;
    public const int MaxRetrySeconds = 3600;

    /// <summary>Of anything a second. Ours: far above what one gateway does, far below where numbers overflow.</summary>
    public const int MaxPerSecond = 1_000_000;

    /// <summary>Ours.</summary>
    public const int MaxQueued = 1_000_000_000;

    public const int MaxWebhooks = 5;

    /// <summary>Characters of a webhook's address.</summary>
    public const int MaxTarget = 742;
}
