namespace Naru.Engine.Pumps;

/// <summary>One message's items in a round, from the first on.</summary>
internal readonly record struct PushTurn(PushRound Round, int Item);

/// <summary>
/// What waits for one endpoint, and how many lines work on it. A line is a loop that takes the next message of the oldest round until nothing waits: so
/// a round of a hundred requests costs a few tasks and not a hundred. Thread-safe.
/// </summary>
internal sealed class PushLines
{
    private readonly Queue<PushTurn> _waiting = new();
    private readonly Lock _lock = new();
    private int _running;
    private int _width;

    /// <returns>How many lines are to be started.</returns>
    public int Add(PushRound round)
    {
        lock (_lock)
        {
            _width = round.Order.Width;
            foreach (var first in round.Firsts)
            {
                _waiting.Enqueue(new PushTurn(round, first));
            }

            var wanted = Math.Max(0, Math.Min(_width - _running, _waiting.Count));
            _running += wanted;
            return wanted;
        }
    }

    /// <summary>What a line does next; null ends the line.</summary>
    public PushTurn? Take()
    {
        lock (_lock)
        {
            if (_running <= _width && _waiting.TryDequeue(out var turn))
            {
                return turn;
            }

            _running--;
            return null;
        }
    }
}
