using System.Collections.Concurrent;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Engine.Webhooks;

/// <summary>A token, or why there is none.</summary>
internal sealed record WebhookToken(string? Value, DateTimeOffset GoodUntil, string? Fault)
{
    public override string ToString() => Fault ?? "a token";
}

/// <summary>
/// The tokens with which pushes go to endpoints that want one, each fetched once for all pushes that wait for it and kept for as long as it is good. A
/// failed fetch is not kept: every try of a push asks again. Thread-safe.
/// </summary>
internal sealed class WebhookTokens(HttpMessageInvoker http, TimeProvider time, TimeSpan timeout)
{
    private readonly ConcurrentDictionary<int, Held> _held = new();

    /// <param name="refused">The token that the endpoint did not take; null on the first try.</param>
    public Task<WebhookToken> GetAsync(WebhookTarget target, string? refused, CancellationToken cancellationToken)
    {
        var credentials = target.Credentials ?? throw new ArgumentException("The endpoint wants no token.", nameof(target));
        var held = _held.GetOrAdd(target.EndpointId, static _ => new Held());
        lock (held)
        {
            if (held.Credentials != credentials)
            {
                (held.Credentials, held.Token, held.Fetching) = (credentials, null, null);
            }

            if (held.Token is { Value: { } value } token && !string.Equals(value, refused, StringComparison.Ordinal) && time.GetUtcNow() < token.GoodUntil)
            {
                return Task.FromResult(token);
            }

            held.Fetching ??= FetchAsync(held, credentials);
            return held.Fetching.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Fetched under a time-out of its own: those who wait for it began at different times.</summary>
    private async Task<WebhookToken> FetchAsync(Held held, ClientCredentials credentials)
    {
        // Away from the lock.
        await Task.Yield();
        WebhookToken? token = null;
        try
        {
            using var late = new CancellationTokenSource(timeout, time);
            token = await TokenRequest.SendAsync(http, credentials, time, late.Token);
            return token;
        }
        finally
        {
            lock (held)
            {
                if (held.Credentials == credentials)
                {
                    (held.Token, held.Fetching) = (token, null);
                }
            }
        }
    }

    private sealed class Held
    {
        public ClientCredentials? Credentials { get; set; }

        public WebhookToken? Token { get; set; }

        public Task<WebhookToken>? Fetching { get; set; }
    }
}
