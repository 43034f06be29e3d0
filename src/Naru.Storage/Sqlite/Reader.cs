using Naru.Storage.Rows;
using Naru.Storage.Sqlite.Search;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>A reading connection with the tables on it, and one to the search file.</summary>
internal sealed class Reader(Session session, EnvelopeCache envelopes, SearchTables search) : IDisposable
{
    public Session Session { get; } = session;

    public StoreTables Tables { get; } = new(session, envelopes);

    public SearchTables Search { get; } = search;

    public void Dispose()
    {
        Session.Dispose();
        Search.Dispose();
    }
}
