using Naru.Core.Messages;

namespace Naru.Engine.Ports;

/// <summary>A dialect's words for final reports. One per dialect.</summary>
public interface IReportRenderer
{
    DialectName Dialect { get; }

    /// <summary>The body of one push.</summary>
    /// <param name="bulkIds">The public bulk id of each message, parallel to <paramref name="messages"/>.</param>
    RenderedPush Render(string contentType, IReadOnlyList<Message> messages, IReadOnlyList<string> bulkIds);
}

/// <param name="Headers">Besides the content type; signatures, where the dialect signs.</param>
public sealed record RenderedPush(ReadOnlyMemory<byte> Body, string ContentType, IReadOnlyDictionary<string, string> Headers);
