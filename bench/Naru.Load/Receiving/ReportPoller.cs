using System.Net;
using System.Net.Sockets;
using Naru.Load.Wire;

namespace Naru.Load.Receiving;

/// <summary>Fetches reports by <c>GET /kakao-alim/1/reports?limit=1000</c>, which gives each of them once (infobip.md §8.1).</summary>
internal sealed class ReportPoller(ReportTally tally, IPEndPoint gateway, string apiKey, int connections)
{
    private static readonly TimeSpan AfterAnEmptyAnswer = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan AfterAFault = TimeSpan.FromMilliseconds(100);

    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => PollAsync(cancellation), CancellationToken.None)));

    private async Task PollAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await PollOverOneConnectionAsync(cancellation);
            }
            catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidDataException)
            {
                await Task.Delay(AfterAFault, cancellation);
            }
        }
    }

    private async Task PollOverOneConnectionAsync(CancellationToken cancellation)
    {
        using var peer = await HttpPeer.ConnectAsync(gateway, cancellation);
        await using var end = cancellation.Register(peer.Dispose);
        var request = HttpPeer.Get(gateway, "/kakao-alim/1/reports?limit=1000", apiKey);
        while (!peer.Answer.Closes)
        {
            await peer.AskAsync(request);
            if (peer.Answer.Status != 200)
                throw new IOException($"reports answered {peer.Answer.Status}");
            if (tally.Take(peer.Answer.Body) <= 0)
                await Task.Delay(AfterAnEmptyAnswer, cancellation);
        }
    }
}
