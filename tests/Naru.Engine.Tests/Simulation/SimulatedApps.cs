using Naru.Engine.Limits;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Apps and their limits, which somebody changes now and then. They are in the directory: a crash leaves them as they are.</summary>
internal sealed class SimulatedApps
{
    private readonly World _world;
    private readonly Dictionary<int, int?> _perSecond = [];

    public SimulatedApps(World world)
    {
        _world = world;
        foreach (var app in Surroundings.Apps)
        {
            _perSecond[app] = world.Chance.Hit(0.5) ? AnyRate() : null;
            world.Proof.AppLimited(app, _perSecond[app]);
            if (world.Chance.Hit(0.3))
            {
                // Set once: a lower bound would not end what was accepted under a higher one.
                MaxQueued.Add(app, world.Chance.Between(80, 200));
            }
        }
    }

    public Dictionary<int, int> MaxQueued { get; } = [];

    /// <summary>A gateway that starts, or is running, learns of them.</summary>
    public void Tell(GatewayRun gateway) => gateway.Tell(new EngineEvent.LimitsChanged(
        [.. Surroundings.Apps.Select(app => new AppAllowance(app, Surroundings.WorkspaceOfApp(app), _perSecond[app], MaxQueued.TryGetValue(app, out var most) ? most : null))
            .Where(a => a.OutboundPerSecond is not null || a.MaxQueued is not null)]));

    public void Begin() => Plan();

    private void Plan() => _world.Loop.After(_world.Chance.Hit(0.5) ? _world.Chance.AnyMagnitude(TimeSpan.FromSeconds(20)) : _world.Chance.AnyMagnitude(TimeSpan.FromHours(15)), () =>
    {
        if (!_world.IsTroubled)
        {
            return;
        }

        var app = _world.Chance.Pick(Surroundings.Apps);
        Change(app, _world.Chance.Hit(0.3) ? null : AnyRate());
        if (_world.Gateway is { IsAlive: true } gateway)
        {
            Tell(gateway);
        }

        Plan();
    });

    /// <summary>A higher rate may be used at once. A lower one is in force when the gateway has heard of it and what was on its way out has left.</summary>
    private void Change(int app, int? rate)
    {
        var isHigher = rate is null || _perSecond[app] < rate;
        _perSecond[app] = rate;
        if (isHigher)
        {
            _world.Proof.AppLimited(app, rate);
            return;
        }

        _world.Loop.After(TimeSpan.FromSeconds(1), () =>
        {
            if (_perSecond[app] == rate)
            {
                _world.Proof.AppLimited(app, rate);
            }
        });
    }

    private int AnyRate() => _world.Chance.Hit(0.3) ? _world.Chance.Between(2, 5) : _world.Chance.Between(5, 60);
}
