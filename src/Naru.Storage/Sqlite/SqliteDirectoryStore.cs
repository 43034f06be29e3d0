using Dapper;
using Microsoft.Data.Sqlite;
using Naru.Core.Provisioning;
using Naru.Engine.Registry;
using Naru.Storage.Directories;

namespace Naru.Storage.Sqlite;

/// <summary>
/// The cold store, in the same file as the messages. Changes stand in the writer's queue with the commits: they are as durable, and neither
/// waits for the other's lock.
/// </summary>
public sealed partial class SqliteDirectoryStore(SqliteDatabase database, ISecretBox box) : IDirectoryStore
{
    private const string LastApp = "last-app";
    private const string LastEndpoint = "last-endpoint";
    private const string LastActivity = "last-activity";

    public async ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken)
    {
        database.EnsureOpen();
        return await database.Readers.ReadAsync(reader => Load(reader.Session.Connection), cancellationToken);
    }

    public async ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        database.EnsureOpen();
        await database.Writer.CommitAsync(session =>
        {
            Apply(session.Connection, change);
            return true;
        });
    }

    public async ValueTask<ActivityPage> ReadActivitiesAsync(
        string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken)
    {
        database.EnsureOpen();
        var subject = new { sender = senderKey, template = templateCode ?? "", kinds = kinds?.Select(kind => (long)kind).ToArray() ?? [], skip, limit };
        var where = "FROM activity WHERE sender = @sender AND template = @template" + (kinds is null ? "" : " AND kind IN @kinds");
        return await database.Readers.ReadAsync(
            reader => new ActivityPage(
                [.. reader.Session.Connection.Query<ActivityRow>($"SELECT * {where} ORDER BY id DESC LIMIT @limit OFFSET @skip", subject).Select(row => row.ToActivity())],
                reader.Session.Connection.ExecuteScalar<int>($"SELECT count(*) {where}", subject)),
            cancellationToken);
    }

    private DirectoryContent Load(SqliteConnection connection) => new(
        [.. connection.Query<WorkspaceRow>("SELECT * FROM workspace ORDER BY id").Select(row => row.ToWorkspace())],
        [.. connection.Query<CredentialRow>("SELECT * FROM credential ORDER BY id").Select(row => row.ToCredential())],
        [.. connection.Query<SenderRow>("SELECT * FROM sender ORDER BY key").Select(row => row.ToSender())],
        [.. connection.Query<TemplateRow>("SELECT * FROM template ORDER BY sender, code").Select(row => row.ToTemplate())],
        [.. connection.Query<EndpointRow>("SELECT * FROM endpoint ORDER BY id").Select(row => row.ToEndpoint(box))],
        [.. connection.Query<TokenRow>("SELECT * FROM access_token ORDER BY hash").Select(row => row.ToToken())],
        [.. connection.Query<AppRow>("SELECT * FROM app ORDER BY id").Select(row => row.ToApp(box))])
    {
        LastApp = (int)Highest(connection, LastApp),
        LastEndpoint = (int)Highest(connection, LastEndpoint),
        LastActivity = Highest(connection, LastActivity),
        UntoldActivities = [.. connection.Query<ActivityRow>("SELECT * FROM activity WHERE news IS NOT NULL ORDER BY id").Select(row => row.ToActivity())],
        BrandTemplates = [.. connection.Query<BrandTemplateRow>("SELECT * FROM brand_template ORDER BY workspace, code").Select(row => row.ToTemplate())],
        Routes = [.. connection.Query<CarrierRouteRow>("SELECT * FROM carrier_route ORDER BY workspace, channel, sender").Select(row => row.ToRoute())],
        CarrierSecrets = [.. connection.Query<CarrierSecretRow>("SELECT * FROM carrier_secret ORDER BY carrier, name").Select(row => row.ToSecret(box))],
        Scenarios = [.. connection.Query<OmniScenarioRow>("SELECT * FROM omni_scenario ORDER BY workspace, key").Select(row => row.ToScenario())],
        PlatformTags = [.. connection.Query<PlatformTagRow>("SELECT * FROM platform_tag ORDER BY workspace, kind, id").Select(row => row.ToTag())],
    };

    private static long Highest(SqliteConnection connection, string name) => connection.ExecuteScalar<long>("SELECT value FROM meta WHERE name = @name", new { name });
}
