using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// A way out with a memory of its own, which outlives the gateway: what it took, what it answered, and the reports that nobody has
/// acknowledged yet.
/// </summary>
internal sealed class SimulatedCarrier(string name, CarrierTraits traits, World world)
{
    private readonly Dictionary<AttemptId, CarrierAnswer> _taken = [];
    private readonly List<CarrierReport> _unacknowledged = [];
    private int _telling;
    private int _life;

    public CarrierTraits Traits => traits;

    /// <summary>Hand-overs whose answer got lost.</summary>
    public int TimeOuts { get; private set; }

    public int DuplicateReports { get; private set; }

    /// <summary>Those that came more than a minute after the hand-over.</summary>
    public int LateReports { get; private set; }

    public IReadOnlyList<CarrierAnswer> Accept(IReadOnlyList<Handover> batch)
    {
        batch.Count.ShouldBeLessThanOrEqualTo(traits.MaxBatch);
        if (world.Mishap(0.04))
        {
            batch.ToList().ForEach(h => world.Proof.HandedOver(name, h));
            return Unclear(batch, "the connection was refused, perhaps");
        }

        var answers = batch.Select(Take).ToArray();
        return world.Mishap(0.04) ? Unclear(batch, "the connection broke") : answers;
    }

    /// <summary>Brings in what it has to report, at most a few at a time, until each is acknowledged.</summary>
    public void Tell()
    {
        if (world.Gateway is not { IsAlive: true } gateway || _unacknowledged.Count == 0 || _telling > (world.Chance.Hit(0.1) ? 1 : 0))
        {
            return;
        }

        var batch = _unacknowledged.Take(world.Chance.Between(1, 10)).ToList();
        if (world.Chance.Hit(0.1))
        {
            DuplicateReports++;
            batch.Add(world.Chance.Pick(batch));
        }

        var ticket = new ReportTicket(batch);
        var life = _life;
        _telling++;
        ticket.Done.OnDone = durable =>
        {
            if (life != _life)
            {
                return;
            }

            _telling--;
            if (durable)
            {
                batch.ForEach(world.Proof.Acknowledged);
                _unacknowledged.RemoveAll(batch.Contains);
            }

            world.Loop.After(world.Chance.Milliseconds(0.1, 10), Tell);
        };
        gateway.Report(ticket);
        if (world.Chance.Hit(0.2))
        {
            world.Loop.After(world.Chance.Milliseconds(0, 3), Tell);
        }
    }

    public void GatewayDied()
    {
        _life++;
        _telling = 0;
    }

    private CarrierAnswer[] Unclear(IReadOnlyList<Handover> batch, string why)
    {
        TimeOuts += batch.Count;
        return [.. Enumerable.Repeat(CarrierAnswer.Unclear(why), batch.Count)];
    }

    private CarrierAnswer Take(Handover handover)
    {
        world.Proof.HandedOver(name, handover);
        if (world.Loop.Now >= handover.NotAfter)
        {
            return CarrierAnswer.NotSent("too late");
        }

        if (_taken.TryGetValue(handover.Id, out var before))
        {
            traits.Deduplicates.ShouldBeTrue($"Attempt {handover.Id} went twice to a carrier that does not drop duplicates.");
            return before;
        }

        if (world.Mishap(0.05))
        {
            return CarrierAnswer.NotSent("throttled");
        }

        var code = Surroundings.ResultCode(world.Chance);
        var reference = world.Chance.Hit(0.5) ? $"{name}-{_taken.Count}" : null;
        world.Proof.Taken(name, handover);
        CarrierAnswer answer;
        if (world.Chance.Hit(0.4))
        {
            answer = CarrierAnswer.Done(code, world.Loop.Now, reference);
            Happens(handover, code);
        }
        else
        {
            answer = CarrierAnswer.Taken(reference);
            After(handover.Id, code, () => Happens(handover, code));
        }

        _taken.Add(handover.Id, answer);
        if (ResultCodes.Find(code)?.Class == ResultClass.Uncertain && world.Chance.Hit(0.6))
        {
            var late = Surroundings.Success(world.Chance);
            After(handover.Id, late, () => Happens(handover, late));
        }

        return answer;
    }

    private void Happens(Handover handover, string code)
    {
        if (ResultCodes.Find(code)?.Class == ResultClass.Success)
        {
            world.Proof.Delivered(name, handover);
        }
    }

    /// <summary>The phone rings, or not; then the report comes, or not, or twice.</summary>
    private void After(AttemptId attempt, string code, Action happens)
    {
        var delay = Delay();
        world.Loop.After(delay, () =>
        {
            happens();
            if (world.Mishap(0.04))
            {
                return;
            }

            LateReports += delay > TimeSpan.FromMinutes(1) ? 1 : 0;
            var report = new CarrierReport(attempt, code, world.Loop.Now);
            Enqueue(report);
            if (world.Chance.Hit(0.1))
            {
                DuplicateReports++;
                world.Loop.After(world.Chance.AnyMagnitude(TimeSpan.FromHours(1)), () => Enqueue(report with { At = world.Loop.Now }));
            }
        });
    }

    private TimeSpan Delay() => world.Chance.Hit(0.6) ? world.Chance.Milliseconds(0.1, 3000) : world.Chance.AnyMagnitude(TimeSpan.FromHours(60));

    private void Enqueue(CarrierReport report)
    {
        _unacknowledged.Add(report);
        Tell();
    }
}
