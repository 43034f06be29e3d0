using Naru.Core.Workspaces;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>Reads the body of a POST or PATCH of an app (contracts/sinch.md §3.2).</summary>
internal static class AppRequestReader
{
    /// <summary>Where the contract names no limit for a text (ours).</summary>
    public const int MaxText = AppBounds.MaxDisplayName;

    public const int MaxSecret = AppBounds.MaxSecret;

    private const int MaxRate = AppBounds.MaxPerSecond;

    private const int MaxQueue = AppBounds.MaxQueued;

    public static AppRequest ReadCreate(ref StrictJson json)
    {
        var request = ReadUpdate(ref json);
        json.Require(request.DisplayName is not null, AppMembers.DisplayName);
        json.Require(request.Channels is not null, AppMembers.Credentials);
        return request;
    }

    public static AppRequest ReadUpdate(ref StrictJson json)
    {
        var request = new AppRequest();
        while (json.NextMember())
        {
            if (json.Is("display_name"u8))
            {
                request.DisplayName = json.String(Member(AppMembers.DisplayName), MaxText, min: 1);
            }
            else if (json.Is("channel_credentials"u8))
            {
                request.Channels = CredentialReader.ReadAll(ref json, Member(AppMembers.Credentials));
            }
            else if (json.Is("conversation_metadata_report_view"u8))
            {
                request.ReportsMetadata = json.Choice(Member(AppMembers.MetadataView), AppWords.MetadataView);
            }
            else if (json.Is("processing_mode"u8))
            {
                request.Mode = json.Choice(Member(AppMembers.Mode), AppWords.Mode);
            }
            else if (json.Is("retention_policy"u8))
            {
                ReadRetention(ref json, Member(AppMembers.Retention), request);
            }
            else if (json.Is("dispatch_retention_policy"u8))
            {
                ReadDispatchRetention(ref json, Member(AppMembers.DispatchRetention), request);
            }
            else if (json.Is("smart_conversation"u8))
            {
                ReadSmart(ref json, Member(AppMembers.Smart));
            }
            else if (json.Is("callback_settings"u8))
            {
                ReadCallbacks(ref json, Member(AppMembers.Callbacks), request);
            }
            else if (json.Is("message_retry_settings"u8))
            {
                ReadRetry(ref json, Member(AppMembers.Retry), request);
            }
            else if (json.Is("delivery_report_based_fallback"u8))
            {
                ReadFallback(ref json, Member(AppMembers.Fallback), request);
            }
            else if (json.Is("rate_limits"u8))
            {
                ReadRates(ref json, Member(AppMembers.Rates), request);
            }
            else if (json.Is("queue_stats"u8))
            {
                ReadQueue(ref json, Member(AppMembers.Queue), request);
            }
            else
            {
                json.SkipMember();
            }
        }

        return request;

        string Member(string name)
        {
            request.Members.Add(name);
            return name;
        }
    }

    private static void ReadRetention(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("retention_type"u8))
            {
                into.RetentionKind = json.Choice("retention_type", AppWords.Retention);
            }
            else if (json.Is("ttl_days"u8))
            {
                into.RetentionDays = json.Int32("ttl_days", AppBounds.MinRetentionDays, AppBounds.MaxRetentionDays);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadDispatchRetention(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("retention_type"u8))
            {
                json.Choice("retention_type", AppWords.DispatchRetention);
            }
            else if (json.Is("ttl_days"u8))
            {
                into.DispatchDays = json.Int32("ttl_days", AppBounds.MinDispatchDays, AppBounds.MaxDispatchDays);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadSmart(ref StrictJson json, string name)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (!json.Is("enabled"u8))
            {
                json.SkipMember();
            }
            else if (json.Boolean("enabled") == true)
            {
                // Switched on and without effect would be worse than refused.
                json.Fault("enabled", "must be false: Naru analyses no messages");
            }
        }

        json.End();
    }

    private static void ReadCallbacks(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("secret_for_overridden_callback_urls"u8))
            {
                into.CallbackSecret = json.String("secret_for_overridden_callback_urls", MaxSecret) ?? "";
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadRetry(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        into.Retries = true;
        while (json.NextMember())
        {
            if (json.Is("retry_duration"u8))
            {
                into.RetryDuration = json.Int32("retry_duration", AppBounds.MinRetrySeconds, AppBounds.MaxRetrySeconds);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadFallback(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("enabled"u8))
            {
                into.Fallback = json.Boolean("enabled");
            }
            else if (json.Is("delivery_report_waiting_time"u8))
            {
                into.FallbackWait = json.Int32("delivery_report_waiting_time", 10, 259_200);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadRates(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("inbound"u8))
            {
                into.InboundRate = json.Int32("inbound", 0, MaxRate);
            }
            else if (json.Is("outbound"u8))
            {
                into.OutboundRate = json.Int32("outbound", 0, MaxRate);
            }
            else if (json.Is("webhooks"u8))
            {
                into.WebhookRate = json.Int32("webhooks", 0, MaxRate);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }

    private static void ReadQueue(ref StrictJson json, string name, AppRequest into)
    {
        if (!json.BeginObject(name))
        {
            return;
        }

        while (json.NextMember())
        {
            if (json.Is("outbound_limit"u8))
            {
                into.MaxQueued = json.Int32("outbound_limit", 0, MaxQueue);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.End();
    }
}
