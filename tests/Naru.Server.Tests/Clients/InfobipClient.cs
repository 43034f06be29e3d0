using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Naru.Server.Tests.Clients;

/// <summary>
/// Speaks to the Infobip front door over plain HTTP, where a test needs more than an SDK shows: headers, broken bytes, many at once. Every answer
/// is held against the vendor's schemas.
/// </summary>
internal sealed class InfobipClient : IDisposable
{
    public const string MessagesPath = "/kakao-alim/1/messages";
    public const string ReportsPath = "/kakao-alim/1/reports";
    public const string LogsPath = "/kakao-alim/1/logs";

    private readonly HttpClient _http;

    public InfobipClient(Uri url, string apiKey)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("App", apiKey);
    }

    public Task<Answer> SendAsync(JsonObject body, string? idempotencyKey = null) => SendAsync(JsonContent(body), idempotencyKey);

    public Task<Answer> SendAsync(HttpContent body, string? idempotencyKey = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, MessagesPath) { Content = body };
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return AskAsync(request);
    }

    /// <summary>Sends what must be accepted; the answer's lines, in order.</summary>
    public async Task<IReadOnlyList<SentMessage>> SendAcceptedAsync(JsonObject body)
    {
        var answer = await SendAsync(body);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return answer.Sent();
    }

    /// <summary>Takes what waits to be polled.</summary>
    public async Task<IReadOnlyList<Report>> PullAsync(string query = "limit=1000")
    {
        var answer = await GetAsync($"{ReportsPath}?{query}");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        return Report.ReadAll(answer.Body);
    }

    /// <summary>Polls until so many reports came: how a client without webhooks waits.</summary>
    public async Task<IReadOnlyList<Report>> PullUntilAsync(int count, string query = "limit=1000")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var reports = new List<Report>();
        while (reports.Count < count)
        {
            patience.Token.IsCancellationRequested.ShouldBeFalse($"only {reports.Count} of {count} reports came");
            reports.AddRange(await PullAsync(query));
        }

        return reports;
    }

    public Task<Answer> GetAsync(string pathAndQuery) => AskAsync(new HttpRequestMessage(HttpMethod.Get, pathAndQuery));

    public async Task<Answer> AskAsync(HttpRequestMessage request)
    {
        using (request)
        using (var response = await _http.SendAsync(request))
        {
            var body = await response.Content.ReadAsStringAsync();
            OpenApi.ShouldBeAnAnswer(request.RequestUri!.AbsolutePath, response.StatusCode, body);
            return new Answer(
                response.StatusCode,
                body,
                response.Headers.TryGetValues("Idempotency-Replayed", out var replayed) ? replayed.Single() : null,
                response.Headers.RetryAfter?.Delta);
        }
    }

    public void Dispose() => _http.Dispose();

    public static StringContent JsonContent(JsonNode body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");
}

/// <param name="Replayed">The header <c>Idempotency-Replayed</c>.</param>
internal sealed record Answer(HttpStatusCode Status, string Body, string? Replayed, TimeSpan? RetryAfter)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? ErrorCode => (string?)Json["errorCode"];

    public IReadOnlyList<SentMessage> Sent() =>
        [.. Json["messages"]!.AsArray().Select(line => new SentMessage((string)line!["messageId"]!, (string)line["destination"]!, (int)line["status"]!["id"]!))];
}

internal sealed record SentMessage(string MessageId, string Destination, int StatusId);

/// <summary>A delivery report, as polled or pushed.</summary>
internal sealed record Report(string MessageId, string To, int StatusId, string StatusGroup, int ErrorId, string? CallbackData)
{
    public static IReadOnlyList<Report> ReadAll(string body) => [.. JsonNode.Parse(body)!["results"]!.AsArray().Select(one => Read(one!))];

    public static Report Read(JsonNode json) => new(
        (string)json["messageId"]!,
        (string)(json["to"] ?? json["destination"])!,
        (int)json["status"]!["id"]!,
        (string)json["status"]!["groupName"]!,
        (int)json["error"]!["id"]!,
        (string?)json["callbackData"]);
}
