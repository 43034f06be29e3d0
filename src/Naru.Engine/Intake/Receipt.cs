using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Engine.Intake;

/// <summary>What a submission is answered with.</summary>
internal static class Receipt
{
    public static SubmissionReceipt Of(SubmissionTicket ticket, MessageIdCodec ids)
    {
        var messages = ticket.Submission.Messages;
        var lines = new ReceiptLine[messages.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var message = messages[i];
            lines[i] = new ReceiptLine(
                ticket.Keys[i],
                message.To.Value,
                PublicIds.Of(message.Envelope.Dialect, message.ClientId, ticket.AcceptedAt, ticket.Keys[i], ids),
                ticket.Duplicates is { } duplicates && duplicates[i]);
        }

        return new SubmissionReceipt(BulkIdOf(ticket, ids), lines);
    }

    public static string BulkIdOf(SubmissionTicket ticket, MessageIdCodec ids) =>
        ticket.Submission.ClientBulkId ?? BulkIds.Of(ticket.Bulk, ticket.AcceptedAt, ticket.Keys[0], ids);
}
