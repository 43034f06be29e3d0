using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Http;

/// <summary>
/// What was reported lately and is durable: a poll looks at the same minutes again and again, and a webhook may have been faster. Bounded; what has left it is
/// reported once more, which changes nothing. Thread-safe.
/// </summary>
internal sealed class RecentReports(int capacity = 200_000)
{
    private readonly Lock _lock = new();
    private readonly HashSet<(AttemptId, string)> _known = [];
    private readonly Queue<(AttemptId, string)> _order = new();

    public bool Knows(CarrierReport report)
    {
        lock (_lock)
        {
            return _known.Contains((report.Attempt, report.Code));
        }
    }

    public void Add(IEnumerable<CarrierReport> reports)
    {
        lock (_lock)
        {
            foreach (var report in reports)
            {
                if (!_known.Add((report.Attempt, report.Code)))
                {
                    continue;
                }

                _order.Enqueue((report.Attempt, report.Code));
                if (_order.Count > capacity)
                {
                    _known.Remove(_order.Dequeue());
                }
            }
        }
    }
}
