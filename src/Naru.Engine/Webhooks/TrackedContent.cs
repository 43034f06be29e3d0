using System.Net;

namespace Naru.Engine.Webhooks;

/// <summary>
/// A body that knows whether any of it was handed to the connection. As long as none was, nobody can have read the request, whatever the
/// exception says; and the handler does not repeat a request by itself whose body was begun.
/// </summary>
public sealed class TrackedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;
    private int _begun;

    /// <param name="contentType">As it goes out; null: none.</param>
    public TrackedContent(ReadOnlyMemory<byte> body, string? contentType)
    {
        _body = body;
        if (contentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    public bool Begun => Volatile.Read(ref _begun) == 1;

    public static TrackedContent Json(ReadOnlyMemory<byte> json) => new(json, "application/json; charset=utf-8");

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _begun, 1);
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
