using Dapper;
using Microsoft.Data.Sqlite;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Directories;

namespace Naru.Storage.Sqlite;

/// <summary>Changes: every row is inserted, or replaced by its key.</summary>
public sealed partial class SqliteDirectoryStore
{
    private void Apply(SqliteConnection connection, DirectoryChange change)
    {
        connection.Execute("""
            INSERT OR REPLACE INTO workspace (id, public_id, name, kind, settings, created) VALUES (@Id, @Public_id, @Name, @Kind, @Settings, @Created)
            """, change.Workspaces.Select(WorkspaceRow.Of));
        connection.Execute("""
            INSERT OR REPLACE INTO credential (id, workspace, kind, name, secret_hash, scopes, created, last_used, revoked)
            VALUES (@Id, @Workspace, @Kind, @Name, @Secret_hash, @Scopes, @Created, @Last_used, @Revoked)
            """, change.Credentials.Select(CredentialRow.Of));
        connection.Execute("""
            INSERT OR REPLACE INTO sender (key, workspace, channel_name, display_name, state, body)
            VALUES (@Key, @Workspace, @Channel_name, @Display_name, @State, @Body)
            """, change.Senders.Select(SenderRow.Of));
        connection.Execute(
            "INSERT OR REPLACE INTO template (sender, code, state, body) VALUES (@Sender, @Code, @State, @Body)", change.Templates.Select(TemplateRow.Of));
        connection.Execute(
            "INSERT OR REPLACE INTO brand_template (workspace, code, owner, body) VALUES (@Workspace, @Code, @Owner, @Body)", change.BrandTemplates.Select(BrandTemplateRow.Of));
        connection.Execute("""
            INSERT OR REPLACE INTO endpoint (id, workspace, url, content_type, created, resting_until, failures, last_failure, subscription)
            VALUES (@Id, @Workspace, @Url, @Content_type, @Created, @Resting_until, @Failures, @Last_failure, @Subscription)
            """, change.Endpoints.Select(endpoint => EndpointRow.Of(endpoint, box)));
        connection.Execute(
            "INSERT OR REPLACE INTO app (id, workspace, public_id, created, body) VALUES (@Id, @Workspace, @Public_id, @Created, @Body)",
            change.Apps.Select(app => AppRow.Of(app, box)));
        Keep(connection, LastApp, change.Apps.Select(app => (long)app.Id));
        Keep(connection, LastEndpoint, change.Endpoints.Select(endpoint => (long)endpoint.Id));
        connection.Execute("DELETE FROM app WHERE id = @id", change.RemovedApps.Select(id => new { id }));
        connection.Execute("DELETE FROM endpoint WHERE id = @id", change.RemovedEndpoints.Select(id => new { id }));
        connection.Execute("DELETE FROM template WHERE sender = @sender AND code = @code", change.RemovedTemplates.Select(gone => new { sender = gone.SenderKey, code = gone.Code }));
        connection.Execute(
            "DELETE FROM activity WHERE sender = @sender AND template = @code", change.RemovedTemplates.Select(gone => new { sender = gone.SenderKey, code = gone.Code }));
        connection.Execute(
            "DELETE FROM template WHERE sender = @key; DELETE FROM brand_template WHERE owner = @key; DELETE FROM activity WHERE sender = @key; DELETE FROM sender WHERE key = @key",
            change.RemovedSenders.Select(key => new { key }));
        connection.Execute("""
            INSERT OR REPLACE INTO activity (id, workspace, sender, template, kind, at, author, comment, news)
            VALUES (@Id, @Workspace, @Sender, @Template, @Kind, @At, @Author, @Comment, @News)
            """, change.Activities.Select(ActivityRow.Of));
        connection.Execute("UPDATE activity SET news = NULL WHERE id = @id", change.ToldActivities.Select(id => new { id }));
        Keep(connection, LastActivity, change.Activities.Select(activity => activity.Id));
        connection.Execute(
            "INSERT OR REPLACE INTO platform_tag (workspace, kind, id, name, created) VALUES (@Workspace, @Kind, @Id, @Name, @Created)",
            change.PlatformTags.Select(PlatformTagRow.Of));
        connection.Execute(
            "DELETE FROM platform_tag WHERE workspace = @Workspace AND kind = @Kind AND id = @Id", change.RemovedPlatformTags.Select(PlatformTagRow.Of));
        connection.Execute("""
            INSERT OR REPLACE INTO carrier_route (workspace, channel, sender, carrier, cutover, percent, staff)
            VALUES (@Workspace, @Channel, @Sender, @Carrier, @Cutover, @Percent, @Staff)
            """, change.Routes.Select(CarrierRouteRow.Of));
        connection.Execute(
            "DELETE FROM carrier_route WHERE workspace = @Workspace AND channel = @Channel AND sender = @Sender", change.RemovedRoutes.Select(CarrierRouteRow.Of));
        connection.Execute(
            "INSERT OR REPLACE INTO carrier_secret (carrier, name, value, entered) VALUES (@Carrier, @Name, @Value, @Entered)",
            change.CarrierSecrets.Select(secret => CarrierSecretRow.Of(secret, box)));
        connection.Execute("DELETE FROM carrier_secret WHERE carrier = @carrier AND name = @name", change.RemovedCarrierSecrets.Select(gone => new { carrier = gone.Carrier, name = gone.Name }));
        connection.Execute(
            "INSERT OR REPLACE INTO omni_scenario (workspace, key, body, created) VALUES (@Workspace, @Key, @Body, @Created)", change.Scenarios.Select(OmniScenarioRow.Of));
        connection.Execute(
            "DELETE FROM omni_scenario WHERE workspace = @workspace AND key = @key", change.RemovedScenarios.Select(gone => new { workspace = gone.Workspace.Value, key = gone.Key }));
        connection.Execute("""
            INSERT OR REPLACE INTO access_token (hash, workspace, credential, kind, created, expires)
            VALUES (@Hash, @Workspace, @Credential, @Kind, @Created, @Expires)
            """, change.Tokens.Select(TokenRow.Of));
        connection.Execute("DELETE FROM access_token WHERE hash = @hash", change.RemovedTokenHashes.Select(hash => new { hash }));
        change.RemovedWorkspaces.ForEach(workspace => Remove(connection, workspace));
    }

    /// <summary>The highest of the numbers, so that none is ever given again.</summary>
    private static void Keep(SqliteConnection connection, string name, IEnumerable<long> numbers)
    {
        var highest = numbers.DefaultIfEmpty().Max();
        if (highest > 0)
        {
            connection.Execute(
                "INSERT INTO meta (name, value) VALUES (@name, @highest) ON CONFLICT (name) DO UPDATE SET value = max(value, @highest)", new { name, highest });
        }
    }

    private static void Remove(SqliteConnection connection, WorkspaceId workspace) => connection.Execute("""
        DELETE FROM template WHERE sender IN (SELECT key FROM sender WHERE workspace = @id);
        DELETE FROM sender WHERE workspace = @id;
        DELETE FROM credential WHERE workspace = @id;
        DELETE FROM endpoint WHERE workspace = @id;
        DELETE FROM app WHERE workspace = @id;
        DELETE FROM access_token WHERE workspace = @id;
        DELETE FROM platform_tag WHERE workspace = @id;
        DELETE FROM carrier_route WHERE workspace = @id;
        DELETE FROM omni_scenario WHERE workspace = @id;
        DELETE FROM brand_template WHERE workspace = @id;
        DELETE FROM activity WHERE workspace = @id;
        DELETE FROM workspace WHERE id = @id;
        """, new { id = workspace.Value });
}
