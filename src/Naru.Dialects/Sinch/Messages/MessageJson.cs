using System.Text.Json;
using Naru.Dialects.Sinch.Requests;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>A stored message (contracts/sinch.md §3.6).</summary>
internal static class MessageJson
{
    public static void Write(Utf8JsonWriter json, MessageView view) => Write(json, view, withMetadata: true);

    public static void WritePage(Utf8JsonWriter json, MessagePage page)
    {
        json.WriteStartObject();
        json.WriteStartArray("messages"u8);
        foreach (var view in page.Messages)
        {
            Write(json, view, page.WithMetadata);
        }

        json.WriteEndArray();
        json.WriteString("next_page_token"u8, page.More ? PageToken.After(MessagePage.List, page.Messages[^1].Id) : "");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MessageView view, bool withMetadata)
    {
        var message = view.Message;
        json.WriteStartObject();
        json.WriteString("id"u8, view.Id);
        json.WriteString("direction"u8, "TO_CONTACT"u8);
        json.WritePropertyName("app_message"u8);
        json.WriteRawValue(message.Envelope.Original ?? "{}", skipInputValidation: true);
        json.WriteStartObject("channel_identity"u8);
        json.WriteString("channel"u8, SinchChannels.WordOf(message.Step.Channel));
        json.WriteString("identity"u8, message.To.Value);
        json.WriteString("app_id"u8, ""u8);
        json.WriteEndObject();
        json.WriteString("conversation_id"u8, view.ConversationId);
        json.WriteString("contact_id"u8, view.ContactId);
        if (withMetadata)
        {
            json.WriteString("metadata"u8, message.CallbackData ?? "");
        }

        json.WriteString("accept_time"u8, SinchTime.Format(message.AcceptedAt));
        json.WriteBoolean("injected"u8, false);
        json.WriteString("sender_id"u8, ""u8);
        json.WriteString("processing_mode"u8, message.Envelope.Talk is null ? "DISPATCH"u8 : "CONVERSATION"u8);
        json.WriteEndObject();
    }
}

/// <param name="More">There are older ones that match.</param>
internal sealed record MessagePage(IReadOnlyList<MessageView> Messages, bool More, bool WithMetadata = true)
{
    /// <summary>What page tokens of lists of messages are marked with.</summary>
    public const string List = "messages";

    public static readonly MessagePage Empty = new([], false);
}
