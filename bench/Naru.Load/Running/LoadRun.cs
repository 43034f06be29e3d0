using System.Diagnostics;
using System.Net.Sockets;
using Naru.Load.Wire;

namespace Naru.Load.Running;

/// <summary>
/// Runs one stream: each connection sends a request, waits for its answer and sends the next (a closed loop, so a slow gateway
/// is asked less; latency under a given rate is what <see cref="LoadPlan.Rate"/> is for).
/// </summary>
internal sealed class LoadRun(LoadPlan plan, AcceptedMessages? accepted = null)
{
    // A gateway that says nothing for so long after the end is not waited for any longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MostFailuresOfAConnection = 20;

    private readonly Pace _pace = new(plan.Rate);
    private readonly List<HttpPeer> _open = [];
    private readonly Lock _gate = new();
    private long _nextSequence = plan.FirstSequence;
    private long _measuredFrom;
    private long _measuredTo;
    private bool _givenUp;

    /// <summary>Sequence of the first message that was not sent.</summary>
    public long NextSequence => Interlocked.Read(ref _nextSequence);

    public async Task<LoadOutcome> RunAsync(CancellationToken cancellation)
    {
        var startedAt = Stopwatch.GetTimestamp();
        _measuredFrom = startedAt + Ticks(plan.Warmup);
        _measuredTo = _measuredFrom + Ticks(plan.Duration);

        var tallies = Enumerable.Range(0, plan.Connections).Select(_ => new Tally(accepted)).ToList();
        var connections = Task.WhenAll(tallies.Select(tally => Task.Run(() => SendUntilTheEndAsync(tally), CancellationToken.None)));
        await using (cancellation.Register(GiveUp))
        {
            var patience = Task.Delay(plan.Warmup + plan.Duration + Patience, cancellation);
            if (await Task.WhenAny(connections, patience) == patience)
                GiveUp();
            await connections;
        }

        cancellation.ThrowIfCancellationRequested();
        return Sum(tallies, startedAt);
    }

    private LoadOutcome Sum(List<Tally> tallies, long startedAt)
    {
        var sum = new Tally(null);
        foreach (var tally in tallies)
            sum.Add(tally);
        var measured = Stopwatch.GetElapsedTime(_measuredFrom, Math.Min(_measuredTo, sum.LastAnswerAt));
        return new LoadOutcome(sum, measured, startedAt);
    }

    private async Task SendUntilTheEndAsync(Tally tally)
    {
        for (var failures = 0; failures < MostFailuresOfAConnection && !Ended; failures++)
        {
            try
            {
                await SendOverOneConnectionAsync(tally);
                if (!Ended)
                    tally.Failed("connection closed by the gateway");
            }
            catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidDataException)
            {
                tally.Failed(_givenUp ? $"no answer within {Patience.TotalSeconds:F0} s" : e.Message);
            }
        }
    }

    private async Task SendOverOneConnectionAsync(Tally tally)
    {
        var request = plan.Other?.Invoke(plan.Gateway) ?? AlimRequest.Build(plan.Gateway, plan.Alim);
        using var peer = await HttpPeer.ConnectAsync(plan.Gateway);
        lock (_gate)
            _open.Add(peer);

        while (!Ended)
        {
            await _pace.WaitAsync(request.Messages);
            var first = Interlocked.Add(ref _nextSequence, request.Messages) - request.Messages;
            var sentAt = Stopwatch.GetTimestamp();
            request.Patch(first, sentAt);
            await peer.AskAsync(request.Bytes);
            var answeredAt = Stopwatch.GetTimestamp();
            tally.Answered(
                peer.Answer, request, first, sentAt, answeredAt, answeredAt >= _measuredFrom && answeredAt <= _measuredTo);
            if (peer.Answer.Closes)
                return;
        }
    }

    private bool Ended =>
        _givenUp || Stopwatch.GetTimestamp() >= _measuredTo || NextSequence - plan.FirstSequence >= plan.MessageLimit;

    private void GiveUp()
    {
        _givenUp = true;
        lock (_gate)
            _open.ForEach(peer => peer.Dispose());
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);
}
