using Naru.Core.Workspaces;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>The members of an app that are objects.</summary>
internal static partial class AppRequestReader
{
    private static void ReadRetention(ref StrictJson json, string name, AppRequest into)
    {
        if (!Enter(ref json, name, into))
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
        if (!Enter(ref json, name, into))
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

    private static void ReadSmart(ref StrictJson json, string name, AppRequest into)
    {
        if (!Enter(ref json, name, into))
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
        if (!Enter(ref json, name, into))
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
        if (!Enter(ref json, name, into))
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
        if (!Enter(ref json, name, into))
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
        if (!Enter(ref json, name, into))
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
        if (!Enter(ref json, name, into))
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

    /// <summary>Enters the object; where it is <c>null</c>, writes that down.</summary>
    private static bool Enter(ref StrictJson json, string name, AppRequest into)
    {
        if (json.BeginObject(name))
        {
            return true;
        }

        into.Nulls.Add(name);
        return false;
    }
}
