using System.Text;
using System.Threading.Channels;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Hosting;

/// <summary>Everybody who is told anything; a test waits for the next.</summary>
internal sealed class Subscriber : IWebhookClient
{
    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

    public int Answer { get; set; } = 200;

    public bool HasMore => _told.Reader.TryPeek(out _);

    public Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken)
    {
        _told.Writer.TryWrite(Encoding.UTF8.GetString(push.Body.Span));
        return Task.FromResult(new WebhookAnswer(Answer, null, null));
    }

    public async Task<string> NextAsync() => await _told.Reader.ReadAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}
