using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Naru.Dialects.Tests.Contracts;

namespace Naru.Server.Tests.Clients;

/// <summary>Sends and reads texts over plain HTTP; every answer is held against the vendor's schemas.</summary>
internal sealed class SmsClient(Uri url, string apiKey) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = url,
        Timeout = TimeSpan.FromSeconds(60),
        DefaultRequestHeaders = { Authorization = new("App", apiKey) },
    };

    public static JsonObject Body(string text, string? sender, params IReadOnlyList<Destination> to)
    {
        var message = new JsonObject
        {
            ["destinations"] = new JsonArray([.. to.Select(static d => new JsonObject { ["to"] = d.To, ["messageId"] = d.MessageId })]),
            ["content"] = new JsonObject { ["text"] = text },
        };
        if (sender is not null)
            message["sender"] = sender;
        return new JsonObject { ["messages"] = new JsonArray(message) };
    }

    public async Task SendAcceptedAsync(JsonObject body) => InSchema(await AskAsync(HttpMethod.Post, "/sms/3/messages", body), "x20085a.SmsResponseEnvelope");

    /// <summary>Polls until so many reports came.</summary>
    public async Task<IReadOnlyList<JsonNode>> PullUntilAsync(int count, string path = "/sms/3/reports", string schema = "x20085a.DeliveryReports")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var reports = new List<JsonNode>();
        while (reports.Count < count)
        {
            patience.Token.IsCancellationRequested.ShouldBeFalse($"only {reports.Count} of {count} came");
            reports.AddRange(InSchema(await AskAsync(HttpMethod.Get, path), schema)["results"]!.AsArray()!);
        }

        return reports;
    }

    public async Task<JsonNode> AskAsync(HttpMethod method, string path, JsonObject? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : InfobipClient.JsonContent(body) };
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(expected, text);
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public void Dispose() => _http.Dispose();

    private static JsonNode InSchema(JsonNode answer, string schema)
    {
        OpenApiFile.InfobipTexts.ShouldAccept(JsonSerializer.SerializeToElement(answer), schema);
        return answer;
    }
}
