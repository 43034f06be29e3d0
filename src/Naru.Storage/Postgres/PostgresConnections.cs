using Naru.Engine.Ports;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>Connections to the one database, each kind with the settings of its session.</summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    /// <summary>
    /// Every statement here goes over an index, and the tables grow from nothing to millions of rows before anyone has counted them: the planner is told
    /// not to think otherwise. Nor does it gather a bitmap first, as it would for a lane that it believes to be short: that fetches and sorts all that
    /// waits to return a page of it. Only texts need one (<see cref="Reading.UseBitmapsAsync"/>). Durable, whatever the server's default is; never ended for
    /// being silent; a dead peer is noticed within half a minute.
    /// </summary>
    private const string Session =
        "-c jit=off -c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c synchronous_commit=on -c idle_session_timeout=0 "
        + "-c idle_in_transaction_session_timeout=0 -c statement_timeout=0 -c lock_timeout=0 "
        + "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    /// <summary>The same few statements, thousands of times: planned once.</summary>
    private const string WriterSession = Session + " -c plan_cache_mode=force_generic_plan";

    /// <summary>Statements of a hundred shapes with a hundred sizes of argument.</summary>
    private const string ReaderSession = Session + " -c plan_cache_mode=force_custom_plan";

    private readonly string _writer;

    /// <exception cref="StoreRefusedException">It is no connection string; the text does not repeat any of it.</exception>
    public PostgresConnections(PostgresStoreOptions options)
    {
        var given = Parse(options.ConnectionString);
        Name = $"{given.Host}:{given.Port}/{given.Database ?? given.Username}";
        given.ApplicationName ??= "Naru";
        given.PersistSecurityInfo = false;
        given.MaxAutoPrepare = 200;
        given.AutoPrepareMinUsages = 2;
        given.Enlist = false;
        var settings = given.Options;
        given.Pooling = false;
        given.Options = $"{settings} {WriterSession}".Trim();
        _writer = given.ConnectionString;

        // No session here ever changes a setting: nothing is to be reset between two users of one.
        given.NoResetOnClose = true;
        given.Pooling = true;
        given.MaxPoolSize = options.Readers;
        given.Options = $"{settings} {ReaderSession}".Trim();
        Readers = NpgsqlDataSource.Create(given.ConnectionString);
    }

    /// <summary>Where the database is, without who opens it.</summary>
    public string Name { get; }

    public NpgsqlDataSource Readers { get; }

    /// <summary>A session outside the pool.</summary>
    public async Task<NpgsqlConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_writer);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            if (failure is NpgsqlException refused)
            {
                throw new StoreRefusedException($"The PostgreSQL database {Name} cannot be opened: {Reason(refused)} The setting Naru:Storage says where it is and who opens it.", refused);
            }

            throw;
        }
    }

    public ValueTask DisposeAsync() => Readers.DisposeAsync();

    private static string Reason(NpgsqlException refused) => refused switch
    {
        PostgresException { SqlState: PostgresErrorCodes.ProtocolViolation } answered =>
            answered.MessageText.TrimEnd('.') + ". (A connection pooler in between? Naru needs the server itself.)",
        PostgresException answered => answered.MessageText.TrimEnd('.') + ".",
        _ => (refused.InnerException?.Message ?? refused.Message).TrimEnd('.') + ".",
    };

    private static NpgsqlConnectionStringBuilder Parse(string text)
    {
        // Not even a part of it is repeated: what the parser stumbles over may be the password.
        var given = TryParse(text)
            ?? throw new StoreRefusedException("Naru:Storage is no connection string. It looks like Host=127.0.0.1;Database=naru;Username=naru;Password=…; a value with a semicolon stands in quotes.");
        return given.Host is { Length: > 0 } host && !host.Contains(',', StringComparison.Ordinal)
            ? given
            : throw new StoreRefusedException("Naru:Storage must name one server: Host=…;Database=…;Username=…;Password=….");
    }

    private static NpgsqlConnectionStringBuilder? TryParse(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
