using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Naru.Engine.Registry;

namespace Naru.Engine.Webhooks;

/// <summary>Asks a subscriber's own service for a token (OAuth 2.0, client credentials). Never throws for what the service does.</summary>
internal static class TokenRequest
{
    private const int MostBytes = 64 * 1024;

    /// <summary>What <c>expires_in</c> can be (contracts/sinch.md §3.7); what is said beyond is taken as the nearest.</summary>
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(3600);

    public static async Task<WebhookToken> SendAsync(HttpMessageInvoker http, ClientCredentials client, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(client.TokenUrl, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return None("its address is no http address");
        }

        try
        {
            using var request = RequestOf(url, client);
            using var response = await http.SendAsync(request, cancellationToken);
            var body = await ReadAsync(response, cancellationToken);
            return response.IsSuccessStatusCode ? Read(body, time.GetUtcNow()) : None($"its service answered HTTP {(int)response.StatusCode}{ErrorOf(body)}");
        }
        catch (OperationCanceledException)
        {
            return None("its service did not answer in time");
        }
        catch (HttpRequestException failure)
        {
            return None(GuardedConnections.Explain(failure));
        }
        catch (IOException failure)
        {
            return None(failure.Message);
        }
    }

    private static HttpRequestMessage RequestOf(Uri url, ClientCredentials client)
    {
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        Add(form, "scope", client.Scope);
        Add(form, "response_type", client.ResponseType);
        if (client.InForm)
        {
            Add(form, "client_id", client.ClientId);
            Add(form, "client_secret", client.ClientSecret);
        }

        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("User-Agent", "Naru");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (!client.InForm)
        {
            // As they are: few services undo the encoding that RFC 6749 §2.3.1 wants here.
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.ClientId}:{client.ClientSecret}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", basic);
        }

        return request;
    }

    private static void Add(List<KeyValuePair<string, string>> form, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            form.Add(new(name, value));
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes];
        var read = await stream.ReadAtLeastAsync(buffer, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return buffer[..read];
    }

    private static WebhookToken Read(byte[] body, DateTimeOffset now)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var value = json.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("access_token", out var token)
                && token.ValueKind == JsonValueKind.String ? token.GetString() : null;
            if (string.IsNullOrEmpty(value) || value.AsSpan().ContainsAnyExceptInRange('!', '~'))
            {
                return None("its service answered without an access_token");
            }

            // Let go a little earlier: a token must not run out on its way.
            var good = LifetimeOf(json.RootElement);
            return new WebhookToken(value, now + (good * 0.9), null);
        }
        catch (JsonException)
        {
            return None("its service answered something that is no JSON");
        }
    }

    private static TimeSpan LifetimeOf(JsonElement answer)
    {
        double seconds = 0;
        if (answer.TryGetProperty("expires_in", out var said))
        {
            _ = said.ValueKind == JsonValueKind.Number ? said.TryGetDouble(out seconds) : double.TryParse(said.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out seconds);
        }

        return TimeSpan.FromSeconds(Math.Clamp(double.IsNaN(seconds) ? 0 : seconds, s_shortest.TotalSeconds, s_longest.TotalSeconds));
    }

    /// <summary>The error's code, such as <c>invalid_client</c>; nothing else of the answer, which may hold anything.</summary>
    private static string ErrorOf(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String && error.GetString() is { Length: > 0 and <= 40 } code
                && code.All(static c => char.IsAsciiLetterLower(c) || c == '_') ? $" ({code})" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static WebhookToken None(string why) => new(null, default, $"no token for it could be fetched: {why}");
}
