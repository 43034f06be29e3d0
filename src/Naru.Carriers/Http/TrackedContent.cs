using System.Net;
using System.Net.Http.Headers;

namespace Naru.Carriers.Http;

/// <summary>
/// A JSON body that knows whether any of it was handed to the connection. As long as none was, nobody can have read the request, whatever the
/// exception says; and the handler does not repeat a request by itself whose body was begun.
/// </summary>
internal sealed class TrackedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _json;
    private int _begun;

    public TrackedContent(ReadOnlyMemory<byte> json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    public bool Begun => Volatile.Read(ref _begun) == 1;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _begun, 1);
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
