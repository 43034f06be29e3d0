using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Inbound;
using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Receipts;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp;

/// <summary>
/// What carriers deliver, in the order in which it comes: receipts and incoming texts. Each is acknowledged only after what it leads to is durable; when that
/// fails, the carrier is asked to deliver again.
/// </summary>
internal sealed partial class Arrivals(SmppOptions options, Channel<Arrival> queue, ReceiptDesk receipts, InboundDesk texts, GatewayClock clock, ILogger log) : ILinkOwner
{
    /// <summary>Handled together.</summary>
    private const int Most = 500;

    public uint? Deliver(SmppLink link, uint sequence, ShortMessage message) =>
        queue.Writer.TryWrite(new Arrival(link, sequence, message, clock.Now)) ? null : SmppStatus.TemporaryReceiverFault;

    public async Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken)
    {
        var arrivals = new List<Arrival>(Most);
        while (await queue.Reader.WaitToReadAsync(cancellationToken))
        {
            arrivals.Clear();
            while (arrivals.Count < Most && queue.Reader.TryRead(out var arrival))
            {
                arrivals.Add(arrival);
            }

            await HandleAsync(arrivals, sink, cancellationToken);
        }
    }

    private async Task HandleAsync(List<Arrival> arrivals, ICarrierReportSink sink, CancellationToken cancellationToken)
    {
        List<(Arrival Arrival, uint Status)> answers = [.. arrivals.Where(static a => a.IsIntermediate).Select(static a => (a, SmppStatus.Ok))];
        var told = arrivals.FindAll(static a => !a.IsIntermediate && a.Receipt is not null);
        if (told.Count > 0)
        {
            answers.AddRange(await TryAsync(told, () => receipts.TakeAsync(told, sink, cancellationToken)));
        }

        var sent = arrivals.FindAll(static a => !a.IsIntermediate && a.Receipt is null);
        if (sent.Count > 0)
        {
            answers.AddRange(await TryAsync(sent, () => texts.TakeAsync(sent, cancellationToken)));
        }

        foreach (var link in answers.GroupBy(static answer => answer.Arrival.Link))
        {
            await link.Key.AnswerAsync([.. link.Select(static answer => (answer.Arrival.Sequence, answer.Status))]);
        }

        await CloseAsync([.. answers.Where(static answer => answer.Status == SmppStatus.Ok && answer.Arrival.Link.IsUp).Select(static answer => answer.Arrival)]);
    }

    private async Task CloseAsync(IReadOnlyCollection<Arrival> acknowledged)
    {
        try
        {
            await texts.AcknowledgedAsync(acknowledged);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotClosed(log, options.Name, failure);
        }
    }

    private async Task<List<(Arrival, uint)>> TryAsync(List<Arrival> arrivals, Func<Task<List<(Arrival, uint)>>> handle)
    {
        try
        {
            return await handle();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(log, options.Name, arrivals.Count, failure);
            return arrivals.ConvertAll(static arrival => (arrival, SmppStatus.TemporaryReceiverFault));
        }
    }

    [LoggerMessage(5105, LogLevel.Error, "Carrier {Carrier}: {Arrivals} receipts or texts could not be taken; the carrier is asked to deliver them again")]
    private static partial void LogFailed(ILogger logger, string carrier, int arrivals, Exception failure);

    [LoggerMessage(5107, LogLevel.Error, "Carrier {Carrier}: it could not be written down that texts were acknowledged; within the hour the same words of the same person count as a repetition")]
    private static partial void LogNotClosed(ILogger logger, string carrier, Exception failure);
}
