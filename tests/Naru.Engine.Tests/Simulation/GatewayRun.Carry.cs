using Naru.Core.Messages;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>Carries out what the machine wants done.</summary>
internal sealed partial class GatewayRun
{
    private void Carry()
    {
        if (_commands.Commit is { } batch)
        {
            Write(batch);
        }

        foreach (var ticket in _commands.Answered)
        {
            ticket.OnAnswered?.Invoke();
        }

        _commands.Signals.ForEach(s => s.OnDone?.Invoke(true));
        _commands.Failed.ForEach(s => s.OnDone?.Invoke(false));
        _commands.Submits.ForEach(HandOver);
        foreach (var order in _commands.LaneReads)
        {
            Read(() => new EngineEvent.LaneRead(order.Lane, _world.Disk.ReadLane(order.Lane, order.Until, order.After, order.Limit), order.Recovery));
        }

        if (_commands.Loads.Count > 0)
        {
            var keys = _commands.Loads.ToArray();
            Read(() => new EngineEvent.Loaded(keys, _world.Disk.Load(keys)));
        }

        if (_commands.BulkLoads.Count > 0)
        {
            var bulks = _commands.BulkLoads.ToArray();
            Read(() => new EngineEvent.BulksLoaded(_world.Disk.LoadBulks(bulks)));
        }

        foreach (var order in _commands.PushReads)
        {
            Read(() =>
            {
                var pushes = _world.Disk.ReadPushes(order.EndpointId, order.Until, order.Limit);
                return new EngineEvent.PushesRead(order.EndpointId, pushes, pushes.Count == order.Limit);
            });
        }

        _commands.Pushes.ForEach(order => (order.OneByOne ? (Action<PushOrder>)TellOneByOne : Push)(order));
        foreach (var endpoint in _commands.Endpoints)
        {
            _world.Endpoints[endpoint.Id] = endpoint;
        }

        _commands.Clear();
    }

    private void Write(CommitBatch batch)
    {
        _writing.ShouldBeNull("Two flushes in flight.");
        _writing = batch;
        _world.Proof.Submitted(batch);
        _world.Owners.See(batch);
        Later(_world.Mishap(0.02) ? _world.Chance.Milliseconds(50, 3000) : _world.Chance.Milliseconds(0.2, 6), () =>
        {
            if (_world.Mishap(0.0005))
            {
                StoreFails();
                return;
            }

            _writing = null;
            _world.Proof.Landing(batch);
            var outcome = _world.Disk.Commit(batch);
            _world.Proof.Landed(batch, outcome);
            Later(_world.Chance.Milliseconds(0, 1), () => Tell(new EngineEvent.Committed(outcome)));
        });
    }

    /// <summary>The disk is full: nobody knows what is on it, and the process ends.</summary>
    private void StoreFails()
    {
        Tell(new EngineEvent.CommitFailed("disk full"));
        Later(_world.Chance.Milliseconds(10, 2000), _world.Crash);
    }

    /// <summary>What a read shows was true at some instant between asking and hearing.</summary>
    private void Read(Func<EngineEvent> read)
    {
        Later(_world.Chance.Milliseconds(0, 2), () =>
        {
            var happened = read();
            Later(_world.Mishap(0.02) ? _world.Chance.Milliseconds(10, 500) : _world.Chance.Milliseconds(0, 2), () => Tell(happened));
        });
    }

    private void HandOver(CarrierOrder order)
    {
        var batch = order.Messages.Select(m => new Handover(m.AttemptId, m.Workspace, m.To, m.Step, "reference", m.ExpiresAt)).ToArray();
        _world.Proof.Ordered(order);
        _world.Loop.After(_world.Mishap(0.02) ? _world.Chance.Milliseconds(5, 300) : _world.Chance.Milliseconds(0.1, 5), () =>
        {
            if (!IsAlive && _world.Chance.Hit(0.5))
            {
                // It had not left yet.
                return;
            }

            if (_world.Loop.Now > order.NotAfter)
            {
                _world.Proof.HeldUp(batch);
                Tell(new EngineEvent.CarrierHeldUp(order.Carrier));
                return;
            }

            _world.Proof.Leaves(order.Carrier, batch);

            var answers = _world.Carriers[order.Carrier].Accept(batch);
            var slow = _world.Mishap(0.03) ? _world.Chance.AnyMagnitude(TimeSpan.FromMinutes(2)) : _world.Chance.Milliseconds(0.1, 20);
            Later(slow, () => Tell(new EngineEvent.CarrierAnswered(order.Carrier, answers)));
        });
    }

    private void Push(PushOrder order)
    {
        Later(_world.Chance.Milliseconds(0, 2), () =>
        {
            var messages = order.Messages ?? _world.Disk.Load(order.Push.Items.Select(i => i.Message));
            _world.Proof.Rendered(order.Push, order.Push.Items, messages);
            _world.Loop.After(_world.Chance.Milliseconds(0.1, 5), () =>
            {
                if (!IsAlive && _world.Chance.Hit(0.5))
                {
                    return;
                }

                var (answer, took) = _world.Subscriber(order.Endpoint.Id).Receive(order.Push, order.Items);
                Later(took, () => Tell(new EngineEvent.PushAnswered(order.Push.Id, order.Endpoint.Id, [new PushResult(order.Items, answer, took)], _world.Chance.Share())));
            });
        });
    }
}
