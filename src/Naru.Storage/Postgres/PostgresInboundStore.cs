using Naru.Core.Inbound;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>Texts that came in, on PostgreSQL. <see cref="PostgresMessageStore"/> writes them.</summary>
public sealed class PostgresInboundStore(PostgresDatabase database) : IInboundStore
{
    public ValueTask<IReadOnlyCollection<string>> FindReferencesAsync(string carrier, IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        var asked = references.ToList();
        return database.ReadAsync<IReadOnlyCollection<string>>(
            async reading => [.. (await reading.AskAsync(
                """
                SELECT r.place FROM unnest($2) WITH ORDINALITY AS r (reference, place) WHERE EXISTS (
                    SELECT FROM inbound AS i WHERE i.carrier = $1 AND i.reference = r.reference)
                """,
                row => asked[(int)row.GetInt64(0) - 1], Sent.One(carrier), Sent.Column(asked.ConvertAll<byte[]?>(TextKey.Of))))],
            cancellationToken);
    }

    public ValueTask<IReadOnlyList<InboundText>> ReadWaitingAsync(
        WorkspaceId workspace, DateTimeOffset since, IReadOnlySet<long> except, int limit, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<InboundText>>(
        async reading => await reading.AskAsync(
            $"""
            SELECT {InboundTable.Selected} FROM inbound WHERE workspace = $1 AND waiting IS NOT NULL AND waiting >= $2 AND id <> ALL ($3) ORDER BY id LIMIT $4
            """,
            InboundTable.Of, Sent.One(workspace.Value), Sent.One(Instants.ToMilliseconds(since)), Sent.Column(except.ToList()), Sent.One((long)limit)),
        cancellationToken);

    public ValueTask<long> CountWaitingAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken cancellationToken) => database.ReadAsync(
        async reading => await reading.NumberAsync(
            "SELECT count(*) FROM inbound WHERE workspace = $1 AND waiting IS NOT NULL AND waiting >= $2", Sent.One(workspace.Value), Sent.One(Instants.ToMilliseconds(since))) ?? 0,
        cancellationToken);

    public ValueTask<IReadOnlyList<InboundText>> ListAsync(InboundQuery query, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<InboundText>>(
        async reading => await reading.AskAsync(
            $"""
            SELECT {InboundTable.Selected} FROM inbound
            WHERE workspace = $1 AND id < $2 AND ($3 IS NULL OR sender = $3) AND ($4 IS NULL OR receiver = $4) ORDER BY id DESC LIMIT $5
            """,
            InboundTable.Of, Sent.One(query.Workspace.Value), Sent.One(query.BeforeId ?? long.MaxValue), Sent.Maybe(query.From is { } from ? TextKey.Of(from.Value) : null),
            Sent.Maybe(query.To is { } to ? TextKey.Of(to) : null), Sent.One((long)query.Limit)),
        cancellationToken);
}
