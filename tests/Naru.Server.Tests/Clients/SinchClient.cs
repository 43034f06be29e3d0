using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>A plain HTTP client of the Sinch front door, with Basic or with a token of its own.</summary>
internal sealed class SinchClient(Uri url, SinchKeys keys) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
    private AuthenticationHeaderValue _authorization = BasicOf(keys);

    /// <summary>From now on a token is sent.</summary>
    public async Task SignInAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth2/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = BasicOf(keys);
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        _authorization = new AuthenticationHeaderValue("Bearer", (string)JsonNode.Parse(body)!["access_token"]!);
    }

    /// <param name="path">Below the project.</param>
    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, $"/v1/projects/{keys.ProjectId}{path}");
        request.Headers.Authorization = _authorization;
        request.Content = body is null ? null : InfobipClient.JsonContent(body);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public void Dispose() => _http.Dispose();

    private static AuthenticationHeaderValue BasicOf(SinchKeys keys) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{keys.KeyId}:{keys.KeySecret}")));
}
