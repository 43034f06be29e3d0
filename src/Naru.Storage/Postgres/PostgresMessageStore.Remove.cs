using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// Retention and purges, in small steps: each is a part of some commit and must not hold it up. Not by dropping daily partitions: apps keep their
/// messages for different times, so that days would stay for the sake of a few rows.
/// </summary>
public sealed partial class PostgresMessageStore
{
    /// <summary>A push is made when its message ends; the end itself may be dated back by the carrier, but not by more than this.</summary>
    private static readonly TimeSpan PushedAtMost = TimeSpan.FromHours(1);

    private static readonly string s_oldestMessage = """
        SELECT o.id, o.accepted FROM generate_series(0, 63) AS p (partition), LATERAL (
            SELECT m.id, m.accepted FROM message AS m WHERE m.partition = p.partition AND m.id >= $1 ORDER BY m.id LIMIT 1) AS o
        ORDER BY o.id LIMIT 1
        """;

    private static readonly string s_finished = $"""
        SELECT {MessageRow.Selected}, {Removable.Selected} FROM message AS m
        WHERE {MessageRow.InAnyPartition} AND m.id >= $1 AND m.id < $2 AND m.done < $3 AND ($4 IS NULL OR m.workspace = $4) ORDER BY m.id
        """;

    private readonly RetentionWalk _finished = new();
    private readonly RetentionWalk _settled = new();

    /// <summary>Inside the transaction of the commit, which it ends.</summary>
    private async Task<IReadOnlyList<int>> RemoveAsync(NpgsqlConnection connection, List<Removal> removals)
    {
        var reading = new Reading(connection, database.Envelopes, CancellationToken.None);
        var removed = new List<int>(removals.Count);
        foreach (var removal in removals)
        {
            removed.Add(removal.Kind switch
            {
                RemovalKind.FinishedMessages => await RemoveFinishedAsync(connection, reading, removal),
                RemovalKind.SettledPushes => await RemoveSettledAsync(connection, reading, removal),
                RemovalKind.ExpiredClaims => await DeleteAsync(
                    connection, "DELETE FROM idempotency WHERE key IN (SELECT key FROM idempotency WHERE expires < $1 LIMIT $2)", Instants.ToMilliseconds(removal.Before), removal.Limit),
                RemovalKind.Workspace => await RemoveWorkspaceAsync(connection, reading, removal.Workspace ?? throw new ArgumentException("Whose rows?", nameof(removals)), removal.Limit),
                _ => throw new ArgumentOutOfRangeException(nameof(removals), removal.Kind, "No such removal."),
            });
        }

        await using var end = new RoundTrip(connection);
        end.Add("COMMIT");
        await end.RunAsync(CancellationToken.None);
        return removed;
    }

    private async Task<int> RemoveFinishedAsync(NpgsqlConnection connection, Reading reading, Removal removal)
    {
        var before = Instants.ToMilliseconds(removal.Before);
        var found = await _finished.StepAsync<Removable>(
            removal.Limit, before, database.Numbers.Next.Sequence - 1, async from => await OldestAsync(reading, s_oldestMessage, from),
            async (from, to) =>
            {
                var rows = await reading.AskAsync(
                    s_finished, static row => (Message: MessageRow.Of(row), Row: Removable.Of(row, 13)), Sent.One(from), Sent.One(to), Sent.One(before),
                    Sent.Maybe(removal.Workspace?.Value));
                var stay = rows.Count == 0 ? [] : await StayingAsync(reading, [.. rows.Select(of => of.Message)], before, removal.Policies);
                return [.. rows.Where(of => !stay.Contains(of.Row.Id)).Select(of => (of.Row.Id, of.Row))];
            });
        await RemoveMessagesAsync(connection, found);
        return found.Count;
    }

    /// <summary>Those of which an open push still tells, and those that their app keeps.</summary>
    private static async Task<HashSet<long>> StayingAsync(Reading reading, List<MessageRow> rows, long before, AppPolicies? policies)
    {
        var pushes = await reading.AskAsync(
            $"SELECT {PushTable.Selected} FROM push WHERE state = 1 AND created < $1", PushTable.Of, Sent.One(before + (long)PushedAtMost.TotalMilliseconds));
        var stay = pushes.SelectMany(push => push.Items).Select(item => item.Message.Sequence).ToHashSet();
        if (policies is null)
        {
            return stay;
        }

        var messages = await reading.CompleteAsync(rows);
        var talks = messages.Select(message => message.Envelope.Talk?.Conversation).OfType<long>().Distinct().ToList();
        var last = talks.Count == 0
            ? []
            : (await reading.AskAsync($"SELECT {ConversationRow.Selected} FROM conversation WHERE id = ANY ($1)", ConversationRow.Of, Sent.Column(talks)))
                .ToDictionary(talk => talk.Id, talk => (DateTimeOffset?)talk.LastMessageAt);
        stay.UnionWith(messages.Where(message => policies.Keep(message, talk => last.GetValueOrDefault(talk))).Select(message => message.Key.Sequence));
        return stay;
    }

    private async Task<int> RemoveSettledAsync(NpgsqlConnection connection, Reading reading, Removal removal)
    {
        var before = Instants.ToMilliseconds(removal.Before);
        var found = await _settled.StepAsync<long>(
            removal.Limit, before, database.Numbers.Next.Push - 1,
            async from => await OldestAsync(reading, "SELECT id, created FROM push WHERE id >= $1 ORDER BY id LIMIT 1", from),
            async (from, to) => await reading.AskAsync(
                "SELECT id FROM push WHERE id >= $1 AND id < $2 AND state <> 1 AND settled < $3 AND ($4 IS NULL OR workspace = $4) ORDER BY id",
                static row => (row.GetInt64(0), row.GetInt64(0)), Sent.One(from), Sent.One(to), Sent.One(before), Sent.Maybe(removal.Workspace?.Value)));
        await using var trip = new RoundTrip(connection);
        PushTable.Delete(trip, found);
        await trip.RunAsync(CancellationToken.None);
        return found.Count;
    }

    private static async Task<(long Id, long Began)?> OldestAsync(Reading reading, string sql, long from)
    {
        var found = await reading.AskAsync(sql, static row => (row.GetInt64(0), row.GetInt64(1)), Sent.One(from));
        return found.Count == 0 ? null : found[0];
    }

    private async Task<int> RemoveWorkspaceAsync(NpgsqlConnection connection, Reading reading, WorkspaceId workspace, int limit)
    {
        var messages = await MessagesOfAsync(reading, workspace, limit);
        await RemoveMessagesAsync(connection, messages);
        var removed = messages.Count;
        foreach (var (table, key) in new[]
        {
            ("push", "id"), ("pull", "workspace, dialect, channel, id"), ("bulk", "id"), ("rate_limit", "id"), ("alarm", "id"), ("conversation", "id"),
        })
        {
            removed += await DeleteAsync(
                connection, $"DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE workspace = $1 LIMIT $2)", workspace.Value, limit - removed);
        }

        removed += await RemoveContactsAsync(connection, reading, workspace, limit - removed);
        return removed + await DeleteAsync(
            connection, "DELETE FROM idempotency WHERE key IN (SELECT key FROM idempotency WHERE workspace = $1 LIMIT $2)", workspace.Value, limit - removed);
    }

    /// <summary>Rows of a workspace: those that are listed, then the young ones that may not be listed yet.</summary>
    private async Task<List<Removable>> MessagesOfAsync(Reading reading, WorkspaceId workspace, int limit)
    {
        var found = await reading.AskAsync(
            $"""
            SELECT {Removable.Selected} FROM listing AS l JOIN message AS m ON m.partition = l.partition AND m.id = l.id
            WHERE l.workspace = $1 ORDER BY l.id LIMIT $2
            """,
            static row => Removable.Of(row, 0), Sent.One(workspace.Value), Sent.One((long)limit));
        if (found.Count < limit)
        {
            var listed = found.Select(row => row.Id).ToHashSet();
            found.AddRange((await reading.AskAsync(
                $"SELECT {Removable.Selected} FROM message AS m WHERE {MessageRow.InAnyPartition} AND m.id > $1 AND m.workspace = $2 ORDER BY m.id LIMIT $3",
                static row => Removable.Of(row, 0), Sent.One(Cursor.IndexedTo), Sent.One(workspace.Value), Sent.One((long)limit)))
                .Where(row => !listed.Contains(row.Id)).Take(limit - found.Count));
        }

        return found;
    }

    private static async Task<int> RemoveContactsAsync(NpgsqlConnection connection, Reading reading, WorkspaceId workspace, int limit)
    {
        var gone = await reading.AskAsync(
            "SELECT id FROM contact WHERE workspace = $1 LIMIT $2", static row => row.GetInt64(0), Sent.One(workspace.Value), Sent.One((long)limit));
        if (gone.Count > 0)
        {
            var writes = new TalkWrites();
            writes.ContactsRemoved.AddRange(gone);
            var talks = new TalkWriting([writes]);
            await talks.PrepareAsync(connection);
            await using var trip = new RoundTrip(connection);
            talks.WriteTo(trip);
            await trip.RunAsync(CancellationToken.None);
        }

        return gone.Count;
    }

    /// <summary>What a crash left of bulks that were never answered.</summary>
    private async Task RemoveUnsealedAsync() => await database.Writer.RunAsync(async connection =>
    {
        var reading = new Reading(connection, database.Envelopes, CancellationToken.None);
        var bulks = await reading.AskAsync($"SELECT {BulkTable.Selected} FROM bulk WHERE NOT sealed", BulkTable.Of);
        if (bulks.Count == 0)
        {
            return true;
        }

        await using var begin = new RoundTrip(connection);
        begin.Add("BEGIN");
        database.Numbers.Keep(begin);
        await begin.RunAsync(CancellationToken.None);
        foreach (var bulk in bulks)
        {
            await RemoveMessagesAsync(connection, await reading.AskAsync(
                $"SELECT {Removable.Selected} FROM message AS m WHERE {MessageRow.InAnyPartition} AND m.id >= $1 AND m.bulk = $2", static row => Removable.Of(row, 0),
                Sent.One(bulk.FirstSequence), Sent.One(bulk.Key.Value)));
        }

        var keys = bulks.ConvertAll(bulk => bulk.Key.Value);
        await using var end = new RoundTrip(connection);
        end.Add("DELETE FROM idempotency WHERE bulk <> 0 AND bulk = ANY ($1)", Sent.Column(keys));
        end.Add("DELETE FROM bulk WHERE id = ANY ($1)", Sent.Column(keys));
        end.Add("COMMIT");
        await end.RunAsync(CancellationToken.None);
        database.Numbers.Kept();
        return true;
    });

    /// <summary>Rows with all that hangs on them, in one trip.</summary>
    private async Task RemoveMessagesAsync(NpgsqlConnection connection, List<Removable> messages)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var (ids, workspaces) = (messages.ConvertAll(m => m.Id), messages.ConvertAll(m => m.Workspace));
        await using var trip = new RoundTrip(connection);
        trip.Add("DELETE FROM claim WHERE key = ANY ($1)", Sent.Column(messages.Select(m => m.Claim).OfType<Guid>().ToList()));
        PullTable.DeleteOf(trip, workspaces, ids);
        trip.Add(
            "DELETE FROM message AS m USING unnest($1, $2) AS g (partition, id) WHERE m.partition = g.partition AND m.id = g.id",
            Sent.Column(messages.ConvertAll(m => m.Partition)), Sent.Column(ids));
        trip.Add("DELETE FROM listing AS l USING unnest($1, $2) AS g (workspace, id) WHERE l.workspace = g.workspace AND l.id = g.id", Sent.Column(workspaces), Sent.Column(ids));
        if (database.HasTexts)
        {
            trip.Add("DELETE FROM message_text WHERE id = ANY ($1)", Sent.Column(ids));
        }

        // A pass of the search may be about to write what was just deleted: the next one wipes it out.
        trip.Add("INSERT INTO gone_message (workspace, id) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING", Sent.Column(workspaces), Sent.Column(ids));
        EnvelopeWriting.Release(trip, messages.Select(m => m.Envelope), database.HasTexts);
        BulkTable.DeleteEmpty(trip, [.. messages.Where(m => m.Bulk != 0).Select(m => m.Bulk).Distinct()]);
        await trip.RunAsync(CancellationToken.None);
    }

    private static async Task<int> DeleteAsync(NpgsqlConnection connection, string sql, long of, int limit)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Sent.One(of), Sent.One((long)limit) } };
        return await command.ExecuteNonQueryAsync();
    }
}
