using System.Globalization;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Smpp.Protocol;
using Naru.Carriers.Smpp.Receipts;
using Naru.Carriers.Smpp.Storage;
using Naru.Carriers.Smpp.Texts;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp.Inbound;

/// <summary>
/// Texts that people send. A whole one goes on at once; parts are kept in the store and acknowledged, because a carrier may send the next only then, and go on
/// when the last has come, or when no more come.
/// </summary>
internal sealed partial class InboundDesk(SmppOptions options, SmppStore store, IInboundSink? sink, GatewayClock clock, IRandomSource random, ILogger log)
{
    /// <summary>Stands for a part that never came.</summary>
    private const string Missing = "…";

    /// <summary>How long the parts of a text that went on are remembered.</summary>
    private static readonly TimeSpan KeepDone = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a carrier may take to deliver a text again that was never acknowledged. Not for ever: should the acknowledgement have reached it after all, the same
    /// words of the same person are a new text.
    /// </summary>
    private static readonly TimeSpan KeepOpen = TimeSpan.FromHours(1);

    private readonly SmsReader _reader = new(options.Texts);
    private readonly TextReference _references = new(store.Texts, random);

    /// <summary>Which arrivals are to be answered with what. One whose link is gone gets no answer: the carrier delivers it again.</summary>
    public async Task<List<(Arrival Arrival, uint Status)>> TakeAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        if (sink is null)
        {
            LogNobody(log, options.Name, arrivals.Count);
            return [.. arrivals.Select(static arrival => (arrival, SmppStatus.TemporaryReceiverFault))];
        }

        var answers = new List<(Arrival, uint)>(arrivals.Count);
        var wanted = new List<Arrival>(arrivals.Count);
        foreach (var arrival in arrivals.Where(static arrival => arrival.Link.IsUp))
        {
            var to = arrival.Message.To.Text;
            if (sink.Takes(to))
            {
                wanted.Add(arrival);
                answers.Add((arrival, SmppStatus.Ok));
            }
            else
            {
                sink.Refused(options.Name, to);
                answers.Add((arrival, SmppStatus.PermanentReceiverFault));
            }
        }

        if (wanted.Count > 0)
        {
            var (texts, keys) = await store.RunAsync(() => Gather(wanted));
            await HandOnAsync(sink, texts, keys, cancellationToken);
        }

        return answers;
    }

    /// <summary>Their acknowledgements were written: who says the same from now on says it again.</summary>
    public async Task AcknowledgedAsync(IReadOnlyCollection<Arrival> arrivals)
    {
        var ours = arrivals.Where(static arrival => arrival.Reference is { } reference && TextReference.IsOurs(reference)).ToList();
        if (ours.Count > 0)
        {
            var now = clock.Now;
            await store.RunAsync(() =>
            {
                ours.ForEach(arrival => store.Texts.Acknowledge(arrival.Reference!, now, arrival.Link.Id));
                return true;
            });
        }
    }

    /// <summary>Texts of which a part has stayed away too long go on without it.</summary>
    public async Task GiveUpWaitingAsync(CancellationToken cancellationToken)
    {
        if (sink is null)
        {
            return;
        }

        var now = clock.Now;
        var (texts, keys) = await store.RunAsync(() =>
        {
            store.Inbound.Trim(now - KeepDone);
            store.Texts.Trim(now - KeepOpen, now - TextReference.Doubt);
            var late = store.Inbound.OpenSince(now - options.InboundPartsFor);
            return (late.Select(Join).ToList(), late.ToList());
        });
        await HandOnAsync(sink, texts, keys, cancellationToken);
    }

    private async Task HandOnAsync(IInboundSink to, List<InboundSms> texts, List<InboundKey> keys, CancellationToken cancellationToken)
    {
        if (texts.Count == 0)
        {
            return;
        }

        await to.ReceiveAsync(texts, cancellationToken);
        if (keys.Count > 0)
        {
            await store.RunAsync(() =>
            {
                keys.ForEach(store.Inbound.Done);
                return true;
            });
        }
    }

    private (List<InboundSms> Texts, List<InboundKey> Keys) Gather(IReadOnlyList<Arrival> arrivals)
    {
        var texts = new List<InboundSms>();
        var keys = new List<InboundKey>();
        _references.BeginBatch();
        foreach (var arrival in arrivals)
        {
            var message = arrival.Message;
            var (text, part) = _reader.Read(message);
            if (part is not { Total: > 1 } mark)
            {
                arrival.Reference = _references.Of(arrival);
                texts.Add(new InboundSms(options.Name, message.From.Text, message.To.Text, text, arrival.At, arrival.Reference));
                continue;
            }

            var key = new InboundKey(message.From.Text, message.To.Text, mark.Reference, mark.Total);
            store.Inbound.Add(key, mark.Number, text, arrival.At);
            if (store.Inbound.Open(key).Count == mark.Total && !keys.Contains(key))
            {
                texts.Add(Join(key));
                keys.Add(key);
            }
        }

        GiveUpTheOldest(texts, keys);
        return (texts, keys);
    }

    /// <summary>Where more parts wait than there is room for, the oldest texts go on as they are.</summary>
    private void GiveUpTheOldest(List<InboundSms> texts, List<InboundKey> keys)
    {
        var waiting = store.Inbound.CountOpen();
        if (waiting <= options.MostInboundParts)
        {
            return;
        }

        foreach (var key in store.Inbound.OpenSince(DateTimeOffset.MaxValue).Where(key => !keys.Contains(key)))
        {
            LogCrowded(log, options.Name, options.MostInboundParts);
            waiting -= store.Inbound.Open(key).Count;
            texts.Add(Join(key));
            keys.Add(key);
            if (waiting <= options.MostInboundParts)
            {
                return;
            }
        }
    }

    /// <summary>The name of a text in parts is that of its first row, which nothing moves.</summary>
    private InboundSms Join(InboundKey key)
    {
        var parts = store.Inbound.Open(key);
        var text = string.Concat(Enumerable.Range(1, key.Total).Select(number => parts.FirstOrDefault(part => part.Number == number).Text ?? Missing));
        var first = parts.MinBy(static part => part.Row);
        var name = string.Create(CultureInfo.InvariantCulture, $"parts-{first.Row}-{first.At.ToUnixTimeMilliseconds()}");
        return new InboundSms(options.Name, key.From, key.To, text, parts.Max(static part => part.At), name, parts.Count);
    }

    [LoggerMessage(5131, LogLevel.Warning, "Carrier {Carrier} brought {Texts} incoming texts and nobody takes them here; it is asked to keep them")]
    private static partial void LogNobody(ILogger logger, string carrier, int texts);

    [LoggerMessage(5132, LogLevel.Warning, "Carrier {Carrier}: more than {Most} parts of incoming texts wait for others; an unfinished text goes on as it is")]
    private static partial void LogCrowded(ILogger logger, string carrier, int most);
}
