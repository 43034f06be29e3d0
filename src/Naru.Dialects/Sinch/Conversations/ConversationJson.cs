using System.Text.Json;
using Naru.Core.Conversations;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary>A conversation as Sinch shows it (contracts/sinch.md §3.6).</summary>
internal static class ConversationJson
{
    public static void Write(Utf8JsonWriter json, Conversation talk, ConversationNames names)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, names.Id);
        json.WriteString("app_id"u8, names.App);
        json.WriteString("contact_id"u8, names.Contact);
        json.WriteBoolean("active"u8, talk.Active);
        json.WriteString("active_channel"u8, SinchChannels.WordOf(talk.ActiveChannel));
        json.WriteString("last_received"u8, SinchTime.Format(talk.LastReceived ?? DateTimeOffset.UnixEpoch));
        json.WriteString("metadata"u8, talk.Metadata ?? "");
        if (talk.MetadataJson is { } metadata)
        {
            json.WritePropertyName("metadata_json"u8);
            json.WriteRawValue(metadata);
        }

        json.WriteString("correlation_id"u8, talk.CorrelationId ?? "");
        json.WriteEndObject();
    }
}

/// <summary>Public ids.</summary>
/// <param name="App">Empty where the app has been deleted.</param>
internal readonly record struct ConversationNames(string Id, string App, string Contact);
