using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Naru.Engine.Ports;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Posts to subscribers. Follows no redirect, speaks to no address that the policy refuses (<see cref="GuardedConnections"/>), reads at most a
/// kilobyte of the answer, and waits no longer than its time-out, the fetching of a token included.
/// </summary>
public sealed class WebhookClient : IWebhookClient, IDisposable
{
    private const int AnswerBytes = 1024;

    private readonly ConcurrentDictionary<string, MediaTypeHeaderValue> _contentTypes = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly TimeLimits _limits;
    private readonly HttpMessageInvoker _http;
    private readonly WebhookTokens _tokens;

    public WebhookClient(WebhookTargetPolicy policy, TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        _timeout = timeout;
        _limits = new TimeLimits(timeout, time);
        _http = GuardedConnections.Open(policy, timeout);
        _tokens = new WebhookTokens(_http, time, timeout);
    }

    public async Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken)
    {
        using var limit = _limits.Begin(cancellationToken);
        try
        {
            return target.Credentials is null
                ? await PostAsync(target, push, pushId, null, limit.Token)
                : await PostWithTokenAsync(target, push, pushId, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(0, $"no answer within {_timeout.TotalSeconds:0.#} s", null);
        }
        catch (HttpRequestException failure)
        {
            return new WebhookAnswer(0, GuardedConnections.Explain(failure), null);
        }
        catch (IOException failure)
        {
            return new WebhookAnswer(0, failure.Message, null);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _limits.Dispose();
    }

    /// <summary>A token that is refused was perhaps revoked: one more is fetched, once.</summary>
    private async Task<WebhookAnswer> PostWithTokenAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken)
    {
        string? refused = null;
        while (true)
        {
            var token = await _tokens.GetAsync(target, refused, cancellationToken);
            if (token.Value is null)
            {
                return new WebhookAnswer(0, token.Fault, null);
            }

            var answer = await PostAsync(target, push, pushId, token.Value, cancellationToken);
            if (answer.Status != (int)HttpStatusCode.Unauthorized || refused is not null)
            {
                return answer;
            }

            refused = token.Value;
        }
    }

    private async Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, string? token, CancellationToken cancellationToken)
    {
        using var request = RequestOf(target, push, pushId, token);
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await ReadStartAsync(response, cancellationToken);
        return new WebhookAnswer((int)response.StatusCode, text, RetryAfter(response.Headers.RetryAfter));
    }

    private HttpRequestMessage RequestOf(WebhookTarget target, RenderedPush push, string pushId, string? token)
    {
        var content = new ReadOnlyMemoryContent(push.Body);
        content.Headers.ContentType = _contentTypes.GetOrAdd(push.ContentType, static type => MediaTypeHeaderValue.Parse(type));
        var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "Naru");
        request.Headers.TryAddWithoutValidation("Naru-Push-Id", pushId);
        foreach (var (name, value) in push.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        return request;
    }

    /// <summary>The first kilobyte. What follows is thrown away with the connection, however long it is.</summary>
    private static async Task<string> ReadStartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength == 0)
        {
            return "";
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(AnswerBytes);
        try
        {
            var read = await stream.ReadAtLeastAsync(buffer.AsMemory(0, AnswerBytes), AnswerBytes, throwOnEndOfStream: false, cancellationToken);
            return Encoding.UTF8.GetString(buffer, 0, read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wait is { } given && given > TimeSpan.Zero ? given : null;
    }
}
