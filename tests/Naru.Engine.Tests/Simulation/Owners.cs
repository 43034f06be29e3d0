using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Whoever sent bulks pauses, resumes, reschedules and cancels them, at any moment.</summary>
internal sealed class Owners(World world)
{
    private bool _finished;

    public void Begin() => Plan();

    /// <summary>Nobody stops anything any more, and what is paused goes on.</summary>
    public void Finish()
    {
        _finished = true;
        ResumeAll();
    }

    private void Plan() => world.Loop.After(world.Chance.AnyMagnitude(TimeSpan.FromHours(2)), () =>
    {
        if (!_finished)
        {
            if (Timed() is { Count: > 0 } bulks)
            {
                Tell(world.Chance.Pick(bulks), Any());
            }

            Plan();
        }
    });

    private void ResumeAll() => world.Loop.After(TimeSpan.FromMinutes(1), () =>
    {
        foreach (var bulk in Timed().Where(b => world.Disk.TimingOf(b).State == BulkState.Paused))
        {
            Tell(bulk, new BulkChange.Resume());
        }

        if (Timed().Exists(b => world.Disk.TimingOf(b).State == BulkState.Paused))
        {
            ResumeAll();
        }
    });

    private List<BulkKey> Timed() => [.. world.Disk.Bulks.Where(b => b is { Sealed: true, Timing: not null }).Select(b => b.Key)];

    private BulkChange Any() => world.Chance.Between(1, 10) switch
    {
        <= 4 => new BulkChange.Pause(),
        <= 8 => new BulkChange.Resume(),
        9 => new BulkChange.Reschedule(world.Loop.Now + world.Chance.AnyMagnitude(TimeSpan.FromHours(6))),
        _ => new BulkChange.Cancel(),
    };

    private void Tell(BulkKey bulk, BulkChange change)
    {
        if (world.Gateway is not { IsAlive: true } gateway)
        {
            return;
        }

        var ticket = new BulkTicket(bulk, change);
        world.Proof.Asked(bulk, change);
        ticket.Done.OnDone = ok =>
        {
            if (ok && ticket.Done.Value is null)
            {
                world.Proof.Came(bulk, change);
            }
            else if (ok && ticket.Done.Value is { } timing)
            {
                world.Disk.TimingOf(bulk).Revision.ShouldBeGreaterThanOrEqualTo(timing.Revision, "A change was answered and is not durable.");
                world.Proof.Changed(bulk, change);
            }
        };
        gateway.Tell(new EngineEvent.BulkChanged(ticket));
    }
}
