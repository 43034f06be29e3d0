using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Server.Demo;

/// <summary>Makes the demo workspace, the first time.</summary>
public static class DemoWorkspace
{
    public static async ValueTask<Workspace> EnsureAsync(WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        if (directory.FindWorkspace(DemoCredentials.ProjectId) is not { } workspace)
        {
            return await directory.CreateWorkspaceAsync("demo", WorkspaceKind.Demo, DemoCredentials.ProjectId, Furnish, cancellationToken);
        }

        // A folder of an earlier version has none, and no number.
        if (directory.FindApp(workspace.Id, DemoCredentials.SinchAppId) is null)
        {
            await directory.AddAppAsync(workspace.Id, (id, _) => AppOf(workspace) with { Id = id }, cancellationToken);
        }

        if (workspace.Settings.SmsNumbers.Count == 0)
        {
            await directory.ChangeSettingsAsync(workspace.Id, settings => settings with { SmsNumbers = StarterNumber.With(workspace).Settings.SmsNumbers }, cancellationToken);
        }

        return workspace;
    }

    private static App AppOf(Workspace workspace) =>
        StarterApp.For(workspace, DemoCredentials.SinchAppId, DemoCredentials.SenderKey, DemoCredentials.ChannelName);

    private static void Furnish(Workspace workspace, DirectoryChange change, Func<long> nextCredential)
    {
        void Add(CredentialKind kind, string name, string secret, params string[] scopes) => change.Credentials.Add(new Credential(
            nextCredential(), workspace.Id, kind, name, WorkspaceDirectory.Hash(kind, secret), scopes, workspace.CreatedAt, null, null));

        Add(CredentialKind.ApiKey, "demo API key", DemoCredentials.ApiKey);
        Add(CredentialKind.User, DemoCredentials.UserName, DemoCredentials.Password);
        Add(CredentialKind.OAuthClient, DemoCredentials.ClientId, DemoCredentials.ClientSecret);
        Add(CredentialKind.SinchKey, DemoCredentials.SinchKeyId, DemoCredentials.SinchKeySecret);
        Add(CredentialKind.Operator, DemoCredentials.UserName, DemoCredentials.Password, "installation");
        change.Workspaces[0] = StarterNumber.With(workspace);
        change.Senders.Add(new Sender(workspace.Id, DemoCredentials.SenderKey, DemoCredentials.ChannelName, SenderState.Active, new SenderDetails("나루 데모")));
        change.Templates.AddRange(StarterTemplates.For(DemoCredentials.SenderKey, workspace.CreatedAt));
        change.Apps.Add(AppOf(workspace));
    }
}
