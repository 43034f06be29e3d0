using System.Net;
using System.Net.Sockets;
using Naru.Load.Wire;

namespace Naru.Load.Receiving;

/// <summary>A webhook endpoint on loopback: takes pushes on keep-alive connections and answers 200, or 400 to what is no report.</summary>
internal sealed class ReportListener(IPushTaker taker, int port) : IDisposable
{
    private static readonly byte[] Ok = [.. "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8];
    private static readonly byte[] BadRequest = [.. "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8];

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Listens; the answer is the port, also when the system chose it.</summary>
    public int Start()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen(512);
        return ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var socket = await _listener.AcceptAsync(cancellation);
            _ = Task.Run(() => ServeAsync(socket, cancellation), CancellationToken.None);
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(Socket socket, CancellationToken cancellation)
    {
        using var connection = socket;
        connection.NoDelay = true;
        var request = new HttpFraming(64 * 1024);
        try
        {
            while (true)
            {
                while (!request.TryComplete())
                {
                    var bytes = await connection.ReceiveAsync(request.Space, SocketFlags.None, cancellation);
                    if (bytes == 0)
                        return;
                    request.Received(bytes);
                }

                await connection.SendAsync(taker.Take(request) ? Ok : BadRequest, SocketFlags.None, cancellation);
                request.Next();
            }
        }
        catch (Exception e) when (e is SocketException or InvalidDataException or OperationCanceledException)
        {
            // The gateway closed or was killed, which loads do to it on purpose; what is lost by that shows as missing reports.
        }
    }
}
