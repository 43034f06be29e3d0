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

    private readonly SmsReader _reader = new(options.Texts);

    /// <summary>The status to answer all of them with.</summary>
    public async Task<uint> TakeAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        if (sink is null)
        {
            LogNobody(log, options.Name, arrivals.Count);
            return SmppStatus.TemporaryReceiverFault;
        }

        var (texts, keys) = await store.RunAsync(() => Gather(arrivals));
        await HandOnAsync(sink, texts, keys, cancellationToken);
        return SmppStatus.Ok;
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
        foreach (var arrival in arrivals)
        {
            var message = arrival.Message;
            var (text, part) = _reader.Read(message);
            if (part is not { Total: > 1 } mark)
            {
                texts.Add(new InboundSms(options.Name, message.From.Text, message.To.Text, text, arrival.At, ReferenceOf(message)));
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

        return (texts, keys);
    }

    private InboundSms Join(InboundKey key)
    {
        var parts = store.Inbound.Open(key);
        var text = string.Concat(Enumerable.Range(1, key.Total).Select(number => parts.FirstOrDefault(part => part.Number == number).Text ?? Missing));
        return new InboundSms(options.Name, key.From, key.To, text, parts.Max(static part => part.At), $"parts-{parts.Min(static part => part.Row).ToString(CultureInfo.InvariantCulture)}");
    }

    /// <summary>The carrier's own id where it gives one, which is the same when it delivers again; else one of ours.</summary>
    private string ReferenceOf(ShortMessage message)
    {
        if (message.Parameters.Find(TlvTag.ReceiptedMessageId) is { Value.Length: > 0 and <= SmppAnswers.MaxMessageId } id)
        {
            return System.Text.Encoding.Latin1.GetString(id.Value.Span).TrimEnd('\0');
        }

        Span<byte> chance = stackalloc byte[12];
        random.Fill(chance);
        return Convert.ToHexStringLower(chance);
    }

    [LoggerMessage(5131, LogLevel.Warning, "Carrier {Carrier} brought {Texts} incoming texts and nobody takes them here; it is asked to keep them")]
    private static partial void LogNobody(ILogger logger, string carrier, int texts);
}
