using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Workspaces;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>Writes apps as Sinch shows them (contracts/sinch.md §3.2). Credentials are shown in clear, as in the vendor's fixtures.</summary>
internal static class AppJson
{
    public static void WriteList(Utf8JsonWriter json, IReadOnlyList<ShownApp> apps)
    {
        json.WriteStartObject();
        json.WriteStartArray("apps"u8);
        foreach (var app in apps)
        {
            Write(json, app);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ShownApp shown)
    {
        var app = shown.App;
        json.WriteStartObject();
        json.WriteString("id"u8, app.PublicId);
        json.WriteStartArray("channel_credentials"u8);
        foreach (var channel in shown.Channels)
        {
            Write(json, channel);
        }

        json.WriteEndArray();
        json.WriteString("conversation_metadata_report_view"u8, AppWords.MetadataView.WordOf(app.ReportsMetadata));
        json.WriteString("display_name"u8, app.DisplayName);
        WriteLimits(json, app.Limits);
        WriteRetention(json, app);
        json.WriteString("processing_mode"u8, AppWords.Mode.WordOf(app.Mode));
        WriteSwitch(json, "smart_conversation"u8, on: false);
        json.WriteStartObject("queue_stats"u8);
        json.WriteNumber("outbound_size"u8, shown.Queued);
        json.WriteNumber("outbound_limit"u8, app.Limits.MaxQueued ?? 0);
        json.WriteEndObject();
        WriteSwitch(json, "persist_message_status"u8, on: false);
        WriteSwitch(json, "message_search"u8, on: true);
        json.WriteStartObject("callback_settings"u8);
        json.WriteString("secret_for_overridden_callback_urls"u8, app.CallbackSecret ?? "");
        json.WriteEndObject();
        WriteFallback(json, app.FallbackWait);
        WriteRetry(json, app.RetryFor);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ShownChannel shown)
    {
        var channel = shown.Channel;
        json.WriteStartObject();
        json.WriteString("channel"u8, SinchChannels.WordOf(channel.Channel));
        if (channel.Channel == Channel.Sms)
        {
            json.WriteStartObject("static_bearer"u8);
            json.WriteString("claimed_identity"u8, channel.ChannelName);
            json.WriteString("token"u8, channel.ApiKey ?? "");
        }
        else if (channel.Channel == Channel.ConsultationTalk)
        {
            json.WriteStartObject("kakaotalkchat_credentials"u8);
            json.WriteString("kakaotalk_plus_friend_id"u8, channel.ChannelName);

            // The .NET SDK cannot read the credential without it (contracts/sinch.md §2).
            json.WriteString("api_key"u8, channel.ApiKey ?? "");
        }
        else
        {
            json.WriteStartObject("kakaotalk_credentials"u8);
            json.WriteString("kakaotalk_plus_friend_id"u8, channel.ChannelName);
            json.WriteString("kakaotalk_sender_key"u8, channel.SenderKey);
        }

        json.WriteEndObject();
        json.WriteString("callback_secret"u8, channel.CallbackSecret ?? "");
        json.WriteNumber("credential_ordinal_number"u8, channel.Ordinal);
        json.WriteStartObject("state"u8);
        json.WriteString("status"u8, AppWords.Status.WordOf(shown.State.Status));
        json.WriteString("description"u8, shown.State.Description);
        json.WriteEndObject();
        json.WriteString("channel_known_id"u8, shown.KnownId);
        json.WriteEndObject();
    }

    private static void WriteLimits(Utf8JsonWriter json, AppLimits limits)
    {
        json.WriteStartObject("rate_limits"u8);
        json.WriteNumber("outbound"u8, limits.OutboundPerSecond ?? 0);
        json.WriteNumber("inbound"u8, limits.InboundPerSecond ?? 0);
        json.WriteNumber("webhooks"u8, limits.WebhooksPerSecond ?? 0);
        json.WriteEndObject();
    }

    private static void WriteRetention(Utf8JsonWriter json, App app)
    {
        json.WriteStartObject("retention_policy"u8);
        json.WriteString("retention_type"u8, AppWords.Retention.WordOf(app.Retention.Kind));
        json.WriteNumber("ttl_days"u8, app.Retention.Days);
        json.WriteEndObject();
        json.WriteStartObject("dispatch_retention_policy"u8);
        json.WriteString("retention_type"u8, AppWords.DispatchRetention.WordOf(RetentionKind.Message));
        json.WriteNumber("ttl_days"u8, app.DispatchDays);
        json.WriteEndObject();
    }

    private static void WriteFallback(Utf8JsonWriter json, TimeSpan? wait)
    {
        json.WriteStartObject("delivery_report_based_fallback"u8);
        json.WriteBoolean("enabled"u8, wait is not null);
        if (wait is { } length)
        {
            json.WriteNumber("delivery_report_waiting_time"u8, (int)length.TotalSeconds);
        }

        json.WriteEndObject();
    }

    private static void WriteRetry(Utf8JsonWriter json, TimeSpan? retryFor)
    {
        if (retryFor is not { } length)
        {
            json.WriteNull("message_retry_settings"u8);
            return;
        }

        json.WriteStartObject("message_retry_settings"u8);
        json.WriteNumber("retry_duration"u8, (int)length.TotalSeconds);
        json.WriteEndObject();
    }

    private static void WriteSwitch(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool on)
    {
        json.WriteStartObject(name);
        json.WriteBoolean("enabled"u8, on);
        json.WriteEndObject();
    }
}
