using Naru.Engine.Kakao;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Storage.Postgres;
using Naru.Storage.Sqlite;

namespace Naru.Server.Composition;

/// <summary>The durable stores: in the data folder, or in a PostgreSQL database where one is named.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, NaruSettings settings)
    {
        // Before anyone opens a file, which the simulator does in any case: each function of the library is bound at its first call, so all must meet
        // the same library.
        NativeSqlite.EnsureLoaded();
        services.AddSingleton<ISecretBox, SecretBox>();
        return settings.Postgres is { } postgres ? services.AddPostgres(postgres) : services.AddSqlite(settings.DataFolder);
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, string folder)
    {
        services.AddSingleton(new SqliteStoreOptions { Folder = folder });
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<IMessageStore, SqliteMessageStore>();
        services.AddSingleton<IContactStore, SqliteContactStore>();
        services.AddSingleton<IInboundStore, SqliteInboundStore>();
        services.AddSingleton<IDirectoryStore, SqliteDirectoryStore>();
        services.AddSingleton<IKakaoStore, SqliteKakaoStore>();
        return services;
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services, PostgresStoreOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<PostgresDatabase>();
        services.AddSingleton<IMessageStore, PostgresMessageStore>();
        services.AddSingleton<IContactStore, PostgresContactStore>();
        services.AddSingleton<IInboundStore, PostgresInboundStore>();
        services.AddSingleton<IDirectoryStore, PostgresDirectoryStore>();
        services.AddSingleton<IKakaoStore, PostgresKakaoStore>();
        return services;
    }
}
