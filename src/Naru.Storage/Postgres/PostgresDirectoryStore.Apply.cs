using Dapper;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;
using Naru.Storage.Directories;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>Changes: every row is inserted, or replaced by its key.</summary>
public sealed partial class PostgresDirectoryStore
{
    private async Task ApplyAsync(NpgsqlConnection connection, DirectoryChange change)
    {
        await connection.ExecuteAsync("""
            INSERT INTO workspace (id, public_id, name, kind, settings, created) VALUES (@Id, @Public_id, @Name, @Kind, @Settings, @Created)
            ON CONFLICT (id) DO UPDATE SET public_id = excluded.public_id, name = excluded.name, kind = excluded.kind, settings = excluded.settings, created = excluded.created
            """, change.Workspaces.Select(workspace => DirectoryTexts.Write(WorkspaceRow.Of(workspace))));
        await connection.ExecuteAsync("""
            INSERT INTO credential (id, workspace, kind, name, secret_hash, scopes, created, last_used, revoked)
            VALUES (@Id, @Workspace, @Kind, @Name, @Secret_hash, @Scopes, @Created, @Last_used, @Revoked)
            ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, kind = excluded.kind, name = excluded.name, secret_hash = excluded.secret_hash,
                scopes = excluded.scopes, created = excluded.created, last_used = excluded.last_used, revoked = excluded.revoked
            """, change.Credentials.Select(credential => DirectoryTexts.Write(CredentialRow.Of(credential))));
        await connection.ExecuteAsync("""
            INSERT INTO sender (key, workspace, channel_name, display_name, state, body) VALUES (@Key, @Workspace, @Channel_name, @Display_name, @State, @Body)
            ON CONFLICT (key) DO UPDATE SET workspace = excluded.workspace, channel_name = excluded.channel_name, display_name = excluded.display_name, state = excluded.state,
                body = excluded.body
            """, change.Senders.Select(sender => DirectoryTexts.Write(SenderRow.Of(sender))));
        await connection.ExecuteAsync("""
            INSERT INTO template (sender, code, state, body) VALUES (@Sender, @Code, @State, @Body)
            ON CONFLICT (sender, code) DO UPDATE SET state = excluded.state, body = excluded.body
            """, change.Templates.Select(template => DirectoryTexts.Write(TemplateRow.Of(template))));
        await connection.ExecuteAsync("""
            INSERT INTO brand_template (workspace, code, owner, body) VALUES (@Workspace, @Code, @Owner, @Body)
            ON CONFLICT (workspace, code) DO UPDATE SET owner = excluded.owner, body = excluded.body
            """, change.BrandTemplates.Select(template => DirectoryTexts.Write(BrandTemplateRow.Of(template))));
        await connection.ExecuteAsync("""
            INSERT INTO endpoint (id, workspace, url, content_type, created, resting_until, failures, last_failure, subscription)
            VALUES (@Id, @Workspace, @Url, @Content_type, @Created, @Resting_until, @Failures, @Last_failure, @Subscription)
            ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, url = excluded.url, content_type = excluded.content_type, created = excluded.created,
                resting_until = excluded.resting_until, failures = excluded.failures, last_failure = excluded.last_failure, subscription = excluded.subscription
            """, change.Endpoints.Select(endpoint => DirectoryTexts.Write(EndpointRow.Of(endpoint, box))));
        await connection.ExecuteAsync("""
            INSERT INTO app (id, workspace, public_id, created, body) VALUES (@Id, @Workspace, @Public_id, @Created, @Body)
            ON CONFLICT (id) DO UPDATE SET workspace = excluded.workspace, public_id = excluded.public_id, created = excluded.created, body = excluded.body
            """, change.Apps.Select(app => AppRow.Of(app, box)));
        await KeepAsync(connection, LastApp, change.Apps.Select(app => (long)app.Id));
        await KeepAsync(connection, LastEndpoint, change.Endpoints.Select(endpoint => (long)endpoint.Id));
        await connection.ExecuteAsync("DELETE FROM app WHERE id = @id", change.RemovedApps.Select(id => new { id = (long)id }));
        await connection.ExecuteAsync("DELETE FROM endpoint WHERE id = @id", change.RemovedEndpoints.Select(id => new { id = (long)id }));
        await connection.ExecuteAsync("""
            INSERT INTO access_token (hash, workspace, credential, kind, created, expires) VALUES (@Hash, @Workspace, @Credential, @Kind, @Created, @Expires)
            ON CONFLICT (hash) DO UPDATE SET workspace = excluded.workspace, credential = excluded.credential, kind = excluded.kind, created = excluded.created, expires = excluded.expires
            """, change.Tokens.Select(TokenRow.Of));
        await connection.ExecuteAsync("DELETE FROM access_token WHERE hash = @hash", change.RemovedTokenHashes.Select(hash => new { hash }));
        foreach (var gone in change.RemovedTemplates)
        {
            await connection.ExecuteAsync(
                "DELETE FROM template WHERE sender = @sender AND code = @code; DELETE FROM activity WHERE sender = @sender AND template = @code",
                new { sender = StorableText.Write(gone.SenderKey), code = StorableText.Write(gone.Code) });
        }

        foreach (var key in change.RemovedSenders)
        {
            await connection.ExecuteAsync(
                "DELETE FROM template WHERE sender = @key; DELETE FROM brand_template WHERE owner = @key; DELETE FROM activity WHERE sender = @key; DELETE FROM sender WHERE key = @key",
                new { key = StorableText.Write(key) });
        }

        await connection.ExecuteAsync("""
            INSERT INTO activity (id, workspace, sender, template, kind, at, author, comment, news)
            VALUES (@Id, @Workspace, @Sender, @Template, @Kind, @At, @Author, @Comment, @News)
            """, change.Activities.Select(activity => DirectoryTexts.Write(ActivityRow.Of(activity))));
        await connection.ExecuteAsync("UPDATE activity SET news = NULL WHERE id = @id", change.ToldActivities.Select(id => new { id }));
        await KeepAsync(connection, LastActivity, change.Activities.Select(activity => activity.Id));
        await connection.ExecuteAsync("""
            INSERT INTO platform_tag (workspace, kind, id, name, created) VALUES (@Workspace, @Kind, @Id, @Name, @Created)
            ON CONFLICT (workspace, kind, id) DO UPDATE SET name = excluded.name, created = excluded.created
            """, change.PlatformTags.Select(tag => DirectoryTexts.Write(PlatformTagRow.Of(tag))));
        await connection.ExecuteAsync(
            "DELETE FROM platform_tag WHERE workspace = @Workspace AND kind = @Kind AND id = @Id",
            change.RemovedPlatformTags.Select(tag => DirectoryTexts.Write(PlatformTagRow.Of(tag))));
        await connection.ExecuteAsync("""
            INSERT INTO carrier_route (workspace, channel, sender, carrier, cutover, percent, staff)
            VALUES (@Workspace, @Channel, @Sender, @Carrier, @Cutover, @Percent, @Staff)
            ON CONFLICT (workspace, channel, sender) DO UPDATE SET carrier = excluded.carrier, cutover = excluded.cutover, percent = excluded.percent, staff = excluded.staff
            """, change.Routes.Select(route => DirectoryTexts.Write(CarrierRouteRow.Of(route))));
        await connection.ExecuteAsync(
            "DELETE FROM carrier_route WHERE workspace = @Workspace AND channel = @Channel AND sender = @Sender",
            change.RemovedRoutes.Select(scope => DirectoryTexts.Write(CarrierRouteRow.Of(scope))));
        await connection.ExecuteAsync("""
            INSERT INTO carrier_secret (carrier, name, value, entered) VALUES (@Carrier, @Name, @Value, @Entered)
            ON CONFLICT (carrier, name) DO UPDATE SET value = excluded.value, entered = excluded.entered
            """, change.CarrierSecrets.Select(secret => CarrierSecretRow.Of(secret, box)));
        await connection.ExecuteAsync(
            "DELETE FROM carrier_secret WHERE carrier = @carrier AND name = @name", change.RemovedCarrierSecrets.Select(gone => new { carrier = gone.Carrier, name = gone.Name }));
        await connection.ExecuteAsync("""
            INSERT INTO omni_scenario (workspace, key, body, created) VALUES (@Workspace, @Key, @Body, @Created)
            ON CONFLICT (workspace, key) DO UPDATE SET body = excluded.body, created = excluded.created
            """, change.Scenarios.Select(OmniScenarioRow.Of));
        await connection.ExecuteAsync(
            "DELETE FROM omni_scenario WHERE workspace = @workspace AND key = @key",
            change.RemovedScenarios.Select(gone => new { workspace = (long)gone.Workspace.Value, key = StorableText.Write(gone.Key) }));
        foreach (var workspace in change.RemovedWorkspaces)
        {
            await RemoveAsync(connection, workspace);
        }
    }

    /// <summary>The highest of the numbers, so that none is ever given again.</summary>
    private static async Task KeepAsync(NpgsqlConnection connection, string name, IEnumerable<long> numbers)
    {
        var highest = numbers.DefaultIfEmpty().Max();
        if (highest > 0)
        {
            await connection.ExecuteAsync(
                "INSERT INTO meta (name, number) VALUES (@name, @highest) ON CONFLICT (name) DO UPDATE SET number = greatest(meta.number, @highest)", new { name, highest });
        }
    }

    private static Task RemoveAsync(NpgsqlConnection connection, WorkspaceId workspace) => connection.ExecuteAsync("""
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
        """, new { id = (long)workspace.Value });
}
