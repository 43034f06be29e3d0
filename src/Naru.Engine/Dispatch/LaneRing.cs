namespace Naru.Engine.Dispatch;

/// <summary>The lanes of one class that draw on the same limit: workspaces in turn, and the lanes of a workspace in turn.</summary>
internal sealed class LaneRing
{
    private readonly List<Line> _lines = [];
    private readonly List<Line> _ready = [];
    private int _at;

    public IEnumerable<Lane> Lanes => _lines.SelectMany(static line => line.Lanes);

    public bool IsEmpty => _lines.Count == 0;

    public void Add(Lane lane, int workspace)
    {
        var line = _lines.Find(l => l.Workspace == workspace);
        if (line is null)
        {
            _lines.Add(line = new Line(workspace));
        }

        line.Lanes.Add(lane);
    }

    public void Remove(Lane lane)
    {
        foreach (var line in _lines)
        {
            if (line.Lanes.Remove(lane))
            {
                if (line.Lanes.Count == 0)
                {
                    _lines.Remove(line);
                }

                return;
            }
        }
    }

    /// <summary>A round of drawing begins, where the last one ended. False when nothing can be drawn.</summary>
    public bool Begin(DateTimeOffset now)
    {
        var last = _ready.Count > 0 && _at > 0 ? _lines.IndexOf(_ready[Math.Min(_at, _ready.Count) - 1]) : -1;
        _ready.Clear();
        _at = 0;
        for (var i = 1; i <= _lines.Count; i++)
        {
            var line = _lines[(last + i) % _lines.Count];
            if (line.Begin(now))
            {
                _ready.Add(line);
            }
        }

        return _ready.Count > 0;
    }

    /// <summary>The lane whose turn it is; null when none may draw any more in this round.</summary>
    public Lane? Next(Func<Lane, bool> mayDraw)
    {
        while (_ready.Count > 0)
        {
            _at = _at >= _ready.Count ? 0 : _at;
            if (_ready[_at].Next(mayDraw) is { } lane)
            {
                _at++;
                return lane;
            }

            _ready.RemoveAt(_at);
        }

        return null;
    }

    private sealed class Line(int workspace)
    {
        private readonly List<Lane> _ready = [];
        private int _at;

        public int Workspace { get; } = workspace;

        public List<Lane> Lanes { get; } = [];

        public bool Begin(DateTimeOffset now)
        {
            var last = _ready.Count > 0 && _at > 0 ? Lanes.IndexOf(_ready[Math.Min(_at, _ready.Count) - 1]) : -1;
            _ready.Clear();
            _at = 0;
            for (var i = 1; i <= Lanes.Count; i++)
            {
                var lane = Lanes[(last + i) % Lanes.Count];
                if (!lane.Reading && lane.NextLookAt <= now)
                {
                    _ready.Add(lane);
                }
            }

            return _ready.Count > 0;
        }

        public Lane? Next(Func<Lane, bool> mayDraw)
        {
            while (_ready.Count > 0)
            {
                _at = _at >= _ready.Count ? 0 : _at;
                var lane = _ready[_at];
                if (mayDraw(lane))
                {
                    _at++;
                    return lane;
                }

                _ready.RemoveAt(_at);
            }

            return null;
        }
    }
}
