using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Simulator.Storage;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Carriers.Simulator;

/// <summary>
/// Carries out what is due later: puts cards on phones and brings reports in. One timer, set to the earliest instant; a new event, or a
/// move of the gateway's clock, wakes it too. A report is forgotten only after the sink has taken it, so a crash in between brings it
/// again, never twice to a phone.
/// </summary>
internal sealed partial class LaterEvents(SimulatorStore store, HandsetFeed feed, GatewayClock clock, ILogger<LaterEvents> log)
{
    private const int Batch = 500;

    // A timer cannot be set further than 49 days ahead; waking once a day costs nothing.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is a new event, or the clock was moved.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    public async Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken)
    {
        await using var timer = clock.System.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advanced += Wake;
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                try
                {
                    if (await HandleDueAsync(sink, cancellationToken))
                    {
                        continue;
                    }

                    await SleepAsync(timer, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    // The sink or the disk failed: the events are still there.
                    ReportFailed(log, exception);
                    await Task.Delay(PauseAfterFailure, clock.System, cancellationToken);
                }
            }
        }
        finally
        {
            clock.Advanced -= Wake;
        }
    }

    private async ValueTask SleepAsync(ITimer timer, CancellationToken cancellationToken)
    {
        var next = await store.WriteAsync(store.Later.NextDue, cancellationToken);
        if (next is { } due)
        {
            var wait = due - clock.Now;
            timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep, Timeout.InfiniteTimeSpan);
        }

        await _wake.Reader.ReadAsync(cancellationToken);
    }

    private async ValueTask<bool> HandleDueAsync(ICarrierReportSink sink, CancellationToken cancellationToken)
    {
        var due = await store.WriteAsync(ShowDue, cancellationToken);
        foreach (var (later, message) in due)
        {
            if (message is not null)
            {
                feed.Publish(later.Workspace, new HandsetEvent(HandsetEventKind.Arrived, message));
            }
        }

        CarrierReport[] reports = [.. due.Where(d => d.Event.Code is not null).Select(d => new CarrierReport(d.Event.Attempt, d.Event.Code!, d.Event.Due))];
        if (reports.Length > 0)
        {
            await sink.ReportAsync(reports, cancellationToken);
            await store.WriteAsync(() => Remove(due), cancellationToken);
        }

        return due.Count > 0;
    }

    private List<(LaterEvent Event, HandsetMessage? Message)> ShowDue()
    {
        var due = store.Later.Due(clock.Now, Batch);
        var shown = new List<(LaterEvent, HandsetMessage?)>(due.Count);
        foreach (var later in due)
        {
            HandsetMessage? message = null;
            if (later.Card is { } card)
            {
                var id = store.Handsets.Add(later.Workspace, later.To, later.Due, card);
                message = card.Arrived(id, later.Workspace, later.To, later.Due, []);
                if (later.Code is null)
                {
                    store.Later.Remove(later);
                }
                else
                {
                    store.Later.Shown(later);
                }
            }

            shown.Add((later, message));
        }

        return shown;
    }

    private bool Remove(List<(LaterEvent Event, HandsetMessage? Message)> reported)
    {
        foreach (var (later, _) in reported)
        {
            store.Later.Remove(later);
        }

        return true;
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "The simulator could not bring in its reports; it tries again")]
    private static partial void ReportFailed(ILogger logger, Exception exception);
}
