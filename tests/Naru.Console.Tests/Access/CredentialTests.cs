using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Access;

public sealed class CredentialTests
{
    [Fact]
    public async Task An_operator_cannot_give_the_scope_of_the_installation_that_it_does_not_have()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await CreateAsync(host, visit, CredentialKind.Operator, "helper", "installation");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        host.Directory.CredentialsOf(host.Workspace.Id).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_name_of_another_workspace_cannot_be_taken_over()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        using var visit = await Visit.SignedInAsync(host);

        var answer = await CreateAsync(host, visit, CredentialKind.Operator, "other-operator", "");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("This name is in use");
        host.Directory.CheckPassword(CredentialKind.Operator, "other-operator", ConsoleHost.OperatorPassword).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("", "A name has 1 to 100 characters")]
    [InlineData("two words", "A name is made of letters")]
    [InlineData("a:b", "A name is made of letters")]
    public async Task A_name_that_cannot_stand_in_a_header_is_refused(string name, string reason)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        var answer = await CreateAsync(host, visit, CredentialKind.User, name, "");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Fact]
    public async Task A_rotated_credential_has_a_new_secret_and_its_old_one_is_over()
    {
        await using var host = await ConsoleHost.StartAsync();
        var (credential, old) = await host.Directory.AddCredentialAsync(host.Workspace.Id, CredentialKind.ApiKey, "shop", [], default);
        using var visit = await Visit.SignedInAsync(host);

        var answer = await visit.SubmitAsync(Page(host), $"{Page(host)}/{credential.Id}/rotate");

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        host.Directory.FindApiKey(old).ShouldBeNull();
        var html = await answer.Content.ReadAsStringAsync();
        var start = html.IndexOf($"id=\"secret-{credential.Id}\">", StringComparison.Ordinal) + $"id=\"secret-{credential.Id}\">".Length;
        host.Directory.FindApiKey(html[start..html.IndexOf('<', start)])!.Id.ShouldBe(credential.Id);
    }

    [Fact]
    public async Task Nobody_revokes_the_credential_they_are_signed_in_with_or_one_of_another_workspace()
    {
        await using var host = await ConsoleHost.StartAsync();
        var other = await host.AddWorkspaceAsync("다른 회사", WorkspaceKind.Normal, "other-operator", []);
        using var visit = await Visit.SignedInAsync(host);
        var own = host.Directory.CredentialsOf(host.Workspace.Id).Single();
        var foreign = host.Directory.CredentialsOf(other.Id).Single();

        foreach (var id in new[] { own.Id, foreign.Id, 999 })
        {
            (await visit.SubmitAsync(Page(host), $"{Page(host)}/{id}/revoke")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        host.Directory.FindCredential(own.Id)!.RevokedAt.ShouldBeNull();
        host.Directory.FindCredential(foreign.Id)!.RevokedAt.ShouldBeNull();
    }

    [Fact]
    public async Task An_operator_of_the_installation_makes_a_workspace_and_its_first_credential()
    {
        await using var host = await ConsoleHost.StartAsync();
        await host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        using var root = await Visit.SignedInAsync(host, "root-operator");

        var made = await root.SubmitAsync("/console/workspaces", "/console/workspaces", ("name", "새 회사"));
        var workspace = host.Directory.Workspaces.Single(w => w.Name == "새 회사");
        made.Headers.Location!.ToString().ShouldBe($"/console/{workspace.PublicId}/credentials?done=workspace");

        var page = $"/console/{workspace.PublicId}/credentials";
        (await root.SubmitAsync(page, page, ("kind", "ApiKey"), ("name", "첫 키"), ("scopes", ""))).StatusCode.ShouldBe(HttpStatusCode.OK);
        host.Directory.CredentialsOf(workspace.Id).ShouldHaveSingleItem().Name.ShouldBe("첫 키");
    }

    private static string Page(ConsoleHost host) => $"/console/{host.Workspace.PublicId}/credentials";

    private static Task<HttpResponseMessage> CreateAsync(ConsoleHost host, Visit visit, CredentialKind kind, string name, string scopes) =>
        visit.SubmitAsync(Page(host), Page(host), ("kind", kind.ToString()), ("name", name), ("scopes", scopes));
}
