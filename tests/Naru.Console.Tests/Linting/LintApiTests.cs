using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;
using Naru.Engine;

namespace Naru.Console.Tests.Linting;

public sealed class LintApiTests
{
    private const string Good = """{"templateCode":"receipt","templateName":"접수 안내","templateContent":"#{이름}님, 진료 접수가 완료되었습니다.\n접수 번호는 #{번호}번입니다.","categoryCode":"004002"}""";

    [Theory]
    [InlineData(GatewayMode.Serve)]
    [InlineData(GatewayMode.Test)]
    public async Task A_template_is_checked_by_its_dealers_names(GatewayMode mode)
    {
        await using var host = await ConsoleHost.StartAsync(new GatewayModeOptions(mode, AllowRemote: false));
        var key = await KeyAsync(host);

        var empty = await LintAsync(host, key, Good.Replace("#{이름}님, 진료 접수가 완료되었습니다.\\n접수 번호는 #{번호}번입니다.", " ", StringComparison.Ordinal));

        empty.Status.ShouldBe(HttpStatusCode.OK);
        var template = empty.Json!["templates"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)template["code"]!).ShouldBe("receipt");
        var finding = template["findings"]!.AsArray().Single(found => (string)found!["rule"]! == "text-empty")!;
        ((string)finding["place"]!).ShouldBe("templateContent");
        ((string)finding["severity"]!).ShouldBe("error");
        ((string)finding["explanation"]!["ko"]!).ShouldNotBeEmpty();
        ((string)finding["explanation"]!["en"]!).ShouldNotBeEmpty();
        host.Directory.TemplatesOf(host.Sender.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_answered_in_its_order_and_what_cannot_be_read_is_named()
    {
        await using var host = await ConsoleHost.StartAsync();

        var answer = await LintAsync(host, await KeyAsync(host), $$"""[{{Good}}, {"templateName":"x","templateContent":"글","templateMessageType":"ZZ"}]""");

        var templates = answer.Json!["templates"]!.AsArray();
        templates[0]!["faults"]!.AsArray().ShouldBeEmpty();
        templates[0]!["findings"]!.AsArray().ShouldNotContain(finding => (string)finding!["severity"]! == "error");
        ((string)templates[1]!["faults"]!.AsArray().ShouldHaveSingleItem()!["place"]!).ShouldBe("templateMessageType");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task What_is_no_JSON_is_a_bad_request(string body)
    {
        await using var host = await ConsoleHost.StartAsync();

        (await LintAsync(host, await KeyAsync(host), body)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("App nobody")]
    [InlineData("Basic !!!")]
    public async Task Without_credentials_nothing_is_checked(string? authorization)
    {
        await using var host = await ConsoleHost.StartAsync();

        (await LintAsync(host, authorization, Good)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> KeyAsync(ConsoleHost host) =>
        "App " + (await host.Directory.AddCredentialAsync(host.Workspace.Id, CredentialKind.ApiKey, "ci", [], default)).Secret;

    private static async Task<(HttpStatusCode Status, JsonNode? Json)> LintAsync(ConsoleHost host, string? authorization, string body)
    {
        using var visit = new Visit(host);
        var request = new HttpRequestMessage(HttpMethod.Post, "/naru/templates/lint") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        var answer = await visit.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.StatusCode == HttpStatusCode.OK ? JsonNode.Parse(text) : null);
    }
}
