using System.Diagnostics;
using System.Text;
using Naru.Load.Running;
using Naru.Load.Wire;

namespace Naru.Load.Receiving;

/// <summary>
/// Counts what came back: every message once, delivered, under one id. A report may come again (at least once is the promise);
/// under another id, for a message that was not sent, or not at all are faults.
/// </summary>
internal sealed class ReportTally(int run)
{
    private readonly Lock _gate = new();
    private readonly LatencyHistogram _latency = new();
    private readonly HashSet<ulong> _ids = [];
    private readonly Dictionary<string, long> _notDelivered = [];
    private ulong[] _idOfSequence = new ulong[1024];
    private long _distinct;
    private long _inAll;
    private long _carriers;
    private long _duplicates;
    private long _changedIds;
    private long _foreign;
    private long _unreadable;
    private long _lastAt;
    private readonly HashSet<long> _submits = [];
    private long _submitted;
    private long _badSignatures;

    /// <summary>Takes the body of one push or one poll; the answer is how many reports it held, -1 when it could not be read.</summary>
    public int Take(ReadOnlySpan<byte> body)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            var reports = new ReportBody(body);
            var held = 0;
            while (reports.MoveNext())
            {
                held++;
                Take(reports.Current, now);
            }

            _carriers += held > 0 ? 1 : 0;
            _unreadable += reports.Broken ? 1 : 0;
            return reports.Broken ? -1 : held;
        }
    }

    /// <summary>Takes one callback about one message.</summary>
    /// <param name="isFinal">False: it says that the message was submitted.</param>
    public void TakeOne(in Report report, bool isFinal)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            _carriers++;
            if (isFinal)
            {
                Take(report, now);
            }
            else if (CallbackData.TryRead(report.CallbackData, out var data) && data.Run == run)
            {
                _submitted += _submits.Add(data.Sequence) ? 1 : 0;
                _lastAt = now;
            }
        }
    }

    public void TakeUnreadable()
    {
        lock (_gate)
            _unreadable++;
    }

    public void TakeBadSignature()
    {
        lock (_gate)
            _badSignatures++;
    }

    /// <summary>Begins to measure anew; what was seen before is still known as seen.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _latency.Clear();
            _notDelivered.Clear();
            _distinct = _inAll = _carriers = _duplicates = _changedIds = _foreign = _unreadable = _lastAt = _submitted = _badSignatures = 0;
        }
    }

    public ReportCounts Counts()
    {
        lock (_gate)
        {
            return new ReportCounts
            {
                Distinct = _distinct,
                Reports = _inAll,
                Carriers = _carriers,
                Duplicates = _duplicates,
                ChangedIds = _changedIds,
                Foreign = _foreign,
                Unreadable = _unreadable,
                Submitted = _submitted,
                BadSignatures = _badSignatures,
                NotDelivered = new Dictionary<string, long>(_notDelivered),
                LastAt = _lastAt,
                P50 = _latency.Percentile(0.5),
                P99 = _latency.Percentile(0.99),
                Max = _latency.Max,
            };
        }
    }

    /// <summary>How many of the accepted messages have no report, and how many have one that were not accepted.</summary>
    public ReportGaps Compare(ReadOnlySpan<byte> acceptedBits)
    {
        lock (_gate)
        {
            long missing = 0, unasked = 0, firstMissing = -1;
            for (var sequence = 0; sequence < Math.Max(acceptedBits.Length * 8, _idOfSequence.Length); sequence++)
            {
                var accepted = sequence / 8 < acceptedBits.Length && (acceptedBits[sequence / 8] >> (sequence % 8) & 1) == 1;
                var reported = sequence < _idOfSequence.Length && _idOfSequence[sequence] != 0;
                if (accepted && !reported)
                {
                    missing++;
                    firstMissing = firstMissing < 0 ? sequence : firstMissing;
                }

                unasked += reported && !accepted ? 1 : 0;
            }

            return new ReportGaps(missing, firstMissing, unasked);
        }
    }

    private void Take(in Report report, long now)
    {
        _inAll++;
        if (!CallbackData.TryRead(report.CallbackData, out var data) || data.Run != run || data.Sequence > LoadPlan.MostMessages * 2)
        {
            _foreign++;
            return;
        }

        _lastAt = now;
        var sequence = (int)data.Sequence;
        if (sequence >= _idOfSequence.Length)
            Array.Resize(ref _idOfSequence, Math.Max(sequence + 1, _idOfSequence.Length * 2));

        var id = HashOf(report.MessageId);
        if (_idOfSequence[sequence] != 0)
        {
            _duplicates++;
            _changedIds += _idOfSequence[sequence] == id ? 0 : 1;
            return;
        }

        // Two messages under one id are as wrong as one message under two.
        _changedIds += _ids.Add(id) ? 0 : 1;
        _idOfSequence[sequence] = id;
        _distinct++;
        _latency.Record(now - data.SentAt);
        if (!report.Status.SequenceEqual("DELIVERED"u8))
        {
            var status = Encoding.UTF8.GetString(report.Status);
            _notDelivered[status] = _notDelivered.GetValueOrDefault(status) + 1;
        }
    }

    // FNV-1a, never zero: eight bytes an id instead of a string each.
    private static ulong HashOf(ReadOnlySpan<byte> id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
            hash = (hash ^ c) * 1099511628211UL;
        return hash | 1;
    }
}
