using System.Net;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>The routes that exist for test suites: disposable workspaces, faults, the clock (design §6).</summary>
internal sealed class TestBench(Uri url) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };

    public Uri Url { get; } = url;

    public async Task<TestWorkspace> CreateWorkspaceAsync()
    {
        using var response = await _http.PostAsync("/test/workspaces", content: null);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.Created, body);
        return new TestWorkspace(this, JsonNode.Parse(body)!);
    }

    public Task DeleteWorkspaceAsync(string id) => AskAsync(HttpMethod.Delete, $"/test/workspaces/{id}", body: null, apiKey: null);

    public Task SetFaultsAsync(TestWorkspace workspace, int calls, JsonNode answer, string? hangFor)
    {
        var body = new JsonObject { ["calls"] = calls, ["answer"] = answer };
        if (hangFor is not null)
            body["hangFor"] = hangFor;
        return AskAsync(HttpMethod.Put, "/test/faults", body, workspace.ApiKey);
    }

    public Task SetReportFaultsAsync(TestWorkspace workspace, int late, string lateBy, int lost, int duplicate) => AskAsync(
        HttpMethod.Put,
        "/test/reports/faults",
        new JsonObject { ["late"] = late, ["lateBy"] = lateBy, ["lost"] = lost, ["duplicate"] = duplicate },
        workspace.ApiKey);

    /// <summary>Moves the gateway's clock forward; <paramref name="by"/> is an ISO 8601 duration such as <c>PT8H</c>.</summary>
    public Task AdvanceClockAsync(string by) => AskAsync(HttpMethod.Post, "/simulator/clock", new JsonObject { ["advance"] = by }, apiKey: null);

    public void Dispose() => _http.Dispose();

    private async Task AskAsync(HttpMethod method, string path, JsonObject? body, string? apiKey)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : InfobipClient.JsonContent(body) };
        if (apiKey is not null)
            request.Headers.Authorization = new("App", apiKey);
        using var response = await _http.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }
}
