using System.Runtime.InteropServices;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Engine.Webhooks;

/// <summary>
/// Which push of an endpoint may tell of a message now: the earliest at hand that has something open to tell of it. So what happened to a message is
/// told in its order, also where one push failed and a later one could go.
/// </summary>
internal sealed class TellingOrder
{
    /// <summary>By the sequence number of the message.</summary>
    private readonly Dictionary<long, Turn> _turns = [];

    /// <summary>What each push at hand has open, as it stands in the turns.</summary>
    private readonly Dictionary<long, ItemSet> _open = [];

    /// <summary>Whether a push stands in the order of any message.</summary>
    public bool Holds(long push) => _open.ContainsKey(push);

    /// <summary>Brings in what a push has open now; nothing, when it is settled or no longer at hand.</summary>
    /// <param name="awaited">Gets pushes to which a turn came.</param>
    public void Set(Push push, ItemSet open, List<long> awaited)
    {
        var before = _open.GetValueOrDefault(push.Id);
        if (open == before)
        {
            return;
        }

        foreach (var item in open.Except(before))
        {
            if (push.Items[item].IsOfMessage)
            {
                Enter(push.Items[item].Message, push.Id);
            }
        }

        foreach (var item in before.Except(open))
        {
            if (push.Items[item].IsOfMessage)
            {
                Leave(push.Items[item].Message, push.Id, awaited);
            }
        }

        if (open.IsEmpty)
        {
            _open.Remove(push.Id);
        }
        else
        {
            _open[push.Id] = open;
        }
    }

    /// <summary>Those of its open items for which no earlier push has anything to tell.</summary>
    public ItemSet Sendable(Push push)
    {
        var open = push.OpenItems;
        if (_turns.Count == 0)
        {
            return open;
        }

        foreach (var item in open)
        {
            if (push.Items[item].IsOfMessage && _turns.TryGetValue(push.Items[item].Message.Sequence, out var turn) && turn.Push != push.Id)
            {
                open = open.Without(item);
            }
        }

        return open;
    }

    private void Enter(MessageKey message, long push)
    {
        ref var turn = ref CollectionsMarshal.GetValueRefOrAddDefault(_turns, message.Sequence, out var known);
        if (!known)
        {
            turn = new Turn(push, 1);
        }
        else if (turn.Push == push)
        {
            turn.Open++;
        }
        else
        {
            turn.Later ??= [];
            if (push < turn.Push)
            {
                // An old one that is told again, or was read back.
                turn.Later[turn.Push] = turn.Open;
                (turn.Push, turn.Open) = (push, turn.Later.GetValueOrDefault(push) + 1);
                turn.Later.Remove(push);
            }
            else
            {
                turn.Later[push] = turn.Later.GetValueOrDefault(push) + 1;
            }
        }
    }

    private void Leave(MessageKey message, long push, List<long> awaited)
    {
        ref var turn = ref CollectionsMarshal.GetValueRefOrNullRef(_turns, message.Sequence);
        if (turn.Push != push)
        {
            if (--turn.Later![push] == 0)
            {
                turn.Later.Remove(push);
            }

            return;
        }

        if (--turn.Open > 0)
        {
            return;
        }

        if (turn.Later is not { Count: > 0 } later)
        {
            _turns.Remove(message.Sequence);
            return;
        }

        (turn.Push, turn.Open) = (later.Keys[0], later.Values[0]);
        later.RemoveAt(0);
        awaited.Add(turn.Push);
    }

    /// <summary>Whose turn it is to tell of a message, how many items of it that push has open, and the same of those behind it.</summary>
    private struct Turn(long push, int open)
    {
        public long Push = push;
        public int Open = open;
        public SortedList<long, int>? Later;
    }
}
