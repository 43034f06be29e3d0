using Dapper;
using Naru.Engine.Registry;
using Naru.Storage.Directories;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>The cold store, in the same database as the messages. Changes take their turn with the commits, on the session that holds the lock.</summary>
public sealed partial class PostgresDirectoryStore(PostgresDatabase database, ISecretBox box) : IDirectoryStore
{
    private const string LastApp = "last-app";
    private const string LastEndpoint = "last-endpoint";

    public async ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken)
    {
        await database.EnsureOpenAsync(cancellationToken);
        return await database.Writer.RunAsync(LoadAsync);
    }

    public async ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await database.EnsureOpenAsync(cancellationToken);
        await database.Writer.RunAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await ApplyAsync(connection, change);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        });
    }

    private async Task<DirectoryContent> LoadAsync(NpgsqlConnection connection) => new(
        [.. (await connection.QueryAsync<WorkspaceRow>("SELECT * FROM workspace ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToWorkspace())],
        [.. (await connection.QueryAsync<CredentialRow>("SELECT * FROM credential ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToCredential())],
        [.. (await connection.QueryAsync<SenderRow>("SELECT * FROM sender ORDER BY key COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToSender())],
        [.. (await connection.QueryAsync<TemplateRow>("SELECT * FROM template ORDER BY sender COLLATE \"C\", code COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToTemplate())],
        [.. (await connection.QueryAsync<EndpointRow>("SELECT * FROM endpoint ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToEndpoint(box))],
        [.. (await connection.QueryAsync<TokenRow>("SELECT * FROM access_token ORDER BY hash COLLATE \"C\"")).Select(row => row.ToToken())],
        [.. (await connection.QueryAsync<AppRow>("SELECT * FROM app ORDER BY id")).Select(row => row.ToApp(box))])
    {
        LastApp = await HighestAsync(connection, LastApp),
        LastEndpoint = await HighestAsync(connection, LastEndpoint),
        PlatformTags =
        [
            .. (await connection.QueryAsync<PlatformTagRow>("SELECT * FROM platform_tag ORDER BY workspace, kind, id COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToTag()),
        ],
    };

    private static async Task<int> HighestAsync(NpgsqlConnection connection, string name) =>
        (int)(await connection.ExecuteScalarAsync<long?>("SELECT number FROM meta WHERE name = @name", new { name }) ?? 0);
}
