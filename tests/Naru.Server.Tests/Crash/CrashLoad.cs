using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Crash;

/// <summary>Clients that send, poll and take pushes, and go on when the gateway comes back.</summary>
internal sealed class CrashLoad(CurrentGateway gateway, string apiKey, IReadOnlyList<SendingMaker> senders, CancellationToken stopping)
{
    private const int Pollers = 2;
    private static readonly TimeSpan s_afterNothing = TimeSpan.FromMilliseconds(5);

    private readonly ConcurrentQueue<Sending> _sendings = new();
    private readonly ConcurrentQueue<Report> _polled = new();
    private readonly ConcurrentQueue<string> _faults = new();

    public IReadOnlyCollection<Sending> Sendings => _sendings;

    public IReadOnlyCollection<Report> Polled => _polled;

    /// <summary>Answers that no client should ever get.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Until it is stopped.</summary>
    public Task SendAsync() => Task.WhenAll(senders.Select(maker => Task.Run(() => SendAllAsync(maker), CancellationToken.None)));

    public Task PollAsync(CancellationToken enough) =>
        Task.WhenAll(Enumerable.Range(0, Pollers).Select(_ => Task.Run(() => PollAllAsync(enough), CancellationToken.None)));

    private async Task SendAllAsync(SendingMaker maker)
    {
        InfobipClient? client = null;
        while (!stopping.IsCancellationRequested)
        {
            var sending = maker.Next();
            _sendings.Enqueue(sending);
            do
            {
                client ??= new InfobipClient(await gateway.UrlAsync(CancellationToken.None), apiKey);
                if (!await TrySendAsync(client, sending))
                {
                    client.Dispose();
                    client = null;
                }
            }
            while (client is null && sending.IdempotencyKey is not null);
            await Task.Delay(maker.Pause(), TimeProvider.System, CancellationToken.None);
        }

        client?.Dispose();
    }

    /// <summary>
    /// False when the gateway was killed: whether it took the request is what the test is about. A client with an idempotency key then asks again
    /// until it has its answer; without one it cannot know and leaves it.
    /// </summary>
    private async Task<bool> TrySendAsync(InfobipClient client, Sending sending)
    {
        try
        {
            var answer = await client.SendAsync(sending.Body, sending.IdempotencyKey);
            sending.Answer = answer;
            if (answer.Status != HttpStatusCode.OK)
                _faults.Enqueue($"send: {answer.Status} {answer.Body}");
            return true;
        }
        catch (Exception e) when (WasCutOff(e))
        {
            return false;
        }
    }

    private async Task PollAllAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                using var client = new InfobipClient(await gateway.UrlAsync(enough), apiKey);
                while (!enough.IsCancellationRequested)
                {
                    var answer = await client.GetAsync($"{InfobipClient.ReportsPath}?limit=500");
                    if (answer.Status != HttpStatusCode.OK)
                    {
                        _faults.Enqueue($"poll: {answer.Status} {answer.Body}");
                        return;
                    }

                    var reports = Report.ReadAll(answer.Body);
                    foreach (var report in reports)
                        _polled.Enqueue(report);
                    if (reports.Count == 0)
                        await Task.Delay(s_afterNothing, TimeProvider.System, enough);
                }
            }
            catch (Exception e) when (WasCutOff(e) || enough.IsCancellationRequested)
            {
                // An answer that was cut off was not taken: its reports must come again.
            }
        }
    }

    /// <remarks>A bare socket error: .NET's handler asks a connection that has just broken where it leads to, and does not wrap what it hears.</remarks>
    private static bool WasCutOff(Exception e) => e is HttpRequestException or IOException or SocketException or JsonException or TaskCanceledException;
}
