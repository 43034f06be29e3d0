using Naru.Core.Workspaces;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Where reports go when neither the message nor its workspace's page says it, under <c>Naru:Webhooks:Reports</c>. Workspaces of test suites are
/// left out: what they send is nobody else's.
/// </summary>
public sealed record InstallationReports(string? Url, string ContentType)
{
    public const string Section = "Naru:Webhooks:Reports";

    public static readonly InstallationReports None = new(null, "application/json");

    private static readonly string[] s_contentTypes = ["application/json", "application/xml"];

    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static InstallationReports Read(string? url, string? contentType, WebhookTargetPolicy targets)
    {
        var type = contentType is { Length: > 0 } ? contentType : None.ContentType;
        if (!s_contentTypes.Contains(type, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"{Section}:ContentType is '{type}'; it can be application/json or application/xml.");
        }

        if (url is not { Length: > 0 })
        {
            return None with { ContentType = type };
        }

        return targets.FaultOf(url) is { } fault
            ? throw new InvalidOperationException($"{Section}:Url is '{url}'; {fault}.")
            : new InstallationReports(url, type);
    }

    /// <summary>The settings that hold for a workspace: its own where it names a URL.</summary>
    public WorkspaceSettings For(Workspace workspace) =>
        Url is null || workspace.Settings.ReportUrl is not null || workspace.Kind == WorkspaceKind.Disposable
            ? workspace.Settings
            : workspace.Settings with { ReportUrl = Url, ReportContentType = ContentType };
}
