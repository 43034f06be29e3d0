using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Storage;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Smpp.Receipts;

/// <summary>
/// Finds the attempts of receipts. One whose message id is not known while a batch is out, or a late answer is being written down, has perhaps overtaken the answer to its submission: it is parked,
/// unacknowledged, until the id is written down or every submission has its answer.
/// </summary>
/// <remarks>Looking up and parking happen inside the store's turn, and so do writing down and taking out: an id cannot slip through between.</remarks>
internal sealed partial class ReceiptDesk(SmppOptions options, SmppStore store, ChannelWriter<Arrival> again, ILogger log)
{
    /// <summary>Beyond it the carrier is asked to deliver again later.</summary>
    private const int MostParked = 10_000;

    private readonly Dictionary<string, List<Arrival>> _parked = new(StringComparer.Ordinal);
    private int _parkedCount;
    private volatile bool _isBatchOut;
    private int _lateAnswers;

    /// <summary>Submissions leave: from now on receipts may overtake answers.</summary>
    public void BatchLeaves() => _isBatchOut = true;

    /// <summary>Every submission has its answer, or will have none: what is parked now is for nothing of ours.</summary>
    public async Task BatchIsBackAsync()
    {
        _isBatchOut = false;
        var left = await store.RunAsync(TakeAllParked);
        Again(left);
    }

    /// <summary>An answer came after all and is being written down: its receipt may be right behind it.</summary>
    public void LateAnswerComes() => Interlocked.Increment(ref _lateAnswers);

    /// <summary>So many late answers are written down, or could not be.</summary>
    public async Task LateAnswersAreInAsync(int count)
    {
        if (Interlocked.Add(ref _lateAnswers, -count) == 0 && !_isBatchOut)
        {
            Again(await store.RunAsync(TakeAllParked));
        }
    }

    /// <summary>Inside the store's turn.</summary>
    public IReadOnlyList<Arrival> TakeParked(IReadOnlyList<string> ids)
    {
        if (_parkedCount == 0)
        {
            return [];
        }

        var taken = new List<Arrival>();
        foreach (var id in ids)
        {
            if (_parked.Remove(id, out var arrivals))
            {
                taken.AddRange(arrivals);
                _parkedCount -= arrivals.Count;
            }
        }

        return taken;
    }

    /// <summary>They are looked up once more.</summary>
    public void Again(IReadOnlyList<Arrival> arrivals)
    {
        foreach (var arrival in arrivals)
        {
            // Where there is no room it stays unacknowledged, and the carrier delivers it again.
            again.TryWrite(arrival);
        }
    }

    /// <summary>Handles receipts. Returns the answers that can be given now.</summary>
    public async Task<List<(Arrival Arrival, uint Status)>> TakeAsync(IReadOnlyList<Arrival> arrivals, ICarrierReportSink sink, CancellationToken cancellationToken)
    {
        var found = await store.RunAsync(() => arrivals.Select(Find).ToList());
        var reports = found.Where(static f => f.Report is not null).Select(static f => f.Report!).ToList();
        if (reports.Count > 0)
        {
            await sink.ReportAsync(reports, cancellationToken);
        }

        return [.. found.Where(static f => f.Status is not null).Select(static f => (f.Arrival, f.Status!.Value))];
    }

    private Found Find(Arrival arrival)
    {
        var receipt = arrival.Receipt!;
        if (SmppResults.OfState(receipt.State) is not { } code)
        {
            if (receipt.State == ReceiptState.None)
            {
                LogNoState(log, options.Name);
            }

            return new Found(arrival, null, Protocol.SmppStatus.Ok);
        }

        if (IdOf(receipt) is not { } id)
        {
            LogNoId(log, options.Name);
            return new Found(arrival, null, Protocol.SmppStatus.Ok);
        }

        if (store.Sent.Find(id) is not { } part)
        {
            return Park(arrival, id);
        }

        return new Found(arrival, Report(part, Explained(receipt, code), receipt.DoneAt(options.ReceiptZone, arrival.At) ?? arrival.At), Protocol.SmppStatus.Ok);
    }

    /// <summary>Of several parts: delivered when all are, failed when one failed; null while nobody can tell.</summary>
    private CarrierReport? Report(SentPart part, string code, DateTimeOffset at)
    {
        if (part.Parts == 1)
        {
            return new CarrierReport(part.Attempt, code, at);
        }

        store.Sent.Mark(part, code);
        var codes = store.Sent.CodesOf(part.Attempt);
        var failed = codes.FirstOrDefault(static c => c is not (null or SmppResults.Delivered or SmppResults.Unknown));
        var all = codes.Count >= part.Parts && codes.All(static c => c is not null);
        return failed is not null ? new CarrierReport(part.Attempt, failed, at)
            : all ? new CarrierReport(part.Attempt, codes.Contains(SmppResults.Unknown) ? SmppResults.Unknown : SmppResults.Delivered, at)
            : null;
    }

    private string Explained(DeliveryReceipt receipt, string code) =>
        code != SmppResults.Delivered && receipt.Error is { } error && options.ReceiptErrors.TryGetValue(error, out var named) ? named : code;

    private string? IdOf(DeliveryReceipt receipt) =>
        receipt.ParameterId is { } parameter ? MessageIds.Key(parameter, options.SubmitIds)
        : receipt.TextId is { } text ? MessageIds.Key(text, options.ReceiptIds)
        : null;

    private Found Park(Arrival arrival, string id)
    {
        if (!_isBatchOut && Volatile.Read(ref _lateAnswers) == 0)
        {
            LogForeign(log, options.Name);
            return new Found(arrival, null, Protocol.SmppStatus.Ok);
        }

        if (_parkedCount >= MostParked)
        {
            return new Found(arrival, null, Protocol.SmppStatus.TemporaryReceiverFault);
        }

        _parkedCount++;
        if (!_parked.TryGetValue(id, out var arrivals))
        {
            _parked.Add(id, arrivals = []);
        }

        arrivals.Add(arrival);
        return new Found(arrival, null, null);
    }

    private List<Arrival> TakeAllParked()
    {
        List<Arrival> all = [.. _parked.Values.SelectMany(static arrivals => arrivals)];
        _parked.Clear();
        _parkedCount = 0;
        return all;
    }

    /// <param name="Report">What the engine is told; null = nothing.</param>
    /// <param name="Status">The answer; null while it is parked.</param>
    private sealed record Found(Arrival Arrival, CarrierReport? Report, uint? Status);

    [LoggerMessage(5121, LogLevel.Warning, "Carrier {Carrier} sent a receipt for a message id that it never gave here; it is acknowledged and dropped")]
    private static partial void LogForeign(ILogger logger, string carrier);

    [LoggerMessage(5122, LogLevel.Warning, "Carrier {Carrier} sent a receipt without a message id; it is acknowledged and dropped")]
    private static partial void LogNoId(ILogger logger, string carrier);

    [LoggerMessage(5123, LogLevel.Warning, "Carrier {Carrier} sent a receipt without a state that is known; it is acknowledged and dropped")]
    private static partial void LogNoState(ILogger logger, string carrier);
}
