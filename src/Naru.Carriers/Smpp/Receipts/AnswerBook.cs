using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Storage;
using Naru.Carriers.Smpp.Submitting;
using Naru.Core.Messages;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Receipts;

/// <summary>
/// Writes down which message id stands for which attempt, before the engine hears that the carrier took it: a receipt after a crash finds its way. One commit is
/// out at a time; what gathers meanwhile is the next.
/// </summary>
internal sealed partial class AnswerBook(SmppOptions options, SmppStore store, ReceiptDesk receipts, GatewayClock clock, ILogger log) : IAnswerBook
{
    private readonly Lock _lock = new();
    private List<Entry> _waiting = [];
    private bool _isWriting;

    public void Taken(SubmittedPart part, string messageId)
    {
        if (!part.Delivery.Recording(part, messageId))
        {
            return;
        }

        if (options.WantsReceipts && messageId.Length > 0)
        {
            Add(new Entry(Key(messageId), part, IsLate: false));
        }
        else
        {
            part.Delivery.Settle(part, PartState.Taken, options.WantsReceipts ? null : SmppResults.Delivered);
        }
    }

    public void TakenLate(SubmittedPart part, string messageId)
    {
        LogLate(log, options.Name);
        if (options.WantsReceipts)
        {
            receipts.LateAnswerComes();
            Add(new Entry(Key(messageId), part, IsLate: true));
        }
    }

    public void Refused(uint status) => LogRefused(log, options.Name, status);

    public void Throttled(uint status, TimeSpan? pause)
    {
        if (pause is { } length)
        {
            LogThrottled(log, options.Name, status, length);
        }
    }

    private string Key(string messageId) => MessageIds.Key(messageId, options.SubmitIds);

    private void Add(Entry entry)
    {
        lock (_lock)
        {
            _waiting.Add(entry);
            if (_isWriting)
            {
                return;
            }

            _isWriting = true;
        }

        _ = Task.Run(WriteAllAsync);
    }

    private async Task WriteAllAsync()
    {
        while (true)
        {
            List<Entry> entries;
            lock (_lock)
            {
                if (_waiting.Count == 0)
                {
                    _isWriting = false;
                    return;
                }

                (entries, _waiting) = (_waiting, []);
            }

            await WriteAsync(entries);
        }
    }

    private async Task WriteAsync(List<Entry> entries)
    {
        var (state, note) = (PartState.Taken, (string?)null);
        IReadOnlyList<Arrival> early = [];
        try
        {
            await store.RunAsync(() =>
            {
                var now = clock.Now;
                foreach (var entry in entries)
                {
                    var delivery = entry.Part.Delivery;
                    store.Sent.Add(entry.Id, delivery.Attempt, entry.Part.Number, delivery.Parts.Count, now);
                }

                early = receipts.TakeParked(entries.ConvertAll(static entry => entry.Id));
                return true;
            });
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // It was taken, but its receipt will not be understood: nobody will know what became of it.
            LogNotKept(log, options.Name, entries.Count, failure);
            (state, note) = (PartState.Unclear, "its message id could not be kept");
        }

        foreach (var entry in entries)
        {
            if (!entry.IsLate)
            {
                entry.Part.Delivery.Settle(entry.Part, state, note);
            }
        }

        receipts.Again(early);
        if (entries.Count(static entry => entry.IsLate) is > 0 and var late)
        {
            await receipts.LateAnswersAreInAsync(late);
        }
    }

    private sealed record Entry(string Id, SubmittedPart Part, bool IsLate);

    [LoggerMessage(5111, LogLevel.Warning, "Carrier {Carrier} asks for patience (status 0x{Status:X8}); the bind pauses for {Pause}")]
    private static partial void LogThrottled(ILogger logger, string carrier, uint status, TimeSpan pause);

    [LoggerMessage(5112, LogLevel.Debug, "Carrier {Carrier} refused a submission with status 0x{Status:X8}")]
    private static partial void LogRefused(ILogger logger, string carrier, uint status);

    [LoggerMessage(5113, LogLevel.Warning, "Carrier {Carrier} answered a submission after it was given up")]
    private static partial void LogLate(ILogger logger, string carrier);

    [LoggerMessage(5114, LogLevel.Error, "Carrier {Carrier} took {Parts} submissions whose message ids could not be kept; their outcome is unclear")]
    private static partial void LogNotKept(ILogger logger, string carrier, int parts, Exception failure);
}
