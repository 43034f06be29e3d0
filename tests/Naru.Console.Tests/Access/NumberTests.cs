using System.Net;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Access;

/// <summary>Sender numbers of texts: registered once, seen by their workspace, removed.</summary>
public sealed class NumberTests
{
    [Fact]
    public async Task A_number_is_registered_however_it_is_written_and_removed_again()
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);

        (await visit.SubmitAsync(Page(host), Page(host), ("number", "+82 2-1234-5678"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.SubmitAsync(Page(host), Page(host), ("number", "1588-1234"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Numbers(host).ShouldBe(["0212345678", "15881234"]);

        (await visit.SubmitAsync(Page(host), Page(host) + "/0212345678/remove")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visit.SubmitAsync(Page(host), Page(host) + "/0212345678/remove")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Numbers(host).ShouldBe(["15881234"]);
    }

    [Theory]
    [InlineData("NARU")]
    [InlineData("15881234")]
    [InlineData("0299990000")]
    public async Task What_is_no_number_is_known_or_is_another_s_is_refused_and_stays_in_the_form(string number)
    {
        await using var host = await ConsoleHost.StartAsync();
        using var visit = await Visit.SignedInAsync(host);
        await host.Directory.AddNumberAsync(host.Workspace.Id, "15881234", CancellationToken.None);
        await host.AddWorkspaceAsync("other", WorkspaceKind.Normal, "other-operator", []);
        await host.Directory.AddNumberAsync(host.Directory.Workspaces.Single(w => w.Name == "other").Id, "0299990000", CancellationToken.None);

        var answer = await visit.SubmitAsync(Page(host), Page(host), ("number", number));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain($"value=\"{number}\"");
        Numbers(host).ShouldBe(["15881234"]);
    }

    private static string Page(ConsoleHost host) => $"/console/{host.Workspace.PublicId}/numbers";

    private static IEnumerable<string> Numbers(ConsoleHost host) => host.Directory.FindWorkspace(host.Workspace.Id)!.Settings.SmsNumbers.Select(static n => n.Number);
}
