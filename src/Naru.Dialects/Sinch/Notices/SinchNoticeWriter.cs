using System.Text.Json;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Batch;
using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Conversations;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Notices;

/// <summary>
/// The bodies of CONTACT_*, CONVERSATION_* and BATCH_STATUS_UPDATE callbacks (contracts/sinch.md §4; of the last nothing is published but its name). The trigger's name is not among the members: receivers look at which
/// notification is there.
/// </summary>
internal sealed class SinchNoticeWriter : INoticeWriter
{
    private const int Bytes = 1024;

    public DialectName Dialect => DialectName.Sinch;

    public string Write(NoticeOrder order) => Text(order, Write);

    public string? Write(BulkNoticeOrder order) =>
        string.Equals(BatchStatus.Of(order.News.Before), BatchStatus.Of(order.News.After), StringComparison.Ordinal) ? null : Text(order, Write);

    /// <summary>The body of a callback about something that is told as it was when it happened.</summary>
    internal static string Text<T>(T order, Action<Utf8JsonWriter, T> write)
    {
        using var written = new PooledBytes(Bytes);
        JsonAnswer.Render(written, order, write);

        // The framework's writer escapes more than a receiver that writes the body again would (see JsonText).
        using var body = new PooledBytes(Bytes);
        body.Value(written.Span, JsonDress.Plain);
        return System.Text.Encoding.UTF8.GetString(body.Span);
    }

    /// <summary>Opens the envelope.</summary>
    internal static void Begin(Utf8JsonWriter json, App app, Workspace workspace, DateTimeOffset happenedAt)
    {
        var at = SinchTime.Format(happenedAt);
        json.WriteStartObject();
        json.WriteString("app_id"u8, app.PublicId);
        json.WriteString("project_id"u8, workspace.PublicId.ToString("D"));
        json.WriteString("accepted_time"u8, at);
        json.WriteString("event_time"u8, at);
    }

    /// <summary>The members of the notification are those of the Batch API's own answer about a batch.</summary>
    private static void Write(Utf8JsonWriter json, BulkNoticeOrder order)
    {
        Begin(json, order.App, order.Workspace, order.At);
        json.WriteStartObject("batch_status_update_notification"u8);
        json.WriteString("batch_id"u8, order.News.PublicId);
        json.WriteString("status"u8, BatchStatus.Of(order.News.After));
        json.WriteString("send_after"u8, SinchTime.Format(order.News.SendAt));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NoticeOrder order)
    {
        Begin(json, order.App, order.Workspace, order.At);
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
