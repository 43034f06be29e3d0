using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>One POST, as a subscriber gets it.</summary>
internal sealed record Callback(Uri Url, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Body).RootElement;

    /// <summary>The member that tells what happened.</summary>
    public JsonElement Payload => Json.TryGetProperty("message_delivery_report", out var report) ? report : Json.GetProperty("message_submit_notification");

    public bool IsReport => Json.TryGetProperty("message_delivery_report", out _);

    public bool IsSubmit => Json.TryGetProperty("message_submit_notification", out _);

    public string MessageId => Payload.GetProperty("message_id").GetString()!;

    public IReadOnlyList<string> Members => [.. Json.EnumerateObject().Select(member => member.Name)];
}

/// <summary>Takes every callback with 200. Tests wait for what they are told, not for time.</summary>
internal sealed class Receiver : IWebhookClient
{
    private readonly Channel<Callback> _arrived = Channel.CreateUnbounded<Callback>();
    private readonly List<Callback> _seen = [];

    public Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken)
    {
        _arrived.Writer.TryWrite(new Callback(target.Url, Encoding.UTF8.GetString(push.Body.Span), push.ContentType, push.Headers));
        return Task.FromResult(new WebhookAnswer(200, null, null));
    }

    /// <summary>What was waited for, and what came before it.</summary>
    public IReadOnlyList<Callback> Seen => _seen;

    /// <summary>The delivery report of a message, when it comes.</summary>
    public Task<Callback> ReportOfAsync(string messageId) => FirstAsync(callback => callback.IsReport && callback.MessageId == messageId);

    public Task<Callback> SubmitOfAsync(string messageId) => FirstAsync(callback => callback.IsSubmit && callback.MessageId == messageId);

    /// <summary>What is told of a batch when it comes to stand so.</summary>
    public Task<Callback> BatchUpdateAsync(string status) => FirstAsync(callback =>
        callback.Json.TryGetProperty("batch_status_update_notification", out var update) && update.GetProperty("status").ValueEquals(status));

    /// <summary>How often it was told of batches, of what has been read so far.</summary>
    public int BatchUpdates => _seen.Count(callback => callback.Json.TryGetProperty("batch_status_update_notification", out _));

    /// <summary>The delivery reports of so many messages, one of each, when they have come.</summary>
    public async Task<IReadOnlyList<Callback>> ReportsAsync(int messages)
    {
        while (true)
        {
            var reports = _seen.Where(callback => callback.IsReport).DistinctBy(callback => callback.MessageId).ToList();
            if (reports.Count >= messages)
            {
                return reports;
            }

            _seen.Add(await _arrived.Reader.ReadAsync());
        }
    }

    /// <summary>What happened to a sender or template, when it is told.</summary>
    public Task<Callback> NewsOfAsync(string type) => FirstAsync(callback => callback.Json.TryGetProperty("type", out var told) && told.GetString() == type);

    private async Task<Callback> FirstAsync(Func<Callback, bool> which)
    {
        while (true)
        {
            if (_seen.Find(callback => which(callback)) is { } found)
            {
                return found;
            }

            _seen.Add(await _arrived.Reader.ReadAsync());
        }
    }
}
