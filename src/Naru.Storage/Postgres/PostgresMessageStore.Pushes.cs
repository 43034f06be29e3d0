using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;

namespace Naru.Storage.Postgres;

/// <summary>Pushes to endpoints.</summary>
public sealed partial class PostgresMessageStore
{
    public ValueTask<IReadOnlyList<PushHead>> OpenPushesAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<PushHead>>(
        async reading => await reading.AskAsync(
            "SELECT endpoint, min(due), count(*) FROM push WHERE state = 1 GROUP BY endpoint ORDER BY endpoint",
            static row => new PushHead(row.GetInt32(0), Instants.FromMilliseconds(row.GetInt64(1)), (int)row.GetInt64(2))),
        cancellationToken);

    public ValueTask<IReadOnlyList<Push>> ReadPushesAsync(
        int endpointId, DateTimeOffset until, PushPosition? after, int limit, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Push>>(
        async reading => await reading.AskAsync(
            $"SELECT {PushTable.Selected} FROM push WHERE endpoint = $1 AND state = 1 AND (due, id) > ($2, $3) AND due <= $4 ORDER BY due, id LIMIT $5", PushTable.Of,
            Sent.One(endpointId), Sent.One(after is { } position ? Instants.ToMilliseconds(position.DueAt) : long.MinValue), Sent.One(after?.PushId ?? long.MinValue),
            Sent.One(Instants.ToMilliseconds(until)), Sent.One((long)limit)),
        cancellationToken);

    public ValueTask<IReadOnlyList<Push>> ListPushesAsync(PushQuery query, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<Push>>(
        async reading => await reading.AskAsync(
            $"""
            SELECT {PushTable.Selected} FROM push
            WHERE workspace = $1 AND id < $2 AND created >= $3 AND created < $4 AND ($5 IS NULL OR endpoint = $5) AND state = ANY ($6) ORDER BY id DESC LIMIT $7
            """,
            PushTable.Of,
            Sent.One(query.Workspace.Value), Sent.One(query.BeforeId ?? long.MaxValue), Sent.One(query.Since is { } since ? Instants.ToMilliseconds(since) : long.MinValue),
            Sent.One(query.Until is { } before ? Instants.ToMilliseconds(before) : long.MaxValue), Sent.Maybe(query.EndpointId),
            Sent.Column((query.States ?? Enum.GetValues<PushState>()).Select(state => (short)state).ToList()), Sent.One((long)query.Limit)),
        cancellationToken);

    public async ValueTask<Push?> LoadPushAsync(long pushId, CancellationToken cancellationToken) => await database.ReadAsync(
        async reading => (await reading.AskAsync($"SELECT {PushTable.Selected} FROM push WHERE id = $1", PushTable.Of, Sent.One(pushId))).SingleOrDefault(), cancellationToken);
}
