using Microsoft.Data.Sqlite;
using Naru.Storage.Rows;
using Naru.Storage.Search;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite.Search;

/// <summary>Opens the search file, or makes it anew where it is missing, damaged, of another schema or another store's: nothing is lost by that but time.</summary>
internal static class SearchFile
{
    /// <summary>One more whenever schema.sql or what is put into it changes.</summary>
    public const long Schema = 1;

    /// <summary>
    /// Rows that are looked through again after a start. A row may be committed below the cursor (see <see cref="SearchCursor"/>), and a crash may
    /// come between that and the cursor's step back; what is on its way at one time is far less than this.
    /// </summary>
    private const long LookBack = 20_000;

    private const string SchemaName = "schema";
    private const string StoreName = "store";

    /// <param name="storeId">Names the installation.</param>
    /// <param name="next">The first sequence number that the store never used.</param>
    /// <returns>A session that writes, and the cursor to begin at.</returns>
    public static (Session Session, long Cursor) Open(SqliteStoreOptions options, ReadOnlySpan<byte> storeId, long next)
    {
        if (TryOpen(options, storeId, next) is { } opened)
        {
            return opened;
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(options.SearchPath + suffix);
        }

        return (Create(options, storeId), 0);
    }

    private static (Session Session, long Cursor)? TryOpen(SqliteStoreOptions options, ReadOnlySpan<byte> storeId, long next)
    {
        if (!File.Exists(options.SearchPath))
        {
            return null;
        }

        Session? session = null;
        try
        {
            session = Session.Open(options.SearchPath, SessionKind.Feed, cacheMiB: 16, options.MappedMiB);
            var meta = new MetaTable(session);
            var cursor = new SearchWriting(session).Cursor;
            if (meta.Number(SchemaName) == Schema && meta.Bytes(StoreName).AsSpan().SequenceEqual(storeId) && cursor < next)
            {
                return (session, Math.Max(0, cursor - LookBack));
            }
        }
        catch (SqliteException)
        {
            // No SQLite file, or without our tables: made anew below, as for the other reasons.
        }

        session?.Dispose();
        return null;
    }

    private static Session Create(SqliteStoreOptions options, ReadOnlySpan<byte> storeId)
    {
        var session = Session.Open(options.SearchPath, SessionKind.Feed, cacheMiB: 16, options.MappedMiB);
        session.BeginWrite();
        session.Execute(EmbeddedScripts.Text("Naru.Storage.Sqlite.Search.schema.sql"));
        var meta = new MetaTable(session);
        meta.Set(SchemaName, Schema);
        meta.Set(StoreName, storeId);
        session.Commit();
        return session;
    }
}
