namespace Naru.Storage.Sqlite.Tables;

/// <summary>Single facts of the installation: its key, its schema, and numbers that must never be used again.</summary>
internal sealed class MetaTable(Session session)
{
    private Statement? _set;
    private Statement? _get;

    public long? Number(string name) => (_get ??= session.Prepare("SELECT value FROM meta WHERE name = ?1")).Bind(1, name).ReadNumber();

    public byte[]? Bytes(string name)
    {
        using var reading = (_get ??= session.Prepare("SELECT value FROM meta WHERE name = ?1")).Bind(1, name).Read();
        return reading.Next() ? reading.Blob(0).ToArray() : null;
    }

    public void Set(string name, long value) => Upsert.Bind(1, name).Bind(2, value).Run();

    public void Set(string name, ReadOnlySpan<byte> value) => Upsert.Bind(1, name).Bind(2, value).Run();

    private Statement Upsert => _set ??= session.Prepare("INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2");
}
