using Naru.Core.Messages;
using Naru.Engine.Limits;

namespace Naru.Engine.Dispatch;

/// <summary>What waits at a desk, by class: all that no app limit holds, or all of one limited app.</summary>
internal sealed class DeskLine(Limit? app)
{
    private readonly Queue<Work>[] _byClass = [.. Enumerable.Range(0, (int)MessageClass.Low + 1).Select(_ => new Queue<Work>())];

    /// <summary>The app's limit; null for the messages that have none.</summary>
    public Limit? App { get; } = app;

    public int Count { get; private set; }

    /// <summary>Those that are not authentication.</summary>
    public int Others => Count - _byClass[(int)MessageClass.Authentication].Count;

    /// <summary>The classes of which something waits.</summary>
    public int Waiting { get; private set; }

    /// <summary>The classes of which something may go now.</summary>
    /// <param name="mayOthers">Whether anything but authentication may go.</param>
    public int Ready(bool mayOthers, DateTimeOffset now)
    {
        var ready = mayOthers ? Waiting : Waiting & ClassTurn.Authentication;
        if (App is not { } limit || ready == 0)
        {
            return ready;
        }

        return !limit.IsOpen(now) ? 0 : limit.Turn.IsOthers && (ready & ~ClassTurn.Authentication) != 0 ? ready & ~ClassTurn.Authentication : ready;
    }

    public void Add(Work work)
    {
        var messageClass = work.Message.Class;
        _byClass[(int)messageClass].Enqueue(work);
        Waiting |= ClassTurn.Bit(messageClass);
        Count++;
    }

    public Work Take(MessageClass messageClass)
    {
        var line = _byClass[(int)messageClass];
        var work = line.Dequeue();
        Count--;
        if (line.Count == 0)
        {
            Waiting &= ~ClassTurn.Bit(messageClass);
        }

        return work;
    }

    /// <summary>All, most urgent first, each class in its order. Afterwards it is empty.</summary>
    public List<Work> TakeAll()
    {
        var all = _byClass.SelectMany(static line => line).ToList();
        Array.ForEach(_byClass, static line => line.Clear());
        (Count, Waiting) = (0, 0);
        return all;
    }
}
