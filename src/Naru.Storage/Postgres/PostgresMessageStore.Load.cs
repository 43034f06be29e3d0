using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>Single messages and bulks.</summary>
public sealed partial class PostgresMessageStore
{
    private static readonly string s_loadSql = $"""
        SELECT {MessageRow.Selected} FROM unnest($1, $2) WITH ORDINALITY AS k (partition, id, place)
        JOIN message AS m ON m.partition = k.partition AND m.id = k.id WHERE {MessageRow.Exists} ORDER BY k.place
        """;

    private static readonly string s_ofClientSql = $"""
        SELECT c.message FROM claim AS c JOIN message AS m ON m.partition = (c.message >> 40)::smallint AND m.id = c.message & {MessageKey.MaxSequence}
        WHERE c.key = $1 AND {MessageRow.Exists}
        """;

    public ValueTask<IReadOnlyList<Message>> LoadAsync(IReadOnlyCollection<MessageKey> keys, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Message>>(
            async reading => await reading.MessagesAsync(
                s_loadSql, Sent.Column(keys.Select(key => (short)key.Partition).ToList()), Sent.Column(keys.Select(key => key.Sequence).ToList())),
            cancellationToken);

    public ValueTask<MessageKey?> FindByClientIdAsync(WorkspaceId workspace, string clientId, CancellationToken cancellationToken) => database.ReadAsync(
        async reading => await reading.NumberAsync(s_ofClientSql, Sent.One(StoredKey.Of(ClaimKind.ClientId, workspace, clientId))) is { } packed
            ? MessageKey.FromPacked(packed)
            : (MessageKey?)null,
        cancellationToken);

    public ValueTask<IReadOnlyList<Bulk>> FindBulksAsync(WorkspaceId workspace, string clientBulkId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Bulk>>(
            async reading => await reading.AskAsync(
                $"SELECT {BulkTable.Selected} FROM bulk WHERE name = $1 AND sealed ORDER BY id", BulkTable.Of, Sent.One(BulkTable.NameOf(workspace, clientBulkId))),
            cancellationToken);

    public ValueTask<IReadOnlyList<Bulk>> LoadBulksAsync(IReadOnlyCollection<BulkKey> bulks, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Bulk>>(
            async reading =>
            {
                var found = (await reading.AskAsync(
                    $"SELECT {BulkTable.Selected} FROM bulk WHERE id = ANY ($1) AND sealed", BulkTable.Of, Sent.Column(bulks.Select(bulk => bulk.Value).ToList())))
                    .ToDictionary(bulk => bulk.Key);
                return [.. bulks.Where(found.ContainsKey).Select(key => found[key])];
            },
            cancellationToken);

    public ValueTask<IReadOnlyList<Bulk>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Bulk>>(
            async reading => await reading.AskAsync(
                $"SELECT {BulkTable.Selected} FROM bulk WHERE workspace = $1 AND id < $2 AND sealed ORDER BY id DESC LIMIT $3", BulkTable.Of,
                Sent.One(workspace.Value), Sent.One(before?.Value ?? long.MaxValue), Sent.One(limit)),
            cancellationToken);
}
