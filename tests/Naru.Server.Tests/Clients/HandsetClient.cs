using System.Net;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>What arrived on the simulated phones of a workspace. Waiting is the gateway's: no polling here.</summary>
internal sealed class HandsetClient(Uri url, string apiKey) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = url,
        Timeout = TimeSpan.FromSeconds(90),
        DefaultRequestHeaders = { Authorization = new("App", apiKey) },
    };

    /// <summary>Waits until so many messages match, which must happen within the time.</summary>
    public async Task<IReadOnlyList<Arrival>> UntilAsync(int count, string? to = null, string? template = null)
    {
        var arrivals = await ListAsync(Query(("to", to), ("template", template), ("count", $"{count}"), ("wait", "20s")));
        arrivals.Count.ShouldBeGreaterThanOrEqualTo(count);
        return arrivals;
    }

    public async Task<Arrival> UntilOneAsync(string to) => (await UntilAsync(1, to)).ShouldHaveSingleItem();

    /// <summary>What is there now, from end to end.</summary>
    public async Task<IReadOnlyList<Arrival>> AllAsync(string? to = null)
    {
        var all = new List<Arrival>();
        while (true)
        {
            var page = await ListAsync(Query(("to", to), ("after", all is [.., var last] ? last.Id : null)));
            if (page.Count == 0)
                return all;
            all.AddRange(page);
        }
    }

    public async Task ClearAsync()
    {
        using var response = await _http.DeleteAsync("/handset");
        response.IsSuccessStatusCode.ShouldBeTrue($"DELETE /handset: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<Arrival>> ListAsync(string query)
    {
        using var response = await _http.GetAsync("/handset/messages" + query);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return [.. JsonNode.Parse(body)!["messages"]!.AsArray().Select(one => Arrival.Read(one!))];
    }

    private static string Query(params (string Name, string? Value)[] members) =>
        "?" + string.Join('&', members.Where(m => m.Value is not null).Select(m => $"{m.Name}={Uri.EscapeDataString(m.Value!)}"));
}

/// <summary>A message as it stands on a phone.</summary>
/// <param name="Id">Its place on the handset.</param>
/// <param name="MessageId">The id under which the client knows it.</param>
internal sealed record Arrival(string Id, string MessageId, string To, string? Template, string Text, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<int> Pressed)
{
    public static Arrival Read(JsonNode json) => new(
        json["id"]!.ToString(),
        (string)json["messageId"]!,
        (string)json["to"]!,
        (string?)json["template"],
        (string)json["text"]!,
        json["variables"]!.AsObject().ToDictionary(member => member.Key, member => (string)member.Value!, StringComparer.Ordinal),
        [.. json["pressed"]!.AsArray().Select(index => (int)index!)]);
}
