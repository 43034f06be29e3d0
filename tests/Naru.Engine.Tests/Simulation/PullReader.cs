using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>A client that polls: it reads a page, and confirms it when the answer got through, or its connection breaks.</summary>
internal sealed class PullReader(WorkspaceId workspace, Channel channel, World world)
{
    private int _life;

    public void Begin() => Plan();

    /// <summary>The gateway died: what was on lease is given out again by the next one.</summary>
    public void ConnectionLost() => _life++;

    private void Plan() => world.Loop.After(world.Chance.AnyMagnitude(TimeSpan.FromHours(3)), () =>
    {
        if (world.Gateway is { IsAlive: true } gateway)
        {
            Poll(gateway);
        }

        Plan();
    });

    private void Poll(GatewayRun gateway)
    {
        var rows = gateway.Lease(workspace, channel, world.Chance.Between(1, 20));
        if (rows.Count == 0)
        {
            return;
        }

        var messages = world.Disk.Load(rows.Select(r => r.Key));
        world.Proof.Polled(rows, messages);
        var life = _life;
        world.Loop.After(world.Chance.Milliseconds(1, 300), () =>
        {
            if (life != _life)
            {
                return;
            }

            if (world.Mishap(0.1))
            {
                gateway.Release(rows);
                return;
            }

            world.Proof.Read(rows);
            var confirmed = new Signal { OnDone = _ => gateway.Release(rows) };
            gateway.Tell(new EngineEvent.PullConfirmed(rows, confirmed));
        });
    }
}
