namespace Naru.Storage.Sqlite;

/// <summary>Where the store lies and what it may use.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The data folder; made if it is missing. One process uses it at a time.</summary>
    public required string Folder { get; init; }

    /// <summary>Files are <c>NAME.db</c> (everything), <c>NAME-search.db</c> (may be deleted: it is built again) and <c>NAME.lock</c>.</summary>
    public string Name { get; init; } = "naru";

    /// <summary>Readings side by side.</summary>
    public int Readers { get; init; } = 4;

    /// <summary>Pages that the writer keeps at hand, in MiB.</summary>
    public int WriterCacheMiB { get; init; } = 64;

    /// <summary>How much of the file is mapped into memory, in MiB. Address space, not memory.</summary>
    public int MappedMiB { get; init; } = 4096;

    /// <summary>Client ids held in memory until they become a sorted run; twice as many at most, at about 80 bytes each.</summary>
    public int ClaimsInMemory { get; init; } = 262_144;

    /// <summary>The log in pages of 4 KiB from which it is started anew: commits wait some milliseconds for it.</summary>
    public int RestartLogPages { get; init; } = 32_768;

    internal string DatabasePath => Path.Combine(Folder, Name + ".db");

    internal string SearchPath => Path.Combine(Folder, Name + "-search.db");

    internal string LockPath => Path.Combine(Folder, Name + ".lock");
}
