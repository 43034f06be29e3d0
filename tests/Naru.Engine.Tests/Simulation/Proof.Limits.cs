using Naru.Engine.Ports;
using Naru.Engine.Tests.Limits;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Limits: in no rolling second more hand-overs than allowed, crashes and changed limits included.</summary>
internal sealed partial class Proof
{
    private readonly Dictionary<string, RollingWindow> _carrierWindows = [];
    private readonly Dictionary<int, RollingWindow> _appWindows = [];

    /// <summary>Hand-overs that a limit was asked for.</summary>
    public int Limited => _carrierWindows.Values.Concat(_appWindows.Values).Sum(w => w.Uses);

    public void CarrierLimited(string carrier, int perSecond) => WindowOf(_carrierWindows, carrier).Set(perSecond, world.Loop.Now);

    public void AppLimited(int app, int? perSecond) => WindowOf(_appWindows, app).Set(perSecond, world.Loop.Now);

    /// <summary>A batch leaves for its carrier.</summary>
    public void Leaves(string carrier, IReadOnlyList<Handover> batch)
    {
        foreach (var handover in batch)
        {
            InItsTime(handover);
            if (_carrierWindows.TryGetValue(carrier, out var window))
            {
                window.Use(world.Loop.Now, carrier);
            }

            var app = world.Disk.Find(handover.Id.Message).ShouldNotBeNull().Envelope.App;
            if (_appWindows.TryGetValue(app, out window))
            {
                window.Use(world.Loop.Now, $"app {app}");
            }
        }
    }

    /// <summary>An app never has more accepted and not ended than it may have.</summary>
    public void Queued()
    {
        foreach (var (app, most) in world.Apps.MaxQueued)
        {
            world.Disk.Messages.Count(m => !m.IsFinal && m.Envelope.App == app).ShouldBeLessThanOrEqualTo(most, $"App {app} has more queued than it may have.");
        }
    }

    private static RollingWindow WindowOf<TKey>(Dictionary<TKey, RollingWindow> windows, TKey key)
        where TKey : notnull
    {
        if (!windows.TryGetValue(key, out var window))
        {
            windows.Add(key, window = new RollingWindow());
        }

        return window;
    }
}
