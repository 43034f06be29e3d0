using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Naru.Load.Wire;

/// <summary>One keep-alive connection to the gateway, one request in flight.</summary>
internal sealed class HttpPeer : IDisposable
{
    private readonly Socket _socket;
    private bool _asked;

    private HttpPeer(Socket socket) => _socket = socket;

    public HttpFraming Answer { get; } = new();

    public static async Task<HttpPeer> ConnectAsync(IPEndPoint gateway, CancellationToken cancellation = default)
    {
        var socket = new Socket(gateway.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(gateway, cancellation);
            return new HttpPeer(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a whole request and waits for the whole answer, which is then in <see cref="Answer"/> until the next call.</summary>
    public async ValueTask AskAsync(ReadOnlyMemory<byte> request)
    {
        if (_asked)
            Answer.Next();
        _asked = true;
        while (request.Length > 0)
            request = request[await _socket.SendAsync(request, SocketFlags.None)..];
        while (!Answer.TryComplete())
        {
            var bytes = await _socket.ReceiveAsync(Answer.Space, SocketFlags.None);
            if (bytes == 0)
                throw new IOException("connection closed before the answer was complete");
            Answer.Received(bytes);
        }
    }

    /// <summary>Also ends a wait in <see cref="AskAsync"/>.</summary>
    public void Dispose() => _socket.Dispose();

    /// <summary>A request without a body, with the demo workspace's key.</summary>
    public static byte[] Get(IPEndPoint gateway, string pathAndQuery, string apiKey) => Encoding.ASCII.GetBytes(
        $"GET {pathAndQuery} HTTP/1.1\r\nHost: {gateway}\r\nAuthorization: App {apiKey}\r\nAccept: application/json\r\n\r\n");
}
