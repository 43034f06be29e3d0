using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;

namespace Naru.Console.Tests.Pages.Carriers;

/// <summary>Credentials of carriers by programs: entered, named, never shown.</summary>
public sealed class CarrierApiTests : IAsyncLifetime
{
    private const string Path = "/naru/carriers/played/credentials";

    private ConsoleHost _host = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ConsoleHost.StartAsync();
        await _host.AddWorkspaceAsync("관리", WorkspaceKind.Normal, "root-operator", ["installation"]);
        _http = new HttpClient { BaseAddress = new Uri(_host.Url) };
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task They_are_entered_named_with_who_and_when_and_forgotten()
    {
        var (status, body) = await AskAsync(HttpMethod.Put, """{"credentials":{"ApiSecret":"first-secret"}}""");
        (status, _host.Directory.FindCarrierSecret("played", "ApiSecret")!.Value).ShouldBe((HttpStatusCode.OK, "first-secret"));
        body.ShouldNotContain("first-secret");

        (_, body) = await AskAsync(HttpMethod.Get);
        var entered = JsonNode.Parse(body)!["credentials"]!.AsArray().Single(one => (string?)one!["name"] == "ApiSecret")!;
        ((string?)entered["enteredBy"]).ShouldBe("root-operator");
        ((string?)entered["enteredAt"]).ShouldNotBeNullOrEmpty();
        body.ShouldNotContain("first-secret");

        (await AskAsync(HttpMethod.Delete)).Status.ShouldBe(HttpStatusCode.NoContent);
        _host.Directory.FindCarrierSecret("played", "ApiSecret").ShouldBeNull();
    }

    [Fact]
    public async Task What_was_read_from_a_file_may_end_with_its_line()
    {
        (await AskAsync(HttpMethod.Put, """{"credentials":{"ApiSecret":" first-secret\r\n"}}""")).Status.ShouldBe(HttpStatusCode.OK);

        _host.Directory.FindCarrierSecret("played", "ApiSecret")!.Value.ShouldBe("first-secret");
    }

    [Theory]
    [InlineData("""{"credentials":{"Nobodys":"x"}}""", "credentials.Nobodys")]
    [InlineData("""{"credentials":{"ApiSecret":"two\nlines"}}""", "credentials.ApiSecret")]
    [InlineData("""{"credentials":{"ApiSecret":"\ud800"}}""", "credentials.ApiSecret")]
    [InlineData("""{"credentials":{"ApiSecret":" "}}""", "credentials.ApiSecret")]
    [InlineData("""{"credentials":{}}""", "credentials")]
    [InlineData("""{}""", "credentials")]
    [InlineData("""{"credentials":7}""", "credentials")]
    [InlineData("""{"other":{}}""", "other")]
    [InlineData("""nothing""", "$")]
    public async Task What_cannot_be_meant_is_refused_with_its_path_and_changes_nothing(string sent, string path)
    {
        var (status, body) = await AskAsync(HttpMethod.Put, sent);

        (status, (string?)JsonNode.Parse(body)!["parameter"]).ShouldBe((HttpStatusCode.BadRequest, path));
        _host.Directory.FindCarrierSecret("played", "ApiSecret").ShouldBeNull();
    }

    [Theory]
    [InlineData(null, null, HttpStatusCode.Unauthorized)]
    [InlineData("root-operator", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData(ConsoleHost.OperatorName, ConsoleHost.OperatorPassword, HttpStatusCode.Forbidden)]
    public async Task Only_operators_of_the_installation_get_in(string? name, string? password, HttpStatusCode status)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete })
        {
            (await AskAsync(method, """{"credentials":{"ApiSecret":"x"}}""", name: name, password: password)).Status.ShouldBe(status);
        }

        _host.Directory.FindCarrierSecret("played", "ApiSecret").ShouldBeNull();
    }

    [Fact]
    public async Task A_carrier_that_is_not_there_or_needs_none_is_not_found()
    {
        (await AskAsync(HttpMethod.Get, path: "/naru/carriers/nobody/credentials")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync(HttpMethod.Get, path: "/naru/carriers/silent/credentials")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(
        HttpMethod method, string? body = null, string path = Path, string? name = "root-operator", string? password = ConsoleHost.OperatorPassword)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null && method == HttpMethod.Put)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        if (name is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}")));
        }

        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
