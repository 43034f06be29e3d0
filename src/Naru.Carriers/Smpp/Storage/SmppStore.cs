using Microsoft.Data.Sqlite;
using Naru.Engine.Ports;

namespace Naru.Carriers.Smpp.Storage;

/// <summary>
/// What an account must remember across a crash: which message id stands for which attempt, the parts of texts that are still incomplete, and which texts
/// may come again. One file for
/// each account, one transaction at a time, on disk when it returns (WAL, <c>synchronous=FULL</c>).
/// </summary>
/// <remarks>
/// Why a store: nothing of ours comes back in a receipt but the carrier's message id. user_message_reference has 16 bits and most carriers do not echo it.
/// </remarks>
internal sealed class SmppStore : IDisposable
{
    private const int Version = 2;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SqliteConnection _connection;
    private readonly CommandSet _commands;

    public SmppStore(string folder, string carrier)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"smpp-{carrier}.db");
        SQLitePCL.Batteries_V2.Init();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Execute("PRAGMA busy_timeout = 5000");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Prepare(path);
        _commands = new CommandSet(_connection);
        Sent = new SentParts(_commands);
        Inbound = new InboundParts(_commands);
        Texts = new OpenTexts(_commands);
    }

    /// <summary>Only inside <see cref="RunAsync"/>.</summary>
    public SentParts Sent { get; }

    /// <summary>Only inside <see cref="RunAsync"/>.</summary>
    public InboundParts Inbound { get; }

    /// <summary>Only inside <see cref="RunAsync"/>.</summary>
    public OpenTexts Texts { get; }

    /// <summary>Runs the work alone and in one transaction, off the caller's thread because a commit waits for the disk.</summary>
    public async Task<T> RunAsync<T>(Func<T> work)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            return await Task.Run(() => Run(work));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Wait();
        _commands.Dispose();
        _connection.Dispose();
        _turn.Dispose();
    }

    private T Run<T>(Func<T> work)
    {
        using var transaction = _connection.BeginTransaction();
        Sent.Transaction = Inbound.Transaction = Texts.Transaction = transaction;
        var result = work();
        transaction.Commit();
        return result;
    }

    private void Prepare(string path)
    {
        using var ask = _connection.CreateCommand();
        ask.CommandText = "PRAGMA user_version";
        var version = Convert.ToInt32(ask.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (version > Version)
        {
            throw new StoreRefusedException($"{path} was written by a newer version of Naru (its layout is {version}, this one knows {Version}).");
        }

        if (version == Version)
        {
            return;
        }

        using var transaction = _connection.BeginTransaction();
        if (version == 0)
        {
            Execute(SentParts.Layout, transaction);
            Execute(InboundParts.Layout, transaction);
        }

        Execute(OpenTexts.Layout, transaction);
        Execute(InboundParts.CountLayout, transaction);
        Execute($"PRAGMA user_version = {Version}", transaction);
        transaction.Commit();
    }

    private void Execute(string sql, SqliteTransaction? transaction = null)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
