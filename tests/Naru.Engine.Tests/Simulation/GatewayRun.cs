using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// One life of the gateway: the real machine, and around it what <c>Pumps</c> does, with every delay and every order of answers
/// that a real pump can show.
/// </summary>
internal sealed partial class GatewayRun
{
    private readonly World _world;
    private readonly GatewayMachine _machine;
    private readonly EngineCommands _commands = new();
    private readonly Queue<EngineEvent> _inbox = new();
    private CommitBatch? _writing;
    private bool _turnPlanned;
    private DateTimeOffset? _alarm;
    private int _idleRings;

    public GatewayRun(World world)
    {
        _world = world;
        Since = world.Loop.Elapsed;
        var opening = world.Disk.Open();
        var lanes = world.Disk.OpenLanes();
        _machine = new GatewayMachine(
            world.Settings, opening, lanes, world.Disk.OpenPushes(),
            world.Carriers.ToDictionary(c => c.Key, c => c.Value.Traits),
            new GatewayLookups((_, step) => step.Sender.StartsWith("sender", StringComparison.Ordinal), id => world.Endpoints.GetValueOrDefault(id))
            {
                Subscribers = (app, happened) => [.. world.Endpoints.Values.Where(e => e.Subscription?.App == app && e.Subscription.Wants(happened))],
                ItemsPerRequest = static dialect => dialect == DialectName.Sinch ? 1 : Ports.Push.MaxItems,
            },
            world.Loop.Now,
            world.Disk.BulksOf(lanes));
        PlanTurn();
    }

    public bool IsAlive { get; private set; } = true;

    /// <summary>When it was started, or its clock last jumped.</summary>
    public TimeSpan Since { get; private set; }

    public bool IsBroken => _machine.IsBroken;

    /// <summary>Messages in its memory.</summary>
    public int Working => _machine.Working;

    public MessageIdCodec Ids => _machine.Ids;

    /// <summary>What the machine must hold beyond its bound because it was told of it: reports for messages that wait in the store.</summary>
    public int ReportsUnsettled { get; private set; }

    public void Tell(EngineEvent happened)
    {
        if (IsAlive)
        {
            _inbox.Enqueue(happened);
            PlanTurn();
        }
    }

    public void Report(ReportTicket ticket)
    {
        var whenDone = ticket.Done.OnDone!;
        ReportsUnsettled += ticket.Reports.Count;
        ticket.Done.OnDone = ok =>
        {
            ReportsUnsettled -= ticket.Reports.Count;
            whenDone(ok);
        };
        Tell(new EngineEvent.Reported(ticket));
    }

    public void Die()
    {
        IsAlive = false;
        if (_writing is { } batch && _world.Chance.Hit(0.5))
        {
            // It was on its way to the platter: durable, and nobody was told.
            _world.Proof.Landing(batch);
            _world.Proof.Landed(batch, _world.Disk.Commit(batch));
        }
    }

    /// <summary>As the pump does: whoever waits for an instant looks again.</summary>
    public void ClockJumped()
    {
        _alarm = null;
        Since = _world.Loop.Elapsed;
        Tell(EngineEvent.Woken.Instance);
    }

    private void PlanTurn()
    {
        if (!_turnPlanned)
        {
            _turnPlanned = true;
            Later(_world.Chance.Milliseconds(0, 0.3), Turn);
        }
    }

    private void Turn()
    {
        _turnPlanned = false;
        var woken = _inbox.Count == 0 || _inbox.All(e => e is EngineEvent.Woken);
        for (var handled = _world.Chance.Between(1, 64); handled > 0 && _inbox.TryDequeue(out var happened); handled--)
        {
            _machine.Handle(happened, _world.Loop.Now, _commands);
        }

        _machine.Order(_world.Loop.Now, _commands);
        _world.Proof.Holds(_machine.Working, ReportsUnsettled);
        var idle = woken && IsIdle(_commands);
        _idleRings = idle ? _idleRings + 1 : 0;
        _idleRings.ShouldBeLessThan(100, "The machine wants to be woken again and again and does nothing.");
        Carry();
        if (_inbox.Count > 0)
        {
            PlanTurn();
            return;
        }

        SetAlarm(_machine.NextWake());
    }

    private void SetAlarm(DateTimeOffset? at)
    {
        if (at is not { } instant || instant >= _alarm)
        {
            return;
        }

        var wait = instant - _world.Loop.Now;
        _alarm = instant;
        Later(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, () =>
        {
            if (_alarm == instant)
            {
                _alarm = null;
                Tell(EngineEvent.Woken.Instance);
            }
        });
    }

    private static bool IsIdle(EngineCommands commands) =>
        commands is { Commit: null, Answered.Count: 0, Submits.Count: 0, LaneReads.Count: 0, Loads.Count: 0, BulkLoads.Count: 0, Pushes.Count: 0, PushReads.Count: 0, Signals.Count: 0 };

    private void Later(TimeSpan delay, Action what) => _world.Loop.After(delay, () =>
    {
        if (IsAlive)
        {
            what();
        }
    });
}
