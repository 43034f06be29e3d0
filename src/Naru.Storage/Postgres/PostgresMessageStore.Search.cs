using Naru.Engine.Ports;
using Naru.Storage.Postgres.Search;

namespace Naru.Storage.Postgres;

/// <summary>Texts of messages.</summary>
public sealed partial class PostgresMessageStore
{
    public long SearchLag => Cursor.Lag;

    public ValueTask<TextSearchResult> SearchTextAsync(TextQuery query, CancellationToken cancellationToken)
    {
        // Taken before the snapshot: what is not beyond it can be found by then.
        var (indexed, committed) = (Cursor.IndexedTo, Cursor.CommittedTo);
        return database.ReadSnapshotAsync(
            async reading =>
            {
                var search = new TextSearch(reading, query, indexed, committed, database.HasTexts);
                return new TextSearchResult(await search.RunAsync(), search.LooksAtTail ? 0 : committed - indexed);
            },
            cancellationToken);
    }

    public ValueTask CatchUpAsync(CancellationToken cancellationToken) => new(database.Feeder.CatchUpAsync(cancellationToken));
}
