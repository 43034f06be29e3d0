using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Pushes whose items are requests of their own: messages side by side, the items of one in order, the rest left after failures.</summary>
internal sealed partial class GatewayRun
{
    private void TellOneByOne(PushOrder order) => Later(_world.Chance.Milliseconds(0, 2), () =>
    {
        var messages = order.Messages ?? _world.Disk.Load(order.Push.Items.Select(i => i.Message));
        var chains = new Dictionary<MessageKey, Queue<int>>();
        foreach (var item in order.Items)
        {
            var key = order.Push.Items[item].Message;
            if (!chains.TryGetValue(key, out var chain))
            {
                chains.Add(key, chain = new Queue<int>());
            }

            chain.Enqueue(item);
        }

        var round = new Round(order, messages, [.. chains.Values]);
        for (var line = Math.Min(order.Width, chains.Count); line > 0; line--)
        {
            Next(round, null);
        }
    });

    /// <summary>A line goes on with the items of its message, or with another message, or has nothing left to do.</summary>
    private void Next(Round round, Queue<int>? chain)
    {
        if (chain is not { Count: > 0 } || round.IsLeft)
        {
            round.Unfinished -= chain is null ? 0 : 1;
            if (round.Unfinished == 0)
            {
                Later(TimeSpan.Zero, () => Tell(new EngineEvent.PushAnswered(
                    round.Order.Push.Id, round.Order.Endpoint.Id, round.Results, _world.Chance.Share())));
                round.Unfinished = -1;
                return;
            }

            if (!round.Waiting.TryDequeue(out chain))
            {
                return;
            }

            Next(round, chain);
            return;
        }

        var item = chain.Dequeue();
        var push = round.Order.Push;
        _world.Proof.Rendered(push, [push.Items[item]], [round.Messages[item]]);
        _world.Loop.After(_world.Chance.Milliseconds(0.1, 5), () =>
        {
            if (!IsAlive && _world.Chance.Hit(0.5))
            {
                return;
            }

            var (answer, took) = _world.Subscriber(round.Order.Endpoint.Id).Receive(push, default(ItemSet).With(item));
            Later(took, () => Next(round, round.Note(item, answer, took) ? chain : new Queue<int>()));
        });
    }

    private sealed class Round(PushOrder order, IReadOnlyList<Message> messages, Queue<int>[] chains)
    {
        private int _failuresInRow;

        public PushOrder Order { get; } = order;

        public IReadOnlyList<Message> Messages { get; } = messages;

        public Queue<Queue<int>> Waiting { get; } = new(chains);

        public int Unfinished { get; set; } = chains.Length;

        public List<PushResult> Results { get; } = [];

        public bool IsLeft => _failuresInRow >= Order.Width;

        public bool Note(int item, WebhookAnswer answer, TimeSpan took)
        {
            Results.Add(new PushResult(default(ItemSet).With(item), answer, took));
            var settled = answer.Succeeded || PushSchedule.Of(Order.Push.Dialect).IsFinal(answer.Status);
            _failuresInRow = settled ? 0 : _failuresInRow + 1;
            return settled;
        }
    }
}
