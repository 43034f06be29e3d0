using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>New messages. Conflicts drop out and are named; they fail nothing.</summary>
public sealed partial class SqliteMessageStore
{
    /// <summary>Shared envelopes of the batch at hand, written once behind their messages.</summary>
    private readonly Dictionary<long, (Envelope Envelope, EnvelopeUse Use)> _used = [];

    private SubmissionOutcome[] Append(StoreTables tables, List<SubmissionAppend> appends)
    {
        _used.Clear();
        var outcomes = appends.Count == 0 ? [] : new SubmissionOutcome[appends.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Append(tables, appends[i]);
        }

        foreach (var (id, used) in _used)
        {
            tables.Envelopes.Use(id, used.Envelope, used.Use);
            database.Envelopes.Add(id, used.Envelope);
        }

        return outcomes;
    }

    private SubmissionOutcome Append(StoreTables tables, SubmissionAppend append)
    {
        if (append.Idempotency is { } claim)
        {
            if (append.Messages.Count > 0
                && tables.Idempotency.Find(append.Workspace, claim.Key, append.Messages[0].Message.AcceptedAt) is { } known)
            {
                return CryptographicOperations.FixedTimeEquals(known.BodyHash, claim.BodyHash)
                    ? new SubmissionOutcome(SubmissionOutcomeKind.Replayed, [], known.Receipt)
                    : new SubmissionOutcome(SubmissionOutcomeKind.KeyReused, [], null);
            }

            tables.Idempotency.Claim(append.Workspace, claim, append.Bulk?.Key ?? BulkKey.None);
        }

        if (append.Bulk is { } bulk)
        {
            tables.Bulks.Insert(bulk);
        }

        var duplicates = AppendRows(tables, append);
        if (append.Receipt is { } receipt)
        {
            tables.Idempotency.Complete(append.Workspace, receipt.Key, DuplicateLines.Mark(receipt, duplicates));
        }

        return duplicates.Count == 0 ? SubmissionOutcome.AllStored : new SubmissionOutcome(SubmissionOutcomeKind.Stored, duplicates, null);
    }

    private IReadOnlyList<int> AppendRows(StoreTables tables, SubmissionAppend append)
    {
        List<int>? duplicates = null;
        for (var i = 0; i < append.Messages.Count; i++)
        {
            var (message, envelopeId) = append.Messages[i];
            if (message.ClientId is not null && !database.Claims.TryClaim(tables, append.Workspace, message.ClientId, message.Key))
            {
                (duplicates ??= []).Add(i);
                continue;
            }

            tables.Messages.Insert(message, envelopeId);
            if (envelopeId != 0)
            {
                ref var used = ref CollectionsMarshal.GetValueRefOrAddDefault(_used, envelopeId, out var known);
                used = known
                    ? (used.Envelope, used.Use.With(message.Key.Sequence))
                    : (message.Envelope, EnvelopeUse.Of(message.Key.Sequence));
            }
        }

        return duplicates ?? (IReadOnlyList<int>)[];
    }
}
