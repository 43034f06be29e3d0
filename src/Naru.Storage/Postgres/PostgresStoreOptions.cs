namespace Naru.Storage.Postgres;

/// <summary>Which database, and what of it may be used.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>As Npgsql reads it (<c>Host=…;Database=…;Username=…;Password=…</c>). Holds a secret: never logged.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// While requests press, messages handed over for each that is accepted. To be handed over and reported on costs this store two updates and a row of
    /// the pull queue, 26 µs of its one writing session, where accepting costs 4: at the fifth that suits SQLite more than half of a rush went into it.
    /// </summary>
    public const double HandoversPerAccepted = 0.1;

    /// <summary>Readings side by side, each on a connection; two more are the writer's and the search's.</summary>
    public int Readers { get; init; } = 16;

    /// <summary>How long a start waits for the database to be let go: a server may take a moment to notice that a process has died.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>False: texts are looked for among the newest messages only, as where the extension cannot be had.</summary>
    public bool UseTrigrams { get; init; } = true;

    /// <summary>Without the connection string.</summary>
    public override string ToString() => nameof(PostgresStoreOptions);
}
