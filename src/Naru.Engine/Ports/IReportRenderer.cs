using Naru.Core.Messages;
using Naru.Engine.Registry;

namespace Naru.Engine.Ports;

/// <summary>A dialect's words for what subscribers are told. One per dialect.</summary>
public interface IReportRenderer
{
    DialectName Dialect { get; }

    /// <summary>How many items one request carries.</summary>
    int ItemsPerRequest { get; }

    /// <summary>One request. Asked again for every try: what must be new each time, such as a signature, is.</summary>
    ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken);
}

/// <param name="Messages">What it is about, in the order of the push; empty where <paramref name="Notice"/> says it.</param>
/// <param name="BulkIds">The public bulk id of each message, parallel to <paramref name="Messages"/>.</param>
/// <param name="Notice">What was written down when it happened; null where messages say it.</param>
public sealed record RenderOrder(WebhookEndpoint Endpoint, ReportEvent Event, IReadOnlyList<Message> Messages, IReadOnlyList<string> BulkIds, Notice? Notice = null);

/// <summary>Something that happened to a contact or a conversation: the thing itself may be gone when the subscriber hears of it.</summary>
/// <param name="App">The app whose subscribers are told.</param>
/// <param name="Body">As the dialect rendered it then: UTF-8 JSON.</param>
public sealed record Notice(int App, DateTimeOffset At, string Body);

/// <param name="Headers">Besides the content type; signatures, where the dialect signs.</param>
public sealed record RenderedPush(ReadOnlyMemory<byte> Body, string ContentType, IReadOnlyDictionary<string, string> Headers);
