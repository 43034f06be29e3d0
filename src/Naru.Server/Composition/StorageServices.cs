using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Storage.Sqlite;

namespace Naru.Server.Composition;

/// <summary>The durable stores.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, NaruSettings settings)
    {
        // Before anyone opens a file: each function of the library is bound at its first call, so all must meet the same library.
        NativeSqlite.EnsureLoaded();
        services.AddSingleton(new SqliteStoreOptions { Folder = settings.DataFolder });
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<IMessageStore, SqliteMessageStore>();
        services.AddSingleton<IContactStore, SqliteContactStore>();
        services.AddSingleton<ISecretBox, SecretBox>();
        services.AddSingleton<IDirectoryStore, SqliteDirectoryStore>();
        return services;
    }
}
