using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>What subscribers and readers get, and what must be true when all is over.</summary>
internal sealed partial class Proof
{
    private readonly Dictionary<long, Push> _pushed = [];
    private readonly Dictionary<(MessageKey, int Endpoint), long> _pushOf = [];

    /// <summary>Messages whose end somebody was told, by push or by poll.</summary>
    private readonly HashSet<MessageKey> _received = [];
    private readonly HashSet<MessageKey> _consumed = [];

    /// <summary>Items that a subscriber got.</summary>
    private readonly HashSet<(long Push, int Item)> _got = [];

    /// <summary>Items that were answered in a way after which they are not tried again.</summary>
    private readonly HashSet<(long Push, int Item)> _settled = [];

    /// <summary>What an endpoint is to be told of a message one by one, in the order in which it was recorded.</summary>
    private readonly Dictionary<(int Endpoint, MessageKey), List<(long Push, int Item)>> _toTell = [];

    /// <summary>Orders that were checked: a world in which there are none proves nothing.</summary>
    public int OrdersKept { get; private set; }

    /// <summary>A push gets its body: of messages as they are, and ended where their end is told.</summary>
    public void Rendered(Push push, IReadOnlyList<PushItem> items, IReadOnlyList<Message> messages)
    {
        messages.Select(m => m.Key).ShouldBe(items.Select(i => i.Message), $"Push {push.Id} does not carry what it lists.");
        foreach (var (item, message) in items.Zip(messages))
        {
            var row = world.Disk.Find(message.Key).ShouldNotBeNull();
            if (item.Event == ReportEvent.Final)
            {
                message.IsFinal.ShouldBeTrue($"{message.Key} is reported and has not ended.");
                row.State.ShouldBe(message.State, $"{message.Key} is reported as something it is not.");
            }
            else
            {
                (row.SubmitTold || row.Timeline.Any(line => line.Kind == TimelineKind.NextStep)).ShouldBeTrue($"{message.Key} is told to be submitted and was not.");
            }
        }
    }

    public void Received(Push push, ItemSet items, WebhookAnswer answer, bool received)
    {
        if (_pushed.TryGetValue(push.Id, out var before))
        {
            push.Items.ShouldBe(before.Items, $"Push {push.Id} came again with another list.");
        }

        _pushed[push.Id] = push;
        foreach (var item in items)
        {
            var (message, happened) = push.Items[item];
            if (happened == ReportEvent.Final)
            {
                _pushOf.TryAdd((message, push.EndpointId), push.Id);
                _pushOf[(message, push.EndpointId)].ShouldBe(push.Id, $"The report of {message} was pushed under two ids.");
            }

            InOrder(push, item);
            if (answer.Succeeded || PushSchedule.Of(push.Dialect).IsFinal(answer.Status))
            {
                _settled.Add((push.Id, item));
            }

            if (received)
            {
                _got.Add((push.Id, item));
                if (happened == ReportEvent.Final)
                {
                    _received.Add(message);
                }
            }
        }
    }

    /// <summary>Where nothing crashed since the message was accepted, and all pushes were at hand, it is told in its order.</summary>
    private void InOrder(Push push, int item)
    {
        var key = push.Items[item].Message;
        if (push.Dialect != DialectName.Sinch || world.Settings.PushesInMemory != Surroundings.Ample || _crashesBefore[key] != world.Crashes)
        {
            return;
        }

        foreach (var earlier in _toTell[(push.EndpointId, key)].TakeWhile(t => t != (push.Id, item)))
        {
            OrdersKept++;
            (world.Disk.FindPush(earlier.Push)?.State == PushState.Exhausted || _settled.Contains(earlier)).ShouldBeTrue($"Endpoint {push.EndpointId} is told of {key} in the wrong order.");
        }
    }

    public void Polled(IReadOnlyList<PulledReport> rows, IReadOnlyList<Message> messages)
    {
        messages.Count.ShouldBe(rows.Count);
        messages.All(static m => m.IsFinal).ShouldBeTrue("A report was polled of a message that has not ended.");
        foreach (var row in rows)
        {
            _consumed.ShouldNotContain(row.Key, "A report that was consumed is given out again.");
            _taken2xx.Contains(row.Key).ShouldBeFalse("A report that was pushed with 2xx is polled.");
        }
    }

    public void Read(IReadOnlyList<PulledReport> rows) => _received.UnionWith(rows.Select(r => r.Key));

    /// <summary>Long after the troubles.</summary>
    public void Conclude(Clients clients)
    {
        world.Disk.HasUnsealed.ShouldBeFalse("A bulk was never sealed.");
        world.Disk.Messages.Count.ShouldBe(_rows.Count(r => world.Disk.Find(r.Key) is not null));
        var open = world.Disk.Messages.FirstOrDefault(m => !m.IsFinal);
        open.ShouldBeNull($"{open?.Key} never ended: {open?.State} in {open?.Lane.Kind}, looked at again at {open?.LookAt:O}; its bulk: {(open is null ? null : world.Disk.FindBulk(open.Bulk)?.Timing)}.");
        world.Disk.OpenPushes().ShouldBeEmpty();
        world.Disk.PullQueue.ShouldBeEmpty();
        foreach (var message in world.Disk.Messages.Where(m => m.Envelope.Dialect == DialectName.Infobip && m.Envelope.Reports.Route != ReportRoute.Silent))
        {
            _received.ShouldContain(message.Key, $"Nobody was told how {message.Key} ended.");
        }

        EverythingWasTold();
        EverybodyWasAnswered(clients);
    }

    /// <summary>Every subscriber got everything, except what it refused for good or never took while it was tried.</summary>
    private void EverythingWasTold()
    {
        foreach (var push in world.Disk.Pushes.Where(p => p.Dialect == DialectName.Sinch))
        {
            for (var item = 0; item < push.Items.Length; item++)
            {
                if (push.FateOf(item) == PushItemFate.Taken)
                {
                    _got.ShouldContain((push.Id, item), $"{push.Items[item]} counts as taken, and endpoint {push.EndpointId} did not get it.");
                }
                else
                {
                    push.State.ShouldBe(PushState.Exhausted);
                }
            }
        }
    }

    private void EverybodyWasAnswered(Clients clients)
    {
        var rows = world.Disk.Messages.CountBy(m => m.Envelope.CallbackData!).ToDictionary();
        foreach (var request in clients.Requests)
        {
            var stored = rows.GetValueOrDefault(request.Mark);
            if (request.Given is not null && !request.SharesAnId)
            {
                stored.ShouldBe(request.Count, $"{request.Mark} was accepted.");
            }
            else if (!request.SharesAnId)
            {
                (stored == 0 || stored == request.Count).ShouldBeTrue($"{request.Mark}: {stored} of {request.Count} stored.");
            }

            if (request is { CanBeRepeated: true, SharesItsKey: false })
            {
                request.Given.ShouldNotBeNull($"{request.Mark} was never answered.");
            }
        }
    }
}
