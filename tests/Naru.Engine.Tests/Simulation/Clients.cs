using Naru.Core.Messages;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>
/// Everybody who sends. A request that got no answer is sent again where the client can (it has an idempotency key, or ids of its
/// own for every message), else it is given up: nobody knows, and the gateway must have all of it or nothing.
/// </summary>
internal sealed class Clients(World world)
{
    private readonly List<ClientRequest> _requests = [];
    private readonly HashSet<ClientRequest> _waiting = [];
    private bool _finished;

    public IReadOnlyList<ClientRequest> Requests => _requests;

    public void Begin() => Plan();

    public void Finish() => _finished = true;

    /// <summary>Everybody who waited for an answer sees the connection close.</summary>
    public void ConnectionsLost()
    {
        foreach (var request in _requests.Where(_waiting.Contains).ToArray())
        {
            Lost(request);
        }
    }

    private void Plan() => world.Loop.After(
        world.Chance.Hit(0.5) ? world.Chance.AnyMagnitude(TimeSpan.FromSeconds(5)) : world.Chance.AnyMagnitude(TimeSpan.FromHours(12)),
        () =>
        {
            if (_finished)
            {
                return;
            }

            for (var count = world.Chance.Hit(0.1) ? world.Chance.Between(1, 40) : 1; count > 0; count--)
            {
                var request = new ClientRequest(_requests.Count, world, _requests);
                _requests.Add(request);
                Send(request);
                if (request.IdempotencyKey is not null && world.Chance.Hit(0.05))
                {
                    // An impatient client: the same once more, while the first is on its way.
                    world.Loop.After(world.Chance.Milliseconds(0, 10), () => Send(request));
                }
            }

            Plan();
        });

    private void Send(ClientRequest request)
    {
        if (world.Gateway is not { IsAlive: true } gateway)
        {
            Again(request);
            return;
        }

        _waiting.Add(request);
        var ticket = new SubmissionTicket(request.Submission());
        ticket.OnAnswered = () =>
        {
            ticket.OnAnswered = null;
            var receipt = ticket.Result == SubmissionResultKind.Stored ? Receipt.Of(ticket, gateway.Ids) : ticket.Earlier;
            world.Proof.Answering(request, ticket.Result, receipt);
            world.Loop.After(world.Chance.Milliseconds(0.1, 20), () => Arrives(request, gateway, ticket.Result, receipt));
        };
        gateway.Tell(new EngineEvent.Submitted(ticket));
    }

    private void Arrives(ClientRequest request, GatewayRun gateway, SubmissionResultKind result, SubmissionReceipt? receipt)
    {
        if (!gateway.IsAlive)
        {
            // The connection closed with the process, and the client has seen that.
            return;
        }

        if (world.Mishap(0.03))
        {
            Lost(request);
            return;
        }

        _waiting.Remove(request);
        switch (result)
        {
            case SubmissionResultKind.Stored:
            case SubmissionResultKind.Replayed:
                receipt.ShouldNotBeNull();
                if (request.IdempotencyKey is not null && world.Mishap(0.1))
                {
                    world.Loop.After(world.Chance.AnyMagnitude(TimeSpan.FromHours(10)), () => Send(request));
                }

                break;
            case SubmissionResultKind.KeyReused:
                request.SharesItsKey.ShouldBeTrue("A key was called reused that was not.");
                break;
            case SubmissionResultKind.InFlight:
            case SubmissionResultKind.Refused:
            case SubmissionResultKind.QueueFull:
                Again(request);
                break;
            default:
                throw new InvalidOperationException($"No answer: {result}.");
        }
    }

    private void Lost(ClientRequest request)
    {
        _waiting.Remove(request);
        Again(request);
    }

    private void Again(ClientRequest request)
    {
        if (request.CanBeRepeated)
        {
            world.Loop.After(world.Chance.AnyMagnitude(TimeSpan.FromMinutes(10)), () => Send(request));
        }
    }
}
