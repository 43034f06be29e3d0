using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Registry;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// A gateway among clients, carriers, subscribers and readers, for a few simulated days, and everything that can go wrong between
/// them. All of it comes from one seed.
/// </summary>
internal sealed class World
{
    public static readonly TimeSpan Trouble = TimeSpan.FromDays(3);

    /// <summary>After the troubles everything is well: windows open, validities (2 days), uncertain results and rested endpoints come to their end.</summary>
    public static readonly TimeSpan Peace = TimeSpan.FromDays(9);

    private readonly Dictionary<int, SimulatedSubscriber> _subscribers = [];
    private readonly List<PullReader> _readers = [];
    private readonly Clients _clients;

    public World(int seed, bool calm = false)
    {
        Seed = seed;
        Chance = new Chance(seed);
        Loop = new EventLoop(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        Settings = Surroundings.Settings(Chance);
        Proof = new Proof(this);
        Apps = new SimulatedApps(this);
        foreach (var (carrier, perSecond) in Settings.CarriersPerSecond)
        {
            Proof.CarrierLimited(carrier, perSecond);
        }

        foreach (var traits in Surroundings.Carriers(Chance))
        {
            Carriers.Add(traits.Key, new SimulatedCarrier(traits.Key, traits.Value, this));
        }

        for (var id = 1; id <= Surroundings.Endpoints; id++)
        {
            var endpoint = new WebhookEndpoint(id, Surroundings.WorkspaceOf(id), $"http://subscriber/{id}", "application/json", Loop.Now);
            Endpoints.Add(id, endpoint);
            _subscribers.Add(id, new SimulatedSubscriber(id, this));
        }

        foreach (var endpoint in Surroundings.Subscriptions(Loop.Now))
        {
            Endpoints.Add(endpoint.Id, endpoint);
            _subscribers.Add(endpoint.Id, new SimulatedSubscriber(endpoint.Id, this));
        }

        foreach (var workspace in Surroundings.Workspaces)
        {
            foreach (var channel in new[] { Channel.AlimTalk, Channel.Sms })
            {
                _readers.Add(new PullReader(workspace, channel, this));
                _readers.Add(new PullReader(workspace, channel, this));
            }
        }

        _clients = new Clients(this);
        Owners = new Owners(this);
        IsTroubled = !calm;
    }

    public int Seed { get; }

    public Chance Chance { get; }

    public EventLoop Loop { get; }

    public EngineSettings Settings { get; }

    public SimulatedDisk Disk { get; } = new();

    public Proof Proof { get; }

    public SimulatedApps Apps { get; }

    public Owners Owners { get; }

    public Dictionary<string, SimulatedCarrier> Carriers { get; } = [];

    public Dictionary<int, WebhookEndpoint> Endpoints { get; } = [];

    /// <summary>Null while the gateway is down.</summary>
    public GatewayRun? Gateway { get; private set; }

    public bool IsTroubled { get; private set; }

    public int Crashes { get; private set; }

    /// <summary>Who is told of a message.</summary>
    public IEnumerable<int> Audience(Message message) => message.Envelope.Reports.Route switch
    {
        ReportRoute.Endpoint => [message.Envelope.Reports.EndpointId],
        ReportRoute.Subscribers => Endpoints.Values.Where(e => e.Subscription?.App == message.Envelope.App).Select(e => e.Id),
        _ => [],
    };

    public SimulatedSubscriber Subscriber(int endpoint) => _subscribers[endpoint];

    /// <summary>Something that goes wrong with this probability while there is trouble.</summary>
    public bool Mishap(double probability) => IsTroubled && Chance.Hit(probability);

    public void Run()
    {
        try
        {
            Start();
            _clients.Begin();
            _readers.ForEach(r => r.Begin());
            if (IsTroubled)
            {
                Apps.Begin();
                Owners.Begin();
                PlanCrash();
                PlanJump();
            }

            PlanInspection();

            while (Loop.Step(Trouble))
            {
            }

            IsTroubled = false;
            _clients.Finish();
            Owners.Finish();
            foreach (var subscriber in _subscribers.Values)
            {
                subscriber.Recover();
            }

            if (Gateway is null)
            {
                Start();
            }

            var until = Loop.Elapsed + Peace;
            while (Loop.Step(until))
            {
            }

            Proof.Conclude(_clients);
        }
        catch (Exception failure) when (failure is not SimulationFailure)
        {
            throw new SimulationFailure(
                $"{failure.Message}\nSeed {Seed}, after {Loop.Elapsed} and {Crashes} crashes. Again: NARU_SIMULATION_SEED={Seed}", failure);
        }
    }

    /// <summary>The process dies: what it held in memory is gone, and so is what it was told.</summary>
    public void Crash()
    {
        Crashes++;
        Gateway?.Die();
        Gateway = null;
        foreach (var carrier in Carriers.Values)
        {
            carrier.GatewayDied();
        }

        _clients.ConnectionsLost();
        _readers.ForEach(r => r.ConnectionLost());
        var down = Chance.Hit(0.7) ? Chance.Milliseconds(5, 5000) : Chance.AnyMagnitude(TimeSpan.FromHours(3));
        Loop.After(down, () =>
        {
            if (Gateway is null)
            {
                Start();
            }
        });
    }

    private void Start()
    {
        Gateway = new GatewayRun(this);
        Apps.Tell(Gateway);
        foreach (var carrier in Carriers.Values)
        {
            carrier.Tell();
        }
    }

    private void PlanCrash() => Loop.After(Chance.Hit(0.5) ? Chance.AnyMagnitude(TimeSpan.FromMinutes(1)) : Chance.AnyMagnitude(TimeSpan.FromHours(20)), () =>
    {
        if (!IsTroubled)
        {
            return;
        }

        if (Gateway is not null)
        {
            Crash();
        }

        PlanCrash();
    });

    private void PlanInspection() => Loop.After(TimeSpan.FromMinutes(47), () =>
    {
        if (Gateway is { IsAlive: true } gateway && Loop.Elapsed - gateway.Since > TimeSpan.FromHours(1))
        {
            Proof.NothingForgotten(TimeSpan.FromMinutes(30));
        }

        PlanInspection();
    });

    private void PlanJump() => Loop.After(Chance.AnyMagnitude(TimeSpan.FromHours(30)), () =>
    {
        if (!IsTroubled)
        {
            return;
        }

        if (Chance.Hit(0.3))
        {
            Loop.Jump(Chance.AnyMagnitude(TimeSpan.FromHours(6)));
            Gateway?.ClockJumped();
        }

        PlanJump();
    });
}
