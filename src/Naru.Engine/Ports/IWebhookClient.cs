using Naru.Engine.Registry;

namespace Naru.Engine.Ports;

/// <summary>One POST to a subscriber. Never throws for what the network does: the answer says it.</summary>
public interface IWebhookClient
{
    Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken);
}

/// <summary>Where pushes go, and with which credentials. Made once for many requests.</summary>
/// <param name="endpoint">As it is now: its URL, and the client with which a token is fetched where it needs one.</param>
public sealed class WebhookTarget(WebhookEndpoint endpoint)
{
    public int EndpointId { get; } = endpoint.Id;

    public Uri Url { get; } = new(endpoint.Url);

    public ClientCredentials? Credentials { get; } = endpoint.Subscription?.Credentials;
}

/// <param name="Status">0 where no answer came.</param>
/// <param name="Text">The first kilobyte of the answer, or the reason why there is none.</param>
/// <param name="RetryAfter">What the receiver asked for.</param>
public sealed record WebhookAnswer(int Status, string? Text, TimeSpan? RetryAfter)
{
    public bool Succeeded => Status is >= 200 and < 300;
}
