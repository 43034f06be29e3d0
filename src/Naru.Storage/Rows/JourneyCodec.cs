using Naru.Core.Messages;

namespace Naru.Storage.Rows;

/// <summary>
/// What changes as a message travels, save for the columns that are searched: written anew by each transition.
/// </summary>
internal static class JourneyCodec
{
    private const byte Version = 1;

    private const byte IsAttemptOpen = 1;
    private const byte HasResultCode = 2;
    private const byte HasSentAt = 4;
    private const byte HasCarrierReference = 8;
    private const byte IsSubmitTold = 16;
    private const byte IsHidden = 32;
    private const byte HasChangedData = 64;

    public static ReadOnlySpan<byte> Write(RowWriter row, Message message)
    {
        row.Begin(Version);
        row.Byte((byte)((message.AttemptOpen ? IsAttemptOpen : 0) | (message.ResultCode is null ? 0 : HasResultCode)
            | (message.SentAt is null ? 0 : HasSentAt) | (message.CarrierReference is null ? 0 : HasCarrierReference)
            | (message.SubmitTold ? IsSubmitTold : 0) | (message.Hidden ? IsHidden : 0) | (message.ChangedData is null ? 0 : HasChangedData)));
        row.Byte(message.StepIndex);
        row.Byte(message.Retries);
        row.Byte(message.Resends);
        row.Byte((byte)message.EndReason);
        row.Number(message.Attempt);
        row.Instant(message.ExpiresAt, message.AcceptedAt);
        if (message.ResultCode is not null)
        {
            row.Text(message.ResultCode);
        }

        if (message.SentAt is { } sent)
        {
            row.Instant(sent, message.AcceptedAt);
        }

        if (message.CarrierReference is not null)
        {
            row.Text(message.CarrierReference);
        }

        if (message.ChangedData is not null)
        {
            row.Text(message.ChangedData);
        }

        TimelineCodec.Write(row, message.Timeline, message.AcceptedAt);
        return row.Written;
    }

    public static Message Read(ReadOnlySpan<byte> blob, in MessageColumns columns, in Given given, Envelope envelope)
    {
        var row = new RowReader(blob, Version, "journey");
        var has = row.Byte();
        var accepted = Instants.FromMilliseconds(columns.Accepted);
        return new Message
        {
            Key = new MessageKey(given.Partition, columns.Sequence),
            Workspace = columns.WorkspaceId,
            To = given.RawRecipient is null ? Recipient.FromDigits(columns.Recipient) : Recipient.Unusable(given.RawRecipient),
            Envelope = envelope,
            ClientId = given.ClientId,
            Bulk = columns.BulkKey,
            AcceptedAt = accepted,
            Class = given.Class,
            State = columns.State,
            Version = columns.Version,
            Lane = StoredLane.Of(columns.Lane),
            LookAt = columns.Due is { } due ? Instants.FromMilliseconds(due) : default,
            DoneAt = columns.Done is { } done ? Instants.FromMilliseconds(done) : null,

            // Read in the order written.
            AttemptOpen = (has & IsAttemptOpen) != 0,
            SubmitTold = (has & IsSubmitTold) != 0,
            Hidden = (has & IsHidden) != 0,
            StepIndex = row.Byte(),
            Retries = row.Byte(),
            Resends = row.Byte(),
            EndReason = (EndReason)row.Byte(),
            Attempt = (int)row.Number(),
            ExpiresAt = row.Instant(accepted),
            ResultCode = (has & HasResultCode) != 0 ? row.Text() : null,
            SentAt = (has & HasSentAt) != 0 ? row.Instant(accepted) : null,
            CarrierReference = (has & HasCarrierReference) != 0 ? row.Text() : null,
            ChangedData = (has & HasChangedData) != 0 ? row.Text() : null,
            Timeline = TimelineCodec.Read(ref row, accepted),
        };
    }
}
