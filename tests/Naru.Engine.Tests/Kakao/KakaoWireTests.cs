using System.Net;
using System.Net.Sockets;
using System.Text;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Kakao;

/// <summary>The wire repeats nothing by itself: whether that may be, its caller knows.</summary>
public sealed class KakaoWireTests
{
    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_call_without_a_body_that_changes_something_goes_out_once_also_where_a_used_connection_is_closed_under_it(string method)
    {
        await using var host = new ClosingHost();
        using var wire = new KakaoWire(
            WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), new KakaoHosts { Kapi = host.Address, Timeout = TimeSpan.FromSeconds(20) }, TimeProvider.System, SystemNames.Instance);

        var before = await wire.SendAsync(Call("GET"));
        var cut = await wire.SendAsync(Call(method));

        (before.Outcome, cut.Outcome).ShouldBe((PassOutcome.Answered, PassOutcome.Unknown));
        host.Asked.ShouldBe(["GET", method]);

        WireCall Call(string how) => new(how, new Uri(host.Address, "/v1/user/logout"), [], null, default);
    }

    /// <summary>Answers what reads; takes what changes something, and closes the connection.</summary>
    private sealed class ClosingHost : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly Task _serving;

        public ClosingHost()
        {
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
                if (Asked[^1] != "GET")
                {
                    return;
                }

                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }
    }
}
