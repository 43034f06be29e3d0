using Naru.Core.Messages;
using Naru.Engine.Limits;

namespace Naru.Engine.Dispatch;

/// <summary>
/// The lanes of messages on whose way a limit hangs. They are read only as far as slots come soon: a closed lane costs nothing, however long it is.
/// </summary>
/// <remarks>
/// Lanes are grouped by the limit they draw on: the carrier account's, else the app's. As many messages may be on their way to a limit as it has
/// slots within the next moments (<see cref="LimitKeeper.Ahead"/>); authentication has such a window for itself, so that whatever else is on its way
/// keeps none of it waiting. The others share theirs by weight, inside a class workspace by workspace.
/// </remarks>
internal sealed class LimitLanes(LimitKeeper limits)
{
    private readonly Dictionary<Limit, Group> _groups = [];
    private readonly Dictionary<LaneId, Drawn> _drawn = [];

    /// <summary>False where none of the limits is set that the lane was made for: then it is a lane like others.</summary>
    public bool TryAdd(Lane lane)
    {
        var way = lane.Way;
        var app = way.IsApp ? limits.OfApp(way.Owner) : null;
        if ((limits.OfCarrier(way.Carrier) ?? app) is not { } root)
        {
            return false;
        }

        if (!_groups.TryGetValue(root, out var group))
        {
            _groups.Add(root, group = new Group(root));
        }

        var workspace = !way.IsApp ? way.Owner : app?.Workspace.Value ?? 0;
        group.Rings[(int)lane.Id.Class].Add(lane, workspace);
        return true;
    }

    public void Remove(Lane lane)
    {
        foreach (var (root, group) in _groups)
        {
            group.Rings[(int)lane.Id.Class].Remove(lane);
            if (group.IsEmpty)
            {
                _groups.Remove(root);
            }
        }
    }

    /// <summary>Limits have come or gone: the lanes are to be added again. Reads that are out keep their claims.</summary>
    public void Clear() => _groups.Clear();

    /// <summary>Decides what is read now.</summary>
    /// <param name="room">How many messages of a class can be taken into memory.</param>
    /// <param name="read">Given a lane and how many rows; it says at once that it is being read.</param>
    public void Draw(DateTimeOffset now, int page, Func<MessageClass, int> room, Action<Lane, int> read)
    {
        if (_groups.Count == 0)
        {
            return;
        }

        foreach (var group in _groups.Values)
        {
            var window = group.Root.Window(now, limits.Ahead);
            var free = window - group.Root.ClaimedFor(true);
            if (free > 0)
            {
                Draw(group, ClassTurn.Authentication, Math.Min(free, room(MessageClass.Authentication)), now, page, read);
            }

            // A few at a time: a read and a flush for each single slot would cost more than the wait.
            free = window - group.Root.ClaimedFor(false);
            if (free > 0 && free >= window / 4)
            {
                Draw(group, ~ClassTurn.Authentication, Math.Min(free, room(MessageClass.Standard)), now, page, read);
            }
        }
    }

    /// <summary>The page came: what was claimed for it is free, until its messages claim for themselves.</summary>
    public void Came(Lane lane)
    {
        if (_drawn.Remove(lane.Id, out var drawn))
        {
            drawn.Root.Claim(lane.Id.Class, -lane.Limit);
            drawn.App?.Claim(lane.Id.Class, -lane.Limit);
        }
    }

    /// <summary>When something can be drawn although nothing happens. Called after drawing: what could be drawn now, was.</summary>
    public DateTimeOffset? NextLook(DateTimeOffset now)
    {
        DateTimeOffset? next = null;
        foreach (var group in _groups.Values)
        {
            foreach (var ring in group.Rings)
            {
                foreach (var lane in ring.Lanes)
                {
                    if (!lane.Reading && lane.NextLookAt is { } at)
                    {
                        at = Later(at, group.Root, lane);
                        at = AppOf(lane, group) is { } app ? Later(at, app, lane) : at;
                        next = at > now && (next is null || at < next) ? at : next;
                    }
                }
            }
        }

        return next;
    }

    private void Draw(Group group, int classes, int most, DateTimeOffset now, int page, Action<Lane, int> read)
    {
        var waiting = 0;
        for (var c = MessageClass.Authentication; c <= MessageClass.Low; c++)
        {
            var bit = ClassTurn.Bit(c);
            waiting |= (classes & bit) != 0 && group.Rings[(int)c].Begin(now) ? bit : 0;
        }

        Dictionary<Lane, int>? granted = null;
        while (most > 0 && waiting != 0)
        {
            var chosen = group.Turn.Choose(waiting);
            var lane = group.Rings[(int)chosen].Next(l => MayDraw(l, group, granted, now, page));
            if (lane is null)
            {
                waiting &= ~ClassTurn.Bit(chosen);
                continue;
            }

            group.Turn.Took(chosen, waiting);
            granted ??= [];
            granted[lane] = granted.GetValueOrDefault(lane) + 1;
            group.Root.Claim(chosen, 1);
            AppOf(lane, group)?.Claim(chosen, 1);
            most--;
        }

        foreach (var (lane, rows) in granted ?? [])
        {
            _drawn.Add(lane.Id, new Drawn(group.Root, AppOf(lane, group)));
            read(lane, rows);
        }
    }

    private bool MayDraw(Lane lane, Group group, Dictionary<Lane, int>? granted, DateTimeOffset now, int page) =>
        (granted?.GetValueOrDefault(lane) ?? 0) < page
        && (AppOf(lane, group) is not { } app || app.ClaimedFor(lane.Id.Class == MessageClass.Authentication) < app.Window(now, limits.Ahead));

    /// <summary>The app's limit, where the lane draws on it besides the group's.</summary>
    private Limit? AppOf(Lane lane, Group group) =>
        lane.Way is { IsApp: true } way && limits.OfApp(way.Owner) is { } app && app != group.Root ? app : null;

    /// <summary>While something is on its way to the limit, what becomes of that is an event; else the clock opens it.</summary>
    private DateTimeOffset Later(DateTimeOffset at, Limit limit, Lane lane) =>
        limit.ClaimedFor(lane.Id.Class == MessageClass.Authentication) == 0 && limit.WindowOpensAt(limits.Ahead) is var opens && opens > at ? opens : at;

    private sealed class Group(Limit root)
    {
        public Limit Root { get; } = root;

        public ClassTurn Turn { get; } = new();

        /// <summary>By class.</summary>
        public LaneRing[] Rings { get; } = [.. Enumerable.Range(0, (int)MessageClass.Low + 1).Select(_ => new LaneRing())];

        public bool IsEmpty => Array.TrueForAll(Rings, static ring => ring.IsEmpty);
    }

    private sealed record Drawn(Limit Root, Limit? App);
}
