using System.Text.Json;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Conversations;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Notices;

/// <summary>
/// The bodies of CONTACT_* and CONVERSATION_* callbacks (contracts/sinch.md §4). The trigger's name is not among the members: receivers look at which
/// notification is there.
/// </summary>
internal sealed class SinchNoticeWriter : INoticeWriter
{
    private const int Bytes = 1024;

    public DialectName Dialect => DialectName.Sinch;

    public string Write(NoticeOrder order)
    {
        using var written = new PooledBytes(Bytes);
        JsonAnswer.Render(written, order, Write);

        // The framework's writer escapes more than a receiver that writes the body again would (see JsonText).
        using var body = new PooledBytes(Bytes);
        body.Value(written.Span, JsonDress.Plain);
        return System.Text.Encoding.UTF8.GetString(body.Span);
    }

    private static void Write(Utf8JsonWriter json, NoticeOrder order)
    {
        var at = SinchTime.Format(order.At);
        json.WriteStartObject();
        json.WriteString("app_id"u8, order.App.PublicId);
        json.WriteString("project_id"u8, order.Workspace.PublicId.ToString("D"));
        json.WriteString("accepted_time"u8, at);
        json.WriteString("event_time"u8, at);
        json.WriteStartObject(MemberOf(order.Happened.Kind));
        switch (order.Happened)
        {
            case { Kind: ReportEvent.ContactMerged, Contact: { } preserved, Gone: { } gone }:
                WriteContact("preserved_contact"u8, preserved);
                WriteContact("deleted_contact"u8, gone);
                break;
            case { Contact: { } contact }:
                WriteContact("contact"u8, contact);
                break;
            case { Conversation: { } talk }:
                json.WritePropertyName("conversation"u8);
                var names = new ConversationNames(order.Ids.ConversationId(talk.Id), order.Talked?.PublicId ?? "", order.Ids.ContactId(talk.Contact));
                ConversationJson.Write(json, talk, names);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(order), order.Happened.Kind, "It says of nothing.");
        }

        json.WriteEndObject();
        json.WriteEndObject();

        void WriteContact(ReadOnlySpan<byte> member, Contact contact)
        {
            json.WritePropertyName(member);
            ContactJson.Write(json, contact, order.Ids.ContactId(contact.Id));
        }
    }

    private static string MemberOf(ReportEvent happened) => happened switch
    {
        ReportEvent.ContactCreated => "contact_create_notification",
        ReportEvent.ContactUpdated => "contact_update_notification",
        ReportEvent.ContactDeleted => "contact_delete_notification",
        ReportEvent.ContactMerged => "contact_merge_notification",
        ReportEvent.ConversationStarted => "conversation_start_notification",
        ReportEvent.ConversationStopped => "conversation_stop_notification",
        ReportEvent.ConversationDeleted => "conversation_delete_notification",
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "Messages are told of by reports."),
    };
}
