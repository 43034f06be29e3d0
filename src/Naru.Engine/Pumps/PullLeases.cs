using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>
/// Which reports of the pull queue are with a reader. A reading of the store may have begun before a consumption and end after it: it still brings what
/// was consumed meanwhile. So a consumed report stays on lease until every reading that was under way has ended. Thread-safe.
/// </summary>
internal sealed class PullLeases
{
    private readonly Lock _gate = new();
    private readonly HashSet<MessageKey> _leased = [];
    private readonly SortedSet<long> _underWay = [];
    private readonly Queue<(long LastReading, List<PulledReport> Reports)> _consumed = [];
    private long _readings;

    /// <summary>A reading begins: its number, and the reports that it should pass over.</summary>
    public (long Reading, HashSet<MessageKey> Except) Begin()
    {
        lock (_gate)
        {
            _underWay.Add(++_readings);
            return (_readings, [.. _leased]);
        }
    }

    /// <summary>The reading has ended. Those of its reports that nobody else has are now on lease to it.</summary>
    public List<PulledReport> End(long reading, IReadOnlyList<PulledReport> found)
    {
        lock (_gate)
        {
            var mine = found.Where(report => _leased.Add(report.Key)).ToList();
            _underWay.Remove(reading);
            while (_consumed.TryPeek(out var oldest) && (_underWay.Count == 0 || _underWay.Min > oldest.LastReading))
            {
                oldest.Reports.ForEach(report => _leased.Remove(report.Key));
                _consumed.Dequeue();
            }

            return mine;
        }
    }

    /// <summary>Back into the queue.</summary>
    public void GiveBack(List<PulledReport> reports)
    {
        lock (_gate)
        {
            reports.ForEach(report => _leased.Remove(report.Key));
        }
    }

    /// <summary>That they were consumed is durable: a reading that begins now does not find them.</summary>
    public void Consumed(List<PulledReport> reports)
    {
        lock (_gate)
        {
            if (_underWay.Count > 0)
            {
                _consumed.Enqueue((_readings, reports));
                return;
            }

            reports.ForEach(report => _leased.Remove(report.Key));
        }
    }
}
