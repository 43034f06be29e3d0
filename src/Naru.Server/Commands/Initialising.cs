using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Server.Composition;
using Spectre.Console;

namespace Naru.Server.Commands;

/// <summary><c>init</c>: makes the first workspace and prints its keys. They are kept only as hashes: this is the only time anyone sees them.</summary>
public static class Initialising
{
    public static async Task<int> RunAsync(string name, string? data, CancellationToken cancellationToken)
    {
        await using var app = await NaruApplication.TryBuildAsync(new Serving(GatewayMode.Serve, null, data, false, false));
        if (app is null)
        {
            return 1;
        }

        var store = app.Services.GetRequiredService<IMessageStore>();
        var directory = app.Services.GetRequiredService<WorkspaceDirectory>();
        try
        {
            await store.OpenAsync(cancellationToken);
        }
        catch (StoreRefusedException refused)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{refused.Message}[/]");
            return 1;
        }

        await directory.LoadAsync(cancellationToken);
        if (directory.Workspaces.Any(w => w.Kind == WorkspaceKind.Normal))
        {
            AnsiConsole.MarkupLine("[yellow]There is a workspace already. Further ones are made in the console.[/]");
            return 1;
        }

        var workspace = await directory.CreateWorkspaceAsync(name, WorkspaceKind.Normal, null, (_, _, _) => { }, cancellationToken);
        AnsiConsole.MarkupLineInterpolated($"Workspace [bold]{workspace.Name}[/], Sinch project id {workspace.PublicId}. Keep these; they are not shown again.");
        foreach (var (kind, credentialName, what, scopes) in Starters())
        {
            var (credential, secret) = await directory.AddCredentialAsync(workspace.Id, kind, credentialName, scopes, cancellationToken);

            // One plain line each, never wrapped: a secret that is cut in pieces by the width of a terminal or a pipe cannot be copied.
            await System.Console.Out.WriteLineAsync($"{what}\n    name    {credential.Name}\n    secret  {secret}");
        }

        return 0;
    }

    private static IEnumerable<(CredentialKind Kind, string Name, string What, IReadOnlyList<string> Scopes)> Starters() =>
    [
        (CredentialKind.Operator, "operator", "Console sign-in", ["installation"]),
        (CredentialKind.ApiKey, "first key", "Infobip: Authorization: App …", []),
        (CredentialKind.OAuthClient, "first-client", "Infobip OAuth client", []),
        (CredentialKind.SinchKey, "first-key", "Sinch key id and secret", []),
    ];
}
