using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>A reading connection with the tables on it.</summary>
internal sealed class Reader(Session session, EnvelopeCache envelopes) : IDisposable
{
    public Session Session { get; } = session;

    public StoreTables Tables { get; } = new(session, envelopes);

    public void Dispose() => Session.Dispose();
}
