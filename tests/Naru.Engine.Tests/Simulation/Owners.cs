using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Whoever sent bulks pauses, resumes, reschedules and cancels them, at any moment, and most of all when they see that something begins.</summary>
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

    /// <summary>Attempts are being written down: a moment later some stand at a desk, some are out, and some are not durable yet.</summary>
    public void See(CommitBatch batch)
    {
        foreach (var bulk in batch.Transitions.Select(static t => t.Message).Where(static m => m is { State: MessageState.Submitting, Resends: 0, Bulk.Exists: true }).Select(static m => m.Bulk).Distinct())
        {
            if (!_finished && world.Chance.Hit(0.05) && world.Disk.FindBulk(bulk)?.Timing is not null)
            {
                world.Loop.After(world.Chance.Milliseconds(0, 25), () => Interrupt(bulk));
            }
        }
    }

    private void Interrupt(BulkKey bulk)
    {
        Tell(bulk, Any());
        if (world.Mishap(0.3))
        {
            world.Loop.After(world.Chance.Milliseconds(0, 15), () =>
            {
                if (world is { IsTroubled: true, Gateway: not null })
                {
                    world.Crash();
                }
            });
        }
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
