using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Naru.Engine.Webhooks;
using Polly;
using Polly.CircuitBreaker;

namespace Naru.Carriers.Http;

/// <summary>
/// The one way to a dealer: time-outs, what may be believed of a failed request, the pause it asks for, and a circuit breaker. Repeats nothing: what was
/// certainly not sent goes back to the journey, which has its own clock. Thread-safe.
/// </summary>
/// <remarks>
/// Certainly not sent: no connection (refused, no such name, TLS, proxy), a body of which no byte was handed over, 429, and 503 where the dealer says when to
/// come back. Everything else that is no answer may have arrived. Bodies and addresses of people never reach the log.
/// </remarks>
internal sealed partial class DealerConnection : IDisposable
{
    private const int LargestBody = 64 * 1024 * 1024;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    private readonly string _carrier;
    private readonly DealerConnectionOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly HttpClient _client;
    private readonly ResiliencePipeline<DealerReply> _breaker;
    private readonly CircuitBreakerStateProvider _state = new();
    private long _pausedUntil;
    private int _pauses;

    public DealerConnection(string carrier, DealerConnectionOptions options, TimeProvider time, ILogger log)
    {
        (_carrier, _options, _time, _log) = (carrier, options, time, log);
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxConnectionsPerServer = options.Connections,
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is { } proxy ? new WebProxy(proxy) : null,
            UseCookies = false,
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = options.BaseUrl,
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestBody,
        };
        _breaker = new ResiliencePipelineBuilder<DealerReply> { TimeProvider = time }.AddCircuitBreaker(new CircuitBreakerStrategyOptions<DealerReply>
        {
            FailureRatio = 0.5,
            MinimumThroughput = Math.Max(2, options.BreakerFailures),
            SamplingDuration = options.BreakerWindow,
            BreakDuration = options.BreakFor,
            StateProvider = _state,
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result?.IsOutage == true),
            OnOpened = _ =>
            {
                Opened(_log, _carrier, options.BreakFor);
                return default;
            },
            OnClosed = _ =>
            {
                Closed(_log, _carrier);
                return default;
            },
        }).Build();
    }

    /// <summary>Open or half open: nothing is sent but a trial now and then.</summary>
    public bool IsBroken => _state.CircuitState != CircuitState.Closed;

    /// <summary>Until then the dealer wants to be left alone; null = it does not.</summary>
    public DateTimeOffset? PausedUntil => Interlocked.Read(ref _pausedUntil) is var ticks && ticks > _time.GetUtcNow().UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <param name="authorize">Called for each request: signatures may be used once.</param>
    public ValueTask<DealerReply> PostAsync(string path, ReadOnlyMemory<byte> json, Action<HttpRequestHeaders> authorize, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, TrackedContent.Json(json), authorize, cancellationToken);

    public ValueTask<DealerReply> GetAsync(string path, Action<HttpRequestHeaders> authorize, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, authorize, cancellationToken);

    public ValueTask<DealerReply> DeleteAsync(string path, Action<HttpRequestHeaders> authorize, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, path, null, authorize, cancellationToken);

    public void Dispose() => _client.Dispose();

    private async ValueTask<DealerReply> SendAsync(
        HttpMethod method, string path, TrackedContent? content, Action<HttpRequestHeaders> authorize, CancellationToken cancellationToken)
    {
        if (PausedUntil is not null)
        {
            return DealerReply.NotSent("the dealer wants a pause", isOutage: false);
        }

        try
        {
            return await _breaker.ExecuteAsync(token => TryAsync(method, path, content, authorize, token), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return DealerReply.NotSent("the dealer does not answer; the circuit is open", isOutage: true);
        }
    }

    private async ValueTask<DealerReply> TryAsync(
        HttpMethod method, string path, TrackedContent? content, Action<HttpRequestHeaders> authorize, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, path);
        request.Content = content;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        authorize(request.Headers);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, either.Token);
            return await ReadAsync(response, either.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            Failed(_log, _carrier, method.Method, failure.GetType().Name, (failure as HttpRequestException)?.HttpRequestError.ToString() ?? "time-out");
            return content?.Begun == true
                ? DealerReply.Unclear(timeout.IsCancellationRequested ? "no answer in time" : "the connection broke")
                : DealerReply.NotSent("the dealer cannot be reached", isOutage: true);
        }
    }

    private async ValueTask<DealerReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var after = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - _time.GetUtcNow() : null;
        if (response.StatusCode == HttpStatusCode.TooManyRequests
            || (response.StatusCode == HttpStatusCode.ServiceUnavailable && (after is not null || _options.UnavailableMeansRefused)))
        {
            Pause(response.StatusCode, after);
            return DealerReply.NotSent($"the dealer answered {(int)response.StatusCode}", isOutage: response.StatusCode == HttpStatusCode.ServiceUnavailable);
        }

        Interlocked.Exchange(ref _pauses, 0);
        return DealerReply.Answered(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>As long as it says; where it does not, twice as long each time in a row.</summary>
    private void Pause(HttpStatusCode status, TimeSpan? after)
    {
        var count = Interlocked.Increment(ref _pauses);
        var pause = after is { } told && told >= TimeSpan.Zero ? told : s_firstPause * (1 << Math.Min(count - 1, 6));
        pause = pause < s_longestPause ? pause : s_longestPause;
        Interlocked.Exchange(ref _pausedUntil, (_time.GetUtcNow() + pause).UtcTicks);
        Paused(_log, _carrier, (int)status, pause);
    }

    [LoggerMessage(5201, LogLevel.Error, "Carrier {Carrier}: the dealer does not answer; nothing is sent to it for {BreakFor}")]
    private static partial void Opened(ILogger logger, string carrier, TimeSpan breakFor);

    [LoggerMessage(5202, LogLevel.Information, "Carrier {Carrier}: the dealer answers again")]
    private static partial void Closed(ILogger logger, string carrier);

    [LoggerMessage(5203, LogLevel.Warning, "Carrier {Carrier}: a {Method} request failed: {Failure}, {Reason}")]
    private static partial void Failed(ILogger logger, string carrier, string method, string failure, string reason);

    [LoggerMessage(5204, LogLevel.Warning, "Carrier {Carrier}: the dealer answered {Status}; nothing is sent to it for {Pause}")]
    private static partial void Paused(ILogger logger, string carrier, int status, TimeSpan pause);
}
