using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Naru.Engine.Ports;
using Naru.Engine.Time;
using Naru.Storage.Rows;
using Naru.Storage.Search;
using Naru.Storage.Sqlite.Claims;
using Naru.Storage.Sqlite.Search;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite;

/// <summary>
/// The file that <see cref="SqliteMessageStore"/> and <see cref="SqliteDirectoryStore"/> share: its lock, its schema, the one writer, the
/// readers and the checkpoints. Opened by whichever store is used first; disposed after both.
/// </summary>
/// <remarks>
/// Write-ahead log with <c>synchronous=FULL</c>: a commit that returned has been synced. All writes stand in the queue of
/// <see cref="WriterThread"/>, so the file's own lock is never waited for.
/// </remarks>
public sealed partial class SqliteDatabase : IAsyncDisposable
{
    /// <summary>SQLITE_NOTADB</summary>
    private const int NotADatabase = 26;

    private const string InstallationKeyName = "installation-key";
    private readonly TimeProvider _time;
    private readonly IRandomSource _random;
    private readonly ILogger _log;
    private readonly Lock _opening = new();
    private OpenedFile? _file;
    private bool _disposed;

    public SqliteDatabase(SqliteStoreOptions options, TimeProvider time, IRandomSource random, ILogger<SqliteDatabase> log) =>
        (Options, _time, _random, _log, Claims) = (options, time, random, log, new ClaimIndex(options.ClaimsInMemory));

    public SqliteStoreOptions Options { get; }

    internal EnvelopeCache Envelopes { get; } = new();

    internal ClaimIndex Claims { get; }

    internal byte[] InstallationKey { get; private set; } = [];

    internal WriterThread Writer => File.Writer;

    internal ReaderPool Readers => File.Readers;

    internal Checkpointer Checkpoints => File.Checkpoints;

    internal SearchFeeder Feeder => File.Feeder;

    /// <summary>On the writer's session; touched on its thread only.</summary>
    internal StoreTables Written => File.Written;

    /// <summary>For the writer: where a workspace's rows are.</summary>
    internal SearchTables WriterSearch => File.WriterSearch;

    /// <summary>Takes the folder, migrates the file. Does nothing the second time.</summary>
    /// <exception cref="StoreRefusedException">The folder is in use, the file is no store, or a newer program wrote it.</exception>
    internal void EnsureOpen()
    {
        lock (_opening)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _file ??= Open();
        }
    }

    /// <summary>Finishes the writes that are queued, and lets go of the folder.</summary>
    public ValueTask DisposeAsync()
    {
        OpenedFile? file;
        lock (_opening)
        {
            _disposed = true;
            (file, _file) = (_file, null);
        }

        file?.Dispose();
        return ValueTask.CompletedTask;
    }

    private OpenedFile File => _file ?? throw new InvalidOperationException("The store is used before it was opened, or after it was closed.");

    private OpenedFile Open()
    {
        var folderLock = FolderLock.Take(Options);
        Session? writing = null;
        try
        {
            writing = OpenChecked();
            var written = new StoreTables(writing, Envelopes);
            var next = HighWater.Next(written).Sequence;
            var (searching, cursor) = SearchFile.Open(Options, InstallationId(), next);
            LogOpened(_log, Options.DatabasePath, NativeSqlite.EnsureLoaded(), next - 1 - cursor);
            var writer = new WriterThread(writing);
            var pass = new SearchPass(new SearchCursor(cursor, next - 1), OpenSession(SessionKind.Read), Envelopes, searching, writer, written);
            return new OpenedFile(
                folderLock,
                writer,
                written,
                OpenSearch(),
                new Checkpointer(OpenSession(SessionKind.Checkpoint), writer, Options.RestartLogPages, _log),
                new ReaderPool(() => new Reader(OpenSession(SessionKind.Read), Envelopes, OpenSearch()), Options.Readers),
                new SearchFeeder(pass, _time, _log));
        }
        catch
        {
            writing?.Dispose();
            folderLock.Dispose();
            throw;
        }
    }

    private Session OpenSession(SessionKind kind) =>
        Session.Open(Options.DatabasePath, kind, kind == SessionKind.Write ? Options.WriterCacheMiB : 8, Options.MappedMiB);

    private SearchTables OpenSearch() => new(Session.Open(Options.SearchPath, SessionKind.Read, cacheMiB: 4, Options.MappedMiB));

    /// <summary>Tells the search file whose it is, without telling the key.</summary>
    private byte[] InstallationId() => SHA256.HashData(InstallationKey);

    private Session OpenChecked()
    {
        Session? session = null;
        try
        {
            session = OpenSession(SessionKind.Write);
            Migrations.Run(session, Options.DatabasePath);
            InstallationKey = EnsureKey(session);
            return session;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == NotADatabase)
        {
            session?.Dispose();
            throw new StoreRefusedException($"'{Options.DatabasePath}' is no SQLite file, or it is damaged. Restore it from a backup, or give Naru a folder of its own.", refused);
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    private byte[] EnsureKey(Session session)
    {
        var meta = new MetaTable(session);
        if (meta.Bytes(InstallationKeyName) is { } known)
        {
            return known;
        }

        var key = new byte[32];
        _random.Fill(key);
        meta.Set(InstallationKeyName, key);
        return key;
    }

    [LoggerMessage(EventId = 2000, Level = LogLevel.Information, Message = "Store {Path} opened with SQLite {Version}; the search has {Lag} rows to look through")]
    private static partial void LogOpened(ILogger log, string path, string version, long lag);

    private sealed record OpenedFile(
        IDisposable FolderLock, WriterThread Writer, StoreTables Written, SearchTables WriterSearch, Checkpointer Checkpoints, ReaderPool Readers, SearchFeeder Feeder) : IDisposable
    {
        public void Dispose()
        {
            // Those first that hand work to the writer.
            Feeder.Dispose();
            Checkpoints.Dispose();
            Readers.Dispose();
            Writer.Dispose();
            WriterSearch.Dispose();
            FolderLock.Dispose();
        }
    }
}
