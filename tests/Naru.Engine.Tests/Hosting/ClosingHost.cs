using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Naru.Engine.Tests.Hosting;

/// <summary>A server that answers and keeps the connection, or takes a request whole and closes it without a word.</summary>
internal sealed class ClosingHost : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, bool> _closes;
    private readonly Task _serving;

    public ClosingHost(Func<string, bool> closes)
    {
        _closes = closes;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    public List<string> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        while (await reader.ReadLineAsync() is { Length: > 0 } first)
        {
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
                // Its headers.
            }

            Asked.Add(first.Split(' ')[0]);
            if (_closes(Asked[^1]))
            {
                return;
            }

            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        }
    }
}
