using System.Text.Json;
using Naru.Core.Conversations;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>A contact as Sinch shows it (contracts/sinch.md §3.6). What nobody said is an empty text.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter json, Contact contact, string id)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteStartArray("channel_identities"u8);
        foreach (var identity in contact.Identities)
        {
            json.WriteStartObject();
            json.WriteString("channel"u8, SinchChannels.WordOf(identity.Channel));
            json.WriteString("identity"u8, identity.Address.Value);
            json.WriteString("app_id"u8, identity.AppId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("channel_priority"u8);
        foreach (var channel in contact.Priority)
        {
            json.WriteStringValue(SinchChannels.WordOf(channel));
        }

        json.WriteEndArray();
        json.WriteString("display_name"u8, contact.DisplayName);
        json.WriteString("email"u8, contact.Email ?? "");
        json.WriteString("external_id"u8, contact.ExternalId ?? "");
        json.WriteString("metadata"u8, contact.Metadata ?? "");
        json.WriteString("language"u8, contact.Language);
        json.WriteEndObject();
    }
}
