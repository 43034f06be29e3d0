using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Naru.Engine.Ports;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Posts to subscribers. Follows no redirect, speaks to no address that the policy refuses (asked for the resolved address at every
/// connect, so that a name cannot change its mind), reads at most a kilobyte of the answer, and waits no longer than its time-out.
/// </summary>
public sealed class WebhookClient : IWebhookClient, IDisposable
{
    private const int AnswerBytes = 1024;

    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly HttpClient _http;

    public WebhookClient(WebhookTargetPolicy policy, TimeProvider time, TimeSpan timeout)
    {
        _time = time;
        _timeout = timeout;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = timeout,
            ConnectCallback = (context, cancellationToken) => ConnectAsync(policy, context.DnsEndPoint, cancellationToken),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<WebhookAnswer> PostAsync(Uri url, RenderedPush push, string pushId, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var request = RequestOf(url, push, pushId);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var text = await ReadStartAsync(response, either.Token);
            return new WebhookAnswer((int)response.StatusCode, text, RetryAfter(response.Headers.RetryAfter));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(0, $"no answer within {_timeout.TotalSeconds:0.#} s", null);
        }
        catch (HttpRequestException failure)
        {
            return new WebhookAnswer(0, failure.InnerException is TargetRefusedException refused ? refused.Message : failure.Message, null);
        }
        catch (IOException failure)
        {
            return new WebhookAnswer(0, failure.Message, null);
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage RequestOf(Uri url, RenderedPush push, string pushId)
    {
        var content = new ReadOnlyMemoryContent(push.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(push.ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", "Naru");
        request.Headers.TryAddWithoutValidation("Naru-Push-Id", pushId);
        foreach (var (name, value) in push.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static async ValueTask<Stream> ConnectAsync(WebhookTargetPolicy policy, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = Array.FindAll(addresses, policy.IsAllowed);
        if (allowed.Length == 0)
        {
            throw new TargetRefusedException($"{target.Host} is in a private network that is not listed in {WebhookTargetPolicy.Setting}");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The first kilobyte. What follows is thrown away with the connection, however long it is.</summary>
    private static async Task<string> ReadStartAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength == 0)
        {
            return "";
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[AnswerBytes];
        var read = await stream.ReadAtLeastAsync(buffer, AnswerBytes, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - _time.GetUtcNow() : null);
        return wait is { } given && given > TimeSpan.Zero ? given : null;
    }

    private sealed class TargetRefusedException(string message) : IOException(message);
}
