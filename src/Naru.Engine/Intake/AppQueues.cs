using Naru.Engine.Limits;

namespace Naru.Engine.Intake;

/// <summary>
/// How many messages of each app are accepted and have not ended, and how many may be. Those of submissions on their way to the store count already:
/// what turns out not to be stored leaves again.
/// </summary>
internal sealed class AppQueues
{
    /// <summary>By the app's number, which is small and dense. Replaced by a longer one, never shortened.</summary>
    private int[] _open;
    private Dictionary<int, int> _most = [];

    public AppQueues(IReadOnlyDictionary<int, int> open)
    {
        _open = new int[open.Count == 0 ? 0 : open.Keys.Max() + 1];
        foreach (var (app, count) in open)
        {
            _open[app] = count;
        }
    }

    /// <summary>May be asked from any thread.</summary>
    public int Of(int app)
    {
        var open = Volatile.Read(ref _open);
        return (uint)app < (uint)open.Length ? Volatile.Read(ref open[app]) : 0;
    }

    public void Change(IReadOnlyList<AppAllowance> apps) =>
        _most = apps.Where(a => a.MaxQueued is not null).ToDictionary(a => a.App, a => a.MaxQueued!.Value);

    /// <summary>False when there would be more than there may be: then none has entered. Messages without an app are not counted.</summary>
    public bool TryEnter(int app, int count)
    {
        if (app == 0)
        {
            return true;
        }

        if (_most.Count > 0 && _most.TryGetValue(app, out var most) && Of(app) + count > most)
        {
            return false;
        }

        if (app >= _open.Length)
        {
            var longer = new int[Math.Max(app + 1, _open.Length * 2)];
            _open.CopyTo(longer, 0);
            Volatile.Write(ref _open, longer);
        }

        _open[app] += count;
        return true;
    }

    public void Leave(int app, int count)
    {
        if (app != 0)
        {
            _open[app] -= count;
        }
    }
}
