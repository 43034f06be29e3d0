using Naru.Core.Workspaces;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Webhooks;

public sealed class InstallationReportsTests
{
    private static readonly InstallationReports s_ours = InstallationReports.Read("https://shop.example/in", "application/xml", WebhookTargetPolicy.PublicOnly);

    [Fact]
    public void They_hold_where_the_page_says_nothing() =>
        s_ours.For(Workspace(WorkspaceKind.Normal)).ShouldBe(new WorkspaceSettings("https://shop.example/in", "application/xml"));

    [Fact]
    public void The_page_comes_first()
    {
        var own = new WorkspaceSettings("https://other.example/in");

        s_ours.For(Workspace(WorkspaceKind.Normal) with { Settings = own }).ShouldBe(own);
    }

    [Fact]
    public void Test_suites_are_left_alone() => s_ours.For(Workspace(WorkspaceKind.Disposable)).ReportUrl.ShouldBeNull();

    [Fact]
    public void Without_the_setting_nothing_changes() =>
        InstallationReports.Read(null, null, WebhookTargetPolicy.PublicOnly).For(Workspace(WorkspaceKind.Normal)).ShouldBe(new WorkspaceSettings());

    private static Workspace Workspace(WorkspaceKind kind) =>
        new(new WorkspaceId(1), Guid.Empty, "shop", kind, new WorkspaceSettings(), DateTimeOffset.UnixEpoch);
}
