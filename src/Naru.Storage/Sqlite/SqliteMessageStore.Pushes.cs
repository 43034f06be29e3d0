using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>Pushes to endpoints.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<IReadOnlyList<PushHead>> OpenPushesAsync(CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<PushHead>>(
        static tables =>
        {
            var heads = new List<PushHead>();
            for (var at = tables.Pushes.EndpointAfter(long.MinValue); at is { } head; at = tables.Pushes.EndpointAfter(head.Endpoint))
            {
                heads.Add(new PushHead(head.Endpoint, Instants.FromMilliseconds(head.Due), tables.Pushes.CountOpen(head.Endpoint)));
            }

            return heads;
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<Push>> ReadPushesAsync(
        int endpointId, DateTimeOffset until, PushPosition? after, int limit, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Push>>(
        tables =>
        {
            var found = new List<Push>();
            var due = long.MinValue;
            if (after is { } position)
            {
                due = Instants.ToMilliseconds(position.DueAt);
                if (due <= Instants.ToMilliseconds(until))
                {
                    using var same = tables.Pushes.OpenAt(endpointId, due, position.PushId);
                    Fill(found, same, limit, static _ => true);
                }
            }

            using var later = tables.Pushes.OpenLater(endpointId, due, Instants.ToMilliseconds(until));
            Fill(found, later, limit, static _ => true);
            return found;
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<Push>> ListPushesAsync(PushQuery query, CancellationToken cancellationToken) => ReadAsync<IReadOnlyList<Push>>(
        tables =>
        {
            var found = new List<Push>();
            using var rows = tables.Pushes.List(query.Workspace, query.BeforeId ?? long.MaxValue);
            Fill(found, rows, query.Limit, push =>
                (query.EndpointId is null || push.EndpointId == query.EndpointId)
                && (query.States is null || query.States.Contains(push.State))
                && (query.Since is null || push.CreatedAt >= query.Since)
                && (query.Until is null || push.CreatedAt < query.Until));
            return found;
        },
        cancellationToken);

    public ValueTask<Push?> LoadPushAsync(long pushId, CancellationToken cancellationToken) =>
        ReadAsync(tables => tables.Pushes.Load(pushId), cancellationToken);

    private static void Fill(List<Push> found, Statement.Reading rows, int limit, Func<Push, bool> fits)
    {
        while (found.Count < limit && rows.Next())
        {
            var push = PushTable.Decode(rows);
            if (fits(push))
            {
                found.Add(push);
            }
        }
    }
}
