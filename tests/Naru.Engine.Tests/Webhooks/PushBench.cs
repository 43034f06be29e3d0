using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Machine;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>A machine whose messages end at once, so that their reports are at hand.</summary>
internal static class PushBench
{
    public static readonly ReportTarget Target = ReportTarget.Endpoint(1);

    /// <summary>Messages that ended, one flush and so one push each.</summary>
    public static List<MessageKey> Ended(MachineBench bench, int count)
    {
        var keys = new List<MessageKey>();
        for (var i = 0; i < count; i++)
        {
            var ticket = bench.Submit(MachineBench.Message(reports: Target));
            bench.Settle();
            bench.Answer(MachineBench.Take(bench.Commands.Submits).ShouldHaveSingleItem(), CarrierAnswer.Done("0000", bench.Now));
            bench.Settle();
            keys.Add(ticket.Keys[0]);
        }

        return keys;
    }

    public static List<PushOrder> Orders(this MachineBench bench) => MachineBench.Take(bench.Settle().Commands.Pushes);

    /// <summary>Time passes until something is pushed; empty when nothing will be.</summary>
    public static List<PushOrder> NextOrders(this MachineBench bench)
    {
        while (true)
        {
            var orders = bench.Orders();
            if (orders.Count > 0 || bench.Machine.NextWake() is not { } wake)
            {
                return orders;
            }

            wake.ShouldBeGreaterThan(bench.Now, "It wants to be woken and does nothing.");
            bench.Now = wake;
        }
    }

    public static void Answer(this MachineBench bench, PushOrder order, int status, TimeSpan? retryAfter = null) => bench.Tell(
        new EngineEvent.PushAnswered(order.Push.Id, order.Endpoint.Id, [Result(order.Items, status, retryAfter)], 0)).Settle();

    public static PushResult Result(ItemSet items, int status, TimeSpan? retryAfter = null) =>
        new(items, new WebhookAnswer(status, null, retryAfter), TimeSpan.FromMilliseconds(1), items.Count);

    /// <summary>As the pump does: what was written about the endpoint is what is looked up from then on.</summary>
    public static void SaveHealth(this MachineBench bench) =>
        MachineBench.Take(bench.Commands.Endpoints).ForEach(e => bench.Endpoints[e.Id] = e);

    public static IEnumerable<MessageKey> Messages(this Push push) => push.Items.Select(i => i.Message);

    public static Push Stored(this MachineBench bench, long id) => bench.Disk.Pushes.Single(p => p.Id == id);
}
