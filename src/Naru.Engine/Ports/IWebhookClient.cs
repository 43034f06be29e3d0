namespace Naru.Engine.Ports;

/// <summary>One POST to a subscriber. Never throws for what the network does: the answer says it.</summary>
public interface IWebhookClient
{
    Task<WebhookAnswer> PostAsync(Uri url, RenderedPush push, string pushId, CancellationToken cancellationToken);
}

/// <param name="Status">0 where no answer came.</param>
/// <param name="Text">The first kilobyte of the answer, or the reason why there is none.</param>
/// <param name="RetryAfter">What the receiver asked for.</param>
public sealed record WebhookAnswer(int Status, string? Text, TimeSpan? RetryAfter)
{
    public bool Succeeded => Status is >= 200 and < 300;
}
