using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Bulks;

/// <summary>The machine on its workbench with a carrier that answers at once: time goes from one wake-up to the next, and every hand-over is written down.</summary>
internal sealed class BulkBench
{
    public BulkBench(EngineSettings? settings = null, DateTimeOffset? start = null)
    {
        Bench = new MachineBench(settings);
        Bench.Now = start ?? Bench.Now;
    }

    public MachineBench Bench { get; }

    /// <summary>When each message first left.</summary>
    public Dictionary<MessageKey, DateTimeOffset> Left { get; } = [];

    /// <summary>In which order.</summary>
    public List<MessageKey> Order { get; } = [];

    public static SubmittedMessage Message(
        DeliveryWindow? window = null, bool advertisement = false, TimeSpan? validity = null, long to = 821012345678, MessageClass urgency = MessageClass.Standard) => new(
        Recipient.FromDigits(to), Envelope(window, advertisement, validity ?? TimeSpan.FromHours(48)), null, validity, urgency);

    public static Envelope Envelope(DeliveryWindow? window = null, bool advertisement = false, TimeSpan? validity = null) => new(
        DialectName.Infobip, [new Step("kakao", "sender", new AlimTalkContent("code", "text", null, [], null), validity ?? TimeSpan.FromHours(48))], ReportTarget.Pull,
        Window: window, IsAdvertisement: advertisement);

    public static IReadOnlyList<SubmittedMessage> Many(int count, DeliveryWindow? window = null, bool advertisement = false, TimeSpan? validity = null)
    {
        var envelope = Envelope(window, advertisement, validity);
        return [.. Enumerable.Range(0, count).Select(i => new SubmittedMessage(Recipient.FromDigits(821000000000 + i), envelope, null, validity, MessageClass.Standard))];
    }

    public SubmissionTicket Submit(IReadOnlyList<SubmittedMessage> messages, DateTimeOffset? sendAt = null, EvenPace? pace = null, string? name = null)
    {
        var ticket = Bench.Submit(new Submission { Workspace = MachineBench.Workspace, Messages = messages, SendAt = sendAt, Pace = pace, ClientBulkId = name });
        Settle();
        ticket.Result.ShouldBe(SubmissionResultKind.Stored);
        return ticket;
    }

    public BulkTicket Change(BulkKey bulk, BulkChange change)
    {
        var ticket = new BulkTicket(bulk, change);
        Bench.Tell(new EngineEvent.BulkChanged(ticket));
        Settle();
        return ticket;
    }

    /// <summary>Goes from wake-up to wake-up until then, or until nothing more is to be done.</summary>
    public void RunUntil(DateTimeOffset until)
    {
        Settle();
        while (Bench.Machine.NextWake() is { } wake && wake <= until)
        {
            // As the pump: never twice within a millisecond.
            Bench.Now = wake > Bench.Now ? wake : Bench.Now.AddMilliseconds(1);
            Settle();
        }

        Bench.Now = until > Bench.Now ? until : Bench.Now;
    }

    public void RunFor(TimeSpan time) => RunUntil(Bench.Now + time);

    public Message Row(MessageKey key) => Bench.Disk.Find(key).ShouldNotBeNull();

    /// <summary>Everything that is to be done now, the carrier's answers included.</summary>
    public void Settle()
    {
        Bench.Settle();
        while (Bench.Commands.Submits.Count > 0)
        {
            foreach (var order in MachineBench.Take(Bench.Commands.Submits))
            {
                foreach (var message in order.Messages)
                {
                    if (Left.TryAdd(message.Key, Bench.Now))
                    {
                        Order.Add(message.Key);
                    }
                }

                Bench.Answer(order, CarrierAnswer.Done("0000", Bench.Now));
            }

            Bench.Settle();
        }
    }
}
