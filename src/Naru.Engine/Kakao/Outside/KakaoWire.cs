using System.Text.Json;
using Naru.Engine.Kakao.Scraping;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Kakao.Outside;

/// <summary>
/// The one way to Kakao's hosts. Each attempt has a time limit and goes through the guard of webhooks (<see cref="GuardedConnections"/>): a name that leads into
/// a private network is refused there too. Repeats nothing, follows nothing, keeps no cookies. Thread-safe.
/// </summary>
public sealed class KakaoWire(WebhookTargetPolicy policy, KakaoHosts hosts, TimeProvider time, INameResolver names) : IDisposable
{
    private const int MaxAnswer = 8 * 1024 * 1024;

    private readonly HttpMessageInvoker _http = GuardedConnections.Open(policy, hosts.Timeout, names);

    /// <summary>Not cancelled with the caller: what went out is to have an end that can be told.</summary>
    public async Task<WireAnswer> SendAsync(WireCall call)
    {
        using var limit = new CancellationTokenSource(hosts.Timeout, time);
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Url);
        var body = new TrackedContent(call.Body, call.ContentType);

        // Without a body to begin, the handler would repeat by itself what a used connection was closed under.
        var hasBody = call.Body.Length > 0 || call.ContentType is not null || !call.ChangesNothing;
        request.Content = hasBody ? body : null;
        foreach (var (name, values) in call.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, values);
        }

        try
        {
            if (policy.IsRefused(call.Url, out var reason))
            {
                return WireAnswer.None(PassOutcome.NotSent, reason);
            }

            using var response = await _http.SendAsync(request, limit.Token);
            var (bytes, whole) = await OutboundFetch.ReadAsync(response, MaxAnswer, limit.Token);
            return whole
                ? new WireAnswer(PassOutcome.Answered, (int)response.StatusCode, [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Select(header => (header.Key, header.Value.ToArray()))], bytes, null)
                : WireAnswer.None(PassOutcome.Unknown, $"the answer is larger than {MaxAnswer} bytes");
        }
        catch (OperationCanceledException)
        {
            return WireAnswer.None(WasSent(null), $"no answer within {hosts.Timeout.TotalSeconds:0.#} s");
        }
        catch (HttpRequestException failure)
        {
            return WireAnswer.None(WasSent(failure.HttpRequestError), GuardedConnections.Explain(failure));
        }
        catch (IOException failure)
        {
            return WireAnswer.None(WasSent(null), failure.Message);
        }

        PassOutcome WasSent(HttpRequestError? error) =>
            error is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError || (hasBody && !body.Begun)
                ? PassOutcome.NotSent
                : PassOutcome.Unknown;
    }

    public void Dispose() => _http.Dispose();
}

/// <param name="ContentType">Null: there is no body.</param>
public sealed record WireCall(string Method, Uri Url, IReadOnlyList<(string Name, string[] Values)> Headers, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>It changes nothing, so it may be repeated whatever became of it.</summary>
    public bool ChangesNothing => Method is "GET" or "HEAD";
}

/// <param name="Status">HTTP; 0: there was no answer.</param>
public sealed record WireAnswer(PassOutcome Outcome, int Status, IReadOnlyList<(string Name, string[] Values)> Headers, byte[] Body, string? Fault)
{
    /// <summary>-9798: the service is under maintenance.</summary>
    private const int Maintenance = -9798;

    public static WireAnswer None(PassOutcome outcome, string fault) => new(outcome, 0, [], [], fault);

    public bool IsSuccess => Status is >= 200 and <= 299;

    /// <summary>Certainly nothing was done: it never arrived, or the answer says so (contracts/kakao-developers.md §2).</summary>
    public bool IsNotDone => Outcome == PassOutcome.NotSent || Status == 429 || (Status == 503 && Code() == Maintenance);

    /// <summary>The error's code, or the number of its KOE code; 0 where there is none.</summary>
    public int Code()
    {
        try
        {
            var reader = new Utf8JsonReader(Body);
            using var json = JsonDocument.ParseValue(ref reader);
            var root = json.RootElement;
            return root.ValueKind != JsonValueKind.Object ? 0
                : root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number
                : root.TryGetProperty("error_code", out var login) && login.ValueKind == JsonValueKind.String && login.GetString() is ['K', 'O', 'E', .. var digits] && int.TryParse(digits, out var koe) ? koe
                : 0;
        }
        catch (JsonException)
        {
            // No JSON, so no code: a gateway's page, or nothing at all.
            return 0;
        }
    }
}
