using Dapper;
using Naru.Core.Provisioning;
using Naru.Engine.Registry;
using Naru.Storage.Directories;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>The cold store, in the same database as the messages. Changes take their turn with the commits, on the session that holds the lock.</summary>
public sealed partial class PostgresDirectoryStore(PostgresDatabase database, ISecretBox box) : IDirectoryStore
{
    private const string LastApp = "last-app";
    private const string LastEndpoint = "last-endpoint";
    private const string LastActivity = "last-activity";

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

    public async ValueTask<ActivityPage> ReadActivitiesAsync(
        string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken)
    {
        await database.EnsureOpenAsync(cancellationToken);
        return await database.ReadSnapshotAsync(
            async reading => new ActivityPage(
                await reading.AskAsync(
                    "SELECT id, workspace, sender, template, kind, at, author, comment, news FROM activity WHERE sender = $1 AND template = $2 AND ($3 OR kind = ANY ($4)) ORDER BY id DESC LIMIT $5 OFFSET $6",
                    static row => DirectoryTexts.Read(new ActivityRow
                    {
                        Id = row.GetInt64(0),
                        Workspace = row.GetInt64(1),
                        Sender = row.GetString(2),
                        Template = row.GetString(3),
                        Kind = row.GetInt64(4),
                        At = row.GetInt64(5),
                        Author = row.GetString(6),
                        Comment = row.IsDBNull(7) ? null : row.GetString(7),
                        News = row.IsDBNull(8) ? null : row.GetInt64(8),
                    }).ToActivity(),
                    Subject(senderKey, templateCode, kinds, [Sent.One((long)limit), Sent.One((long)skip)])),
                (int)(await reading.NumberAsync(
                    "SELECT count(*) FROM activity WHERE sender = $1 AND template = $2 AND ($3 OR kind = ANY ($4))", Subject(senderKey, templateCode, kinds, [])))!.Value),
            cancellationToken);
    }

    private static NpgsqlParameter[] Subject(string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, NpgsqlParameter[] more) =>
    [
        new NpgsqlParameter<string> { TypedValue = StorableText.Write(senderKey) },
        new NpgsqlParameter<string> { TypedValue = StorableText.Write(templateCode ?? "") },
        new NpgsqlParameter<bool> { TypedValue = kinds is null },
        new NpgsqlParameter<long[]> { TypedValue = kinds?.Select(kind => (long)kind).ToArray() ?? [] },
        .. more,
    ];

    private async Task<DirectoryContent> LoadAsync(NpgsqlConnection connection) => new(
        [.. (await connection.QueryAsync<WorkspaceRow>("SELECT * FROM workspace ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToWorkspace())],
        [.. (await connection.QueryAsync<CredentialRow>("SELECT * FROM credential ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToCredential())],
        [.. (await connection.QueryAsync<SenderRow>("SELECT * FROM sender ORDER BY key COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToSender())],
        [.. (await connection.QueryAsync<TemplateRow>("SELECT * FROM template ORDER BY sender COLLATE \"C\", code COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToTemplate())],
        [.. (await connection.QueryAsync<EndpointRow>("SELECT * FROM endpoint ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToEndpoint(box))],
        [.. (await connection.QueryAsync<TokenRow>("SELECT * FROM access_token ORDER BY hash COLLATE \"C\"")).Select(row => row.ToToken())],
        [.. (await connection.QueryAsync<AppRow>("SELECT * FROM app ORDER BY id")).Select(row => row.ToApp(box))])
    {
        LastApp = (int)await HighestAsync(connection, LastApp),
        LastEndpoint = (int)await HighestAsync(connection, LastEndpoint),
        LastActivity = await HighestAsync(connection, LastActivity),
        UntoldActivities =
        [
            .. (await connection.QueryAsync<ActivityRow>("SELECT * FROM activity WHERE news IS NOT NULL ORDER BY id")).Select(row => DirectoryTexts.Read(row).ToActivity()),
        ],
        BrandTemplates =
        [
            .. (await connection.QueryAsync<BrandTemplateRow>("SELECT * FROM brand_template ORDER BY workspace, code COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToTemplate()),
        ],
        Routes =
        [
            .. (await connection.QueryAsync<CarrierRouteRow>("SELECT * FROM carrier_route ORDER BY workspace, channel, sender COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToRoute()),
        ],
        CarrierSecrets =
        [
            .. (await connection.QueryAsync<CarrierSecretRow>("SELECT * FROM carrier_secret ORDER BY carrier COLLATE \"C\", name COLLATE \"C\"")).Select(row => row.ToSecret(box)),
        ],
        Scenarios =
        [
            .. (await connection.QueryAsync<OmniScenarioRow>("SELECT * FROM omni_scenario ORDER BY workspace, key COLLATE \"C\"")).Select(row => row.ToScenario()),
        ],
        PlatformTags =
        [
            .. (await connection.QueryAsync<PlatformTagRow>("SELECT * FROM platform_tag ORDER BY workspace, kind, id COLLATE \"C\"")).Select(row => DirectoryTexts.Read(row).ToTag()),
        ],
    };

    private static async Task<long> HighestAsync(NpgsqlConnection connection, string name) =>
        await connection.ExecuteScalarAsync<long?>("SELECT number FROM meta WHERE name = @name", new { name }) ?? 0;
}
