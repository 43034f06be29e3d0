using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Rows;

namespace Naru.Storage.Memory;

/// <summary>New messages.</summary>
public sealed partial class MemoryMessageStore
{
    private SubmissionOutcome Append(SubmissionAppend append)
    {
        if (append.Idempotency is { } claim)
        {
            if (append.Messages.Count > 0
                && disk.Idempotency.TryGetValue((append.Workspace, claim.Key), out var known)
                && known.ExpiresAt > append.Messages[0].Message.AcceptedAt)
            {
                return known.BodyHash.AsSpan().SequenceEqual(claim.BodyHash)
                    ? new SubmissionOutcome(SubmissionOutcomeKind.Replayed, [], known.Receipt)
                    : new SubmissionOutcome(SubmissionOutcomeKind.KeyReused, [], null);
            }

            disk.Idempotency[(append.Workspace, claim.Key)] = new MemoryIdempotency(claim.BodyHash, claim.ExpiresAt, append.Bulk?.Key ?? BulkKey.None, null);
        }

        if (append.Bulk is { } bulk)
        {
            disk.Bulks.Add(bulk.Key.Value, bulk);
            disk.NextBulk = Math.Max(disk.NextBulk, bulk.Key.Value + 1);
        }

        var duplicates = AppendRows(append);
        if (append.Receipt is { } receipt && disk.Idempotency.TryGetValue((append.Workspace, receipt.Key), out var claimed))
        {
            disk.Idempotency[(append.Workspace, receipt.Key)] = claimed with { Receipt = DuplicateLines.Mark(receipt, duplicates) };
        }

        return duplicates.Count == 0 ? SubmissionOutcome.AllStored : new SubmissionOutcome(SubmissionOutcomeKind.Stored, duplicates, null);
    }

    private List<int> AppendRows(SubmissionAppend append)
    {
        var duplicates = new List<int>();
        for (var i = 0; i < append.Messages.Count; i++)
        {
            var (message, envelopeId) = append.Messages[i];
            if (message.ClientId is not null && !disk.Claims.TryAdd((append.Workspace, message.ClientId), message.Key))
            {
                duplicates.Add(i);
                continue;
            }

            disk.Put(message);
            disk.NextSequence = Math.Max(disk.NextSequence, message.Key.Sequence + 1);
            disk.NextEnvelope = Math.Max(disk.NextEnvelope, envelopeId + 1);
        }

        return duplicates;
    }
}
