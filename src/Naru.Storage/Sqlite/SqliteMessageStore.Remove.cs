using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Retention and purges, in small steps: each is a part of some commit and must not hold it up.</summary>
public sealed partial class SqliteMessageStore
{
    /// <summary>A push is made when its message ends; the end itself may be dated back by the carrier, but not by more than this.</summary>
    private static readonly TimeSpan PushedAtMost = TimeSpan.FromHours(1);

    private readonly RetentionCursor _finished = new();
    private readonly RetentionCursor _settled = new();

    private IReadOnlyList<int> Remove(StoreTables tables, CommitBatch batch)
    {
        if (batch.PushesRemoved.Count == 0 && batch.Removals.Count == 0)
        {
            return [];
        }

        var highest = HighWater.Of(tables);
        foreach (var push in batch.PushesRemoved)
        {
            tables.Pushes.Delete(push);
        }

        var removed = batch.Removals.Select(removal => Remove(tables, removal)).ToArray();
        foreach (var removal in batch.Removals)
        {
            database.Claims.DropDead(tables, removal.Limit);
        }

        highest.Keep(tables);
        return removed;
    }

    private int Remove(StoreTables tables, Removal removal) => removal.Kind switch
    {
        RemovalKind.FinishedMessages => RemoveFinished(tables, removal),
        RemovalKind.SettledPushes => RemoveSettled(tables, removal),
        RemovalKind.ExpiredClaims => tables.Idempotency.DeleteExpired(removal.Before, removal.Limit),
        RemovalKind.Workspace => RemoveWorkspace(tables, removal.Workspace ?? throw new ArgumentException("Whose rows?", nameof(removal)), removal.Limit),
        _ => throw new ArgumentOutOfRangeException(nameof(removal), removal.Kind, "No such removal."),
    };

    private int RemoveFinished(StoreTables tables, Removal removal)
    {
        var before = Instants.ToMilliseconds(removal.Before);
        var found = new List<RemovableMessage>();
        HashSet<long>? waiting = null;
        using (var rows = tables.Messages.FromOldest(_finished.Next))
        {
            _finished.Walk(rows, removal.Limit, row =>
            {
                // Nobody ends before being accepted: from here on all are too young.
                if (row.Number(RemovableMessage.AcceptedColumn) >= before)
                {
                    return RetentionStep.End;
                }

                if (row.NumberOrNull(RemovableMessage.DoneColumn) is not { } done || done >= before
                    || (removal.Workspace is { } workspace && row.Number(1) != workspace.Value))
                {
                    return RetentionStep.Keep;
                }

                waiting ??= tables.Pushes.MessagesOfOpen(before + (long)PushedAtMost.TotalMilliseconds);
                if (waiting.Contains(row.Number(0)) || Stays(tables, row.Number(0), removal.Policies))
                {
                    return RetentionStep.Keep;
                }

                found.Add(RemovableMessage.Of(row));
                return RetentionStep.Remove;
            });
        }

        RemoveMessages(tables, found, thorough: false);
        return found.Count;
    }

    private static bool Stays(StoreTables tables, long sequence, AppPolicies? policies)
    {
        if (policies is null)
        {
            return false;
        }

        using var row = tables.Messages.Load(sequence);
        return row.Next()
            && policies.Keep(MessageTable.Decode(row, MessageTable.ColumnsOf(row), tables.Envelopes), talk => tables.Conversations.Load(talk)?.LastMessageAt);
    }

    private int RemoveSettled(StoreTables tables, Removal removal)
    {
        var found = new List<long>();
        using (var rows = tables.Pushes.Settled(_settled.Next, Instants.ToMilliseconds(removal.Before)))
        {
            _settled.Walk(rows, removal.Limit, row =>
            {
                if (row.Number(1) == 0)
                {
                    return RetentionStep.End;
                }

                if (row.Number(2) == 0 || (removal.Workspace is { } workspace && row.Number(3) != workspace.Value))
                {
                    return RetentionStep.Keep;
                }

                found.Add(row.Number(0));
                return RetentionStep.Remove;
            });
        }

        found.ForEach(id => tables.Pushes.Delete(id));
        return found.Count;
    }

    private int RemoveWorkspace(StoreTables tables, WorkspaceId workspace, int limit)
    {
        var messages = MessagesOf(tables, workspace, limit);
        RemoveMessages(tables, messages, thorough: true);
        var removed = messages.Count;
        removed += tables.Pushes.DeleteOf(workspace, limit - removed);
        removed += tables.Pulls.DeleteOf(workspace, limit - removed);
        removed += tables.Bulks.DeleteOf(workspace, limit - removed);
        removed += tables.Limits.DeleteOf(workspace, limit - removed);
        removed += tables.Alarms.DeleteOf(workspace, limit - removed);
        removed += tables.Conversations.DeleteOf(workspace, limit - removed);
        removed += tables.Contacts.DeleteOf(workspace, limit - removed);
        return removed + tables.Idempotency.DeleteOf(workspace, limit - removed);
    }

    /// <summary>What a crash left of bulks that were never answered.</summary>
    private void RemoveUnsealed(StoreTables tables)
    {
        foreach (var key in tables.Bulks.Unsealed())
        {
            var bulk = tables.Bulks.Load(new BulkKey(key))!;
            RemoveMessages(tables, tables.Messages.OfBulk(key, bulk.FirstSequence), thorough: true);
            tables.Idempotency.DeleteOf(key);
            tables.Bulks.Delete(key);
        }
    }

    /// <param name="thorough">Nothing of them may stay, not even the hash of a client id.</param>
    private void RemoveMessages(StoreTables tables, List<RemovableMessage> messages, bool thorough)
    {
        foreach (var message in messages)
        {
            if (GivenCodec.Read(message.Given, skipEnvelope: true).ClientId is { } clientId)
            {
                database.Claims.Release(tables, message.WorkspaceId, clientId, thorough);
            }

            tables.Pulls.DeleteOf(message.WorkspaceId, message.Sequence);
            tables.Gone.AddMessage(message.Sequence, message.WorkspaceId, message.Recipient, message.Given);
            tables.Messages.Delete(message.Sequence);
        }

        foreach (var uses in messages.Where(m => m.EnvelopeId != 0).CountBy(m => m.EnvelopeId))
        {
            if (tables.Envelopes.Release(uses.Key, uses.Value) is { } body)
            {
                tables.Gone.AddEnvelope(uses.Key, body);
            }
        }

        foreach (var bulk in messages.Where(m => m.Bulk != 0).Select(m => m.Bulk).Distinct())
        {
            if (tables.Bulks.Load(new BulkKey(bulk)) is { Sealed: true } row && !tables.Messages.HasBulk(bulk, row.FirstSequence, row.LastSequence))
            {
                tables.Bulks.Delete(bulk);
            }
        }
    }
}
