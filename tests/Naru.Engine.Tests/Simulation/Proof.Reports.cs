using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Webhooks;

namespace Naru.Engine.Tests.Simulation;

/// <summary>What subscribers and readers get, and what must be true when all is over.</summary>
internal sealed partial class Proof
{
    private readonly Dictionary<long, Push> _pushed = [];
    private readonly Dictionary<MessageKey, long> _pushOf = [];
    private readonly HashSet<MessageKey> _received = [];
    private readonly HashSet<MessageKey> _consumed = [];

    /// <summary>A push gets its body: of messages that ended, as they ended.</summary>
    public void Rendered(Push push, IReadOnlyList<Message> messages)
    {
        messages.Select(m => m.Key).ShouldBe(push.Messages(), $"Push {push.Id} does not carry what it lists.");
        foreach (var message in messages)
        {
            message.IsFinal.ShouldBeTrue($"{message.Key} is reported and has not ended.");
            world.Disk.Find(message.Key).ShouldNotBeNull().State.ShouldBe(message.State, $"{message.Key} is reported as something it is not.");
        }
    }

    public void Received(Push push, bool received)
    {
        if (_pushed.TryGetValue(push.Id, out var before))
        {
            push.Items.ShouldBe(before.Items, $"Push {push.Id} came again with another list.");
        }

        _pushed[push.Id] = push;
        foreach (var report in push.Messages())
        {
            _pushOf.TryAdd(report, push.Id);
            _pushOf[report].ShouldBe(push.Id, $"The report of {report} was pushed under two ids.");
        }

        if (received)
        {
            _received.UnionWith(push.Messages());
        }
    }

    public void Polled(IReadOnlyList<PulledReport> rows, IReadOnlyList<Message> messages)
    {
        messages.Count.ShouldBe(rows.Count);
        messages.ShouldAllBe(m => m.IsFinal);
        foreach (var row in rows)
        {
            _consumed.ShouldNotContain(row.Key, "A report that was consumed is given out again.");
            world.Disk.Pushes.ShouldNotContain(p => p.State == PushState.Done && p.Messages().Contains(row.Key), "A report that was pushed with 2xx is polled.");
        }
    }

    public void Read(IReadOnlyList<PulledReport> rows) => _received.UnionWith(rows.Select(r => r.Key));

    /// <summary>Long after the troubles.</summary>
    public void Conclude(Clients clients)
    {
        world.Disk.HasUnsealed.ShouldBeFalse("A bulk was never sealed.");
        world.Disk.Messages.Count.ShouldBe(_rows.Count(r => world.Disk.Find(r.Key) is not null));
        var open = world.Disk.Messages.FirstOrDefault(m => !m.IsFinal);
        open.ShouldBeNull($"{open?.Key} never ended: {open?.State}, looked at again at {open?.LookAt:O}.");
        world.Disk.OpenPushes().ShouldBeEmpty();
        world.Disk.PullQueue.ShouldBeEmpty();
        foreach (var message in world.Disk.Messages.Where(m => m.Envelope.Reports.Route != ReportRoute.Silent))
        {
            _recorded.ShouldContain(message.Key);
            _received.ShouldContain(message.Key, $"Nobody was told how {message.Key} ended.");
        }

        var rows = world.Disk.Messages.CountBy(m => m.Envelope.CallbackData!).ToDictionary();
        foreach (var request in clients.Requests)
        {
            var stored = rows.GetValueOrDefault(request.Mark);
            if (request.Given is { } given && !request.SharesAnId)
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
