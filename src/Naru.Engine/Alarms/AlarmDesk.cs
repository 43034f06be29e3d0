using System.Globalization;
using Naru.Core.Alarms;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;

namespace Naru.Engine.Alarms;

/// <summary>
/// Keeps the alarms: what happens to them gathers in a flush, and becomes rows when the flush is closed, one for each alarm however often it was raised. So raising
/// one costs the commit that caused it one row and never fails it.
/// </summary>
/// <remarks>
/// Everything is in memory, and bounded: of each workspace, and in all, only so many are told apart (<see cref="AlarmOptions.MaxOpen"/>); the rest of a kind counts as one.
/// </remarks>
internal sealed class AlarmDesk
{
    private readonly AlarmOptions _options;
    private readonly Dictionary<long, Alarm> _all;

    /// <summary>The open ones.</summary>
    private readonly Dictionary<AlarmKey, long> _open = [];
    private readonly Dictionary<WorkspaceId, int> _openOf = [];
    private readonly Dictionary<string, UnclearWindow> _unclear = new(StringComparer.Ordinal);

    /// <summary>Workspaces that are being removed: nothing of theirs is raised any more.</summary>
    private readonly HashSet<WorkspaceId> _gone = [];
    private bool _hasGone;
    private IReadOnlyList<Alarm> _shown;
    private long _lastId;

    public AlarmDesk(AlarmOptions options, IReadOnlyList<Alarm> stored)
    {
        _options = options;
        _all = stored.ToDictionary(static alarm => alarm.Id);
        _lastId = stored.Select(static alarm => alarm.Id).DefaultIfEmpty().Max();
        foreach (var alarm in stored.Where(static alarm => alarm.IsOpen))
        {
            NoteOpen(alarm);
        }

        _shown = InOrder();
        NextLook = FirstQuiet();
    }

    /// <summary>As it is durable, newest first. May be asked from any thread.</summary>
    public IReadOnlyList<Alarm> Shown => Volatile.Read(ref _shown);

    /// <summary>When the next one has been quiet for long enough.</summary>
    public DateTimeOffset? NextLook { get; private set; }

    /// <summary>Closes a flush: what was gathered in it becomes rows, and news for subscribers.</summary>
    public void Close(Flush flush, DateTimeOffset now)
    {
        var rows = new Dictionary<long, Alarm>();
        foreach (var steps in flush.Alarms.GroupBy(static step => step))
        {
            Take(steps.Key, steps.Count(), rows, flush, now);
        }

        flush.Alarms.Clear();
        ClearQuiet(rows, flush, now);
        Forget(rows, flush);
        RemoveOld(rows, flush, now);
        if (rows.Count + flush.Batch.AlarmsRemoved.Count > 0)
        {
            flush.Batch.Alarms.AddRange(rows.Values.OrderBy(static alarm => alarm.Id));
            flush.AlarmsAfter = InOrder();
            NextLook = FirstQuiet();
        }
    }

    /// <summary>Something is to be cleared or to be forgotten although nothing happened to it.</summary>
    public bool IsDue(DateTimeOffset now) => _hasGone || NextLook <= now;

    /// <returns>Whether it shows something else now.</returns>
    public bool Committed(Flush flush)
    {
        if (flush.AlarmsAfter is not { } after)
        {
            return false;
        }

        Volatile.Write(ref _shown, after);
        return true;
    }

    /// <summary>Its rows go with the workspace; what is raised meanwhile goes too.</summary>
    public void Forget(WorkspaceId workspace) => _hasGone |= _gone.Add(workspace);

    private void Take(AlarmStep step, int times, Dictionary<long, Alarm> rows, Flush flush, DateTimeOffset now)
    {
        switch (step)
        {
            case AlarmStep.Raise raise when !_gone.Contains(raise.Key.Workspace):
                Raise(raise.Key, times, raise.Detail, rows, flush, now);
                break;
            case AlarmStep.Clear clear when _open.TryGetValue(clear.Key, out var id):
                Clear(_all[id], rows, flush, now);
                break;
            case AlarmStep.Unclear unclear:
                CountUnclear(unclear.Carrier, times, rows, flush, now);
                break;
            case AlarmStep.Acknowledge acknowledge when _all.TryGetValue(acknowledge.Id, out var alarm) && alarm.IsWaiting:
                Put(alarm with { AcknowledgedAt = now, AcknowledgedBy = acknowledge.By }, rows);
                break;
            case AlarmStep.Told told:
                foreach (var alarm in told.Ids.Where(_all.ContainsKey).Select(id => _all[id]).ToArray())
                {
                    Put(alarm with { ToldAt = now }, rows);
                }

                break;
            default:
                // It has been cleared or acknowledged, or has left, meanwhile.
                break;
        }
    }

    private void CountUnclear(string carrier, int times, Dictionary<long, Alarm> rows, Flush flush, DateTimeOffset now)
    {
        if (!_unclear.TryGetValue(carrier, out var window))
        {
            _unclear.Add(carrier, window = new UnclearWindow(_options.UnknownWithin));
        }

        var count = window.Add(times, now);
        var key = AlarmKey.OfInstallation(AlarmKind.UnknownOutcomes, carrier);
        if (count >= _options.UnknownNumber)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{count} within {_options.UnknownWithin.TotalMinutes:0.##} min");
            Raise(key, _open.ContainsKey(key) ? times : count, detail, rows, flush, now);
        }
    }

    private void Raise(AlarmKey key, long times, string? detail, Dictionary<long, Alarm> rows, Flush flush, DateTimeOffset now)
    {
        key = Folded(key);
        if (_open.TryGetValue(key, out var id))
        {
            var known = _all[id];
            Put(known with { Count = known.Count + times, LastAt = now, Detail = detail ?? known.Detail }, rows);
            return;
        }

        var before = _all.Values.Where(alarm => alarm.Key == key).MaxBy(static alarm => alarm.Id);
        var raised = new Alarm(++_lastId, key, detail, now, now, times) { ToldAt = before?.ToldAt };
        Put(raised, rows);
        NoteOpen(raised);
        flush.AlarmNews.Add(new AlarmNews(ReportEvent.AlarmRaised, raised));
    }

    /// <summary>Its own where there is room to tell it apart.</summary>
    private AlarmKey Folded(AlarmKey key) =>
        _open.ContainsKey(key) ? key
        : _open.Count >= _options.MaxOpen ? AlarmKey.OfInstallation(key.Kind, AlarmKey.Rest)
        : _openOf.GetValueOrDefault(key.Workspace) >= _options.MaxOpenPerWorkspace ? key with { Subject = AlarmKey.Rest, Code = "" }
        : key;

    private void Clear(Alarm alarm, Dictionary<long, Alarm> rows, Flush flush, DateTimeOffset now)
    {
        var cleared = alarm with { ClearedAt = now };
        Put(cleared, rows);
        NoteClosed(alarm);
        flush.AlarmNews.Add(new AlarmNews(ReportEvent.AlarmCleared, cleared));
    }

    private void ClearQuiet(Dictionary<long, Alarm> rows, Flush flush, DateTimeOffset now)
    {
        foreach (var alarm in _open.Values.Select(id => _all[id]).Where(alarm => alarm.LastAt + QuietOf(alarm.Key) <= now).ToArray())
        {
            Clear(alarm, rows, flush, now);
        }
    }

    /// <summary>After how much quiet it is cleared; null where an event says that its cause ended.</summary>
    private TimeSpan? QuietOf(in AlarmKey key) => key switch
    {
        { IsRest: true } => _options.ClearAfter,
        { Kind: AlarmKind.UnknownOutcomes } => _options.UnknownWithin,
        { Kind: AlarmKind.CallerFault or AlarmKind.StaffMessageFailed } => _options.ClearAfter,
        _ => null,
    };

    private void RemoveOld(Dictionary<long, Alarm> rows, Flush flush, DateTimeOffset now)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var before = now - _options.Keep;
        foreach (var alarm in _all.Values.Where(static alarm => !alarm.IsOpen).OrderBy(static alarm => alarm.ClearedAt).ThenBy(static alarm => alarm.Id).ToArray())
        {
            if (alarm.ClearedAt > before && _all.Count <= _options.MaxKept)
            {
                return;
            }

            Remove(alarm.Id, rows, flush);
        }
    }

    private void Forget(Dictionary<long, Alarm> rows, Flush flush)
    {
        if (!_hasGone)
        {
            return;
        }

        _hasGone = false;
        foreach (var alarm in _all.Values.Where(alarm => _gone.Contains(alarm.Key.Workspace)).ToArray())
        {
            if (alarm.IsOpen)
            {
                NoteClosed(alarm);
            }

            Remove(alarm.Id, rows, flush);
        }

        flush.AlarmNews.RemoveAll(news => _gone.Contains(news.Alarm.Key.Workspace));
    }

    private void Remove(long id, Dictionary<long, Alarm> rows, Flush flush)
    {
        _all.Remove(id);
        rows.Remove(id);
        flush.Batch.AlarmsRemoved.Add(id);
    }

    private void Put(Alarm alarm, Dictionary<long, Alarm> rows)
    {
        _all[alarm.Id] = alarm;
        rows[alarm.Id] = alarm;
    }

    private void NoteOpen(Alarm alarm)
    {
        _open[alarm.Key] = alarm.Id;
        _openOf[alarm.Key.Workspace] = _openOf.GetValueOrDefault(alarm.Key.Workspace) + 1;
    }

    private void NoteClosed(Alarm alarm)
    {
        _open.Remove(alarm.Key);
        if (_openOf[alarm.Key.Workspace] is var left and > 1)
        {
            _openOf[alarm.Key.Workspace] = left - 1;
        }
        else
        {
            _openOf.Remove(alarm.Key.Workspace);
        }
    }

    private DateTimeOffset? FirstQuiet()
    {
        DateTimeOffset? next = null;
        foreach (var id in _open.Values)
        {
            var alarm = _all[id];
            if (QuietOf(alarm.Key) is { } quiet && (next is null || alarm.LastAt + quiet < next))
            {
                next = alarm.LastAt + quiet;
            }
        }

        return next;
    }

    private IReadOnlyList<Alarm> InOrder() => [.. _all.Values.OrderByDescending(static alarm => alarm.Id)];
}
