using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Limits;

/// <summary>
/// All limits, and their reservations: some hundred milliseconds of slots at a time, by one row in the next flush, used when it is durable.
/// </summary>
/// <remarks>Where no limit is set, <see cref="Any"/> is all that is asked.</remarks>
internal sealed class LimitKeeper
{
    /// <summary>Messages are brought to the desks so long before their slots.</summary>
    private static readonly TimeSpan s_ahead = TimeSpan.FromMilliseconds(100);

    /// <summary>So much is reserved at once.</summary>
    private static readonly TimeSpan s_span = TimeSpan.FromMilliseconds(300);

    /// <summary>What a slow store adds to both.</summary>
    private static readonly TimeSpan s_mostForCommits = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Limit> _carriers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Limit> _byNumber = [];
    private readonly List<Limit> _all = [];
    private readonly List<LimitId> _removed = [];

    /// <summary>Rows of the last run whose limit has not been met yet.</summary>
    private readonly Dictionary<LimitId, LimitRow> _found;

    /// <summary>By the app's number, which is small and dense.</summary>
    private Limit?[] _apps = [];
    private TimeSpan _commitTook;

    /// <summary>Of limits that were taken away since.</summary>
    private (long Used, long Forfeited) _past;
    private long _used;
    private long _forfeited;

    public LimitKeeper(IReadOnlyDictionary<string, int> perSecond, IReadOnlyList<LimitRow> found, DateTimeOffset now)
    {
        _found = found.ToDictionary(row => row.Id);
        foreach (var (name, rate) in perSecond.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            var limit = Make(LimitId.OfCarrier(name), default, NumberOf(name), now);
            limit.Set(rate);
            _carriers.Add(name, limit);
            _byNumber.Add(limit.Carrier, limit);
        }
    }

    /// <summary>Some limit is set.</summary>
    public bool Any { get; private set; }

    /// <summary>Slots used and forfeited since the start, as of the last commit. May be asked from any thread.</summary>
    public (long Used, long Forfeited) Slots => (Volatile.Read(ref _used), Volatile.Read(ref _forfeited));

    public TimeSpan Ahead => s_ahead + _commitTook;

    public Limit? OfCarrier(string name) => _carriers.GetValueOrDefault(name);

    public Limit? OfCarrier(int number) => _byNumber.GetValueOrDefault(number);

    public Limit? OfApp(int app) => (uint)app < (uint)_apps.Length ? _apps[app] : null;

    /// <summary>The lane of limits in which the message waits for its next hand-over; <see cref="LaneId.None"/> where no limit hangs on its way.</summary>
    public LaneId LaneOf(Message message) =>
        WayOf(message.Step.Carrier, message.Envelope.App, message.Workspace) is { } way ? LaneId.Limit(way, message.Class) : LaneId.None;

    /// <summary>The limits on the way of an app's messages to a carrier; null where none hangs there.</summary>
    public LimitWay? WayOf(string carrierName, int app, WorkspaceId workspace)
    {
        if (!Any)
        {
            return null;
        }

        var carrier = OfCarrier(carrierName)?.Carrier ?? 0;
        var isApp = OfApp(app) is not null;
        return carrier == 0 && !isApp ? null : new LimitWay(carrier, isApp, isApp ? app : workspace.Value);
    }

    /// <summary>The limits of apps, as they are from now on.</summary>
    public void Change(IReadOnlyList<AppAllowance> apps, DateTimeOffset now)
    {
        var before = _apps;
        _apps = new Limit?[apps.Count == 0 ? 0 : apps.Max(a => a.App) + 1];
        foreach (var app in apps)
        {
            if (app.OutboundPerSecond is { } rate)
            {
                var limit = (uint)app.App < (uint)before.Length ? before[app.App] : null;
                _apps[app.App] = limit ??= Make(LimitId.OfApp(app.App), app.Workspace, 0, now);
                limit.Set(rate);
            }
        }

        for (var app = 0; app < before.Length; app++)
        {
            if (before[app] is { } limit && OfApp(app) is null)
            {
                TakeAway(limit);
                _removed.Add(limit.Id);
            }
        }

        // Whoever was limited in the last run and is not any more.
        _removed.AddRange(_found.Keys);
        _found.Clear();
        Any = _all.Count > 0;
    }

    /// <summary>The workspace is being purged: nothing of it is written any more.</summary>
    public void Forget(WorkspaceId workspace)
    {
        for (var app = 0; app < _apps.Length; app++)
        {
            if (_apps[app] is { } limit && limit.Workspace == workspace)
            {
                TakeAway(limit);
                _apps[app] = null;
            }
        }

        Any = _all.Count > 0;
    }

    /// <summary>Adds to the flush what is to be reserved for messages on their way.</summary>
    public void Reserve(Flush flush, DateTimeOffset now)
    {
        if (_removed.Count > 0)
        {
            flush.Batch.LimitsRemoved.AddRange(_removed);
            _removed.Clear();
        }

        foreach (var limit in _all)
        {
            if (limit.Reserve(now, s_span + (2 * _commitTook)) is { } row)
            {
                flush.Batch.Limits.Add(row);
                flush.Reservations.Add(new Reservation(limit, row.NextFree, now));
            }
        }
    }

    public void Committed(Flush flush, DateTimeOffset now)
    {
        if (flush.Reservations.Count == 0)
        {
            return;
        }

        Volatile.Write(ref _used, _past.Used + _all.Sum(static limit => limit.Used));
        Volatile.Write(ref _forfeited, _past.Forfeited + _all.Sum(static limit => limit.Forfeited));
        foreach (var (limit, until, askedAt) in flush.Reservations)
        {
            limit.Reserved(until);
            var took = now - askedAt;
            _commitTook = took < TimeSpan.Zero ? TimeSpan.Zero : took < s_mostForCommits ? took : s_mostForCommits;
        }
    }

    /// <summary>What is on its way to it goes as it comes.</summary>
    private void TakeAway(Limit limit)
    {
        _past = (_past.Used + limit.Used, _past.Forfeited + limit.Forfeited);
        limit.Set(null);
        _all.Remove(limit);
    }

    private Limit Make(LimitId id, WorkspaceId workspace, int carrier, DateTimeOffset now)
    {
        var limit = new Limit(id, workspace, carrier, _found.Remove(id, out var row) && row.NextFree > now ? row.NextFree : now);
        _all.Add(limit);
        Any = true;
        return limit;
    }

    /// <summary>Of two names with the same number the later moves on: which is which does not matter, only that they differ.</summary>
    private int NumberOf(string name)
    {
        var number = (int)((ulong)LimitId.OfCarrier(name).Value % LimitWay.MaxCarrier) + 1;
        while (_byNumber.ContainsKey(number))
        {
            number = (number % LimitWay.MaxCarrier) + 1;
        }

        return number;
    }
}

/// <param name="Until">What is reserved when the flush is durable.</param>
internal readonly record struct Reservation(Limit Limit, DateTimeOffset Until, DateTimeOffset AskedAt);
