using System.Text.Json;
using Naru.Core.Conversations;
using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Dialects.Sinch.Notices;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Inbound;

/// <summary>
/// The body of a MESSAGE_INBOUND callback: the message as it is stored, in the direction of the app (contracts/sinch.md §3.6, §4).
/// </summary>
internal sealed class SinchInboundWriter : IInboundWriter
{
    public DialectName Dialect => DialectName.Sinch;

    public string Write(InboundOrder order) => SinchNoticeWriter.Text(order, Write);

    private static void Write(Utf8JsonWriter json, InboundOrder order)
    {
        var (text, app) = (order.Text, order.App!);
        SinchNoticeWriter.Begin(json, app, order.Workspace, text.At);
        json.WriteStartObject("message"u8);
        json.WriteString("id"u8, order.Ids.Ulid(text));
        json.WriteString("direction"u8, "TO_APP"u8);
        json.WriteStartObject("contact_message"u8);
        json.WriteStartObject("text_message"u8);
        json.WriteString("text"u8, text.Text);
        json.WriteEndObject();
        json.WriteNull("reply_to"u8);
        json.WriteEndObject();
        json.WriteStartObject("channel_identity"u8);
        json.WriteString("channel"u8, SinchChannels.Sms);
        json.WriteString("identity"u8, text.From.Value);
        json.WriteString("app_id"u8, ""u8);
        json.WriteEndObject();
        json.WriteString("conversation_id"u8, order.Talk is { } talk ? order.Ids.ConversationId(talk.Conversation) : "");
        json.WriteString("contact_id"u8, order.Talk is { } with ? order.Ids.ContactId(with.Contact) : "");
        json.WriteString("metadata"u8, ""u8);
        json.WriteString("accept_time"u8, SinchTime.Format(text.At));
        json.WriteBoolean("injected"u8, false);

        // The number that was written to: the app's own, which it may have several of.
        json.WriteString("sender_id"u8, text.To);
        json.WriteString("processing_mode"u8, order.Talk is null ? "DISPATCH"u8 : "CONVERSATION"u8);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
