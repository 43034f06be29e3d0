using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Simulation;

/// <summary>An endpoint and its moods. It may take a push and fail to say so.</summary>
internal sealed class SimulatedSubscriber(int id, World world)
{
    private Mood _mood = Mood.Well;
    private TimeSpan _until;

    private enum Mood
    {
        Well,
        Moody,
        Broken,
        Busy,
        Picky,
    }

    public void Recover() => (_mood, _until) = (Mood.Well, TimeSpan.MaxValue);

    public (WebhookAnswer Answer, TimeSpan Took) Receive(Push push, ItemSet items)
    {
        push.EndpointId.ShouldBe(id);
        Feel();
        var took = world.Chance.Milliseconds(0.5, 200);
        var (answer, received) = _mood switch
        {
            Mood.Well => (new WebhookAnswer(200, "ok", null), true),
            Mood.Moody => Moody(ref took),
            Mood.Broken => (new WebhookAnswer(500, "no", null), false),
            Mood.Busy => (new WebhookAnswer(429, "later", world.Chance.AnyMagnitude(TimeSpan.FromHours(3))), false),
            Mood.Picky => world.Chance.Hit(0.3) ? (new WebhookAnswer(404, "not here", null), false) : (new WebhookAnswer(200, "ok", null), true),
            _ => throw new InvalidOperationException("No such mood."),
        };
        world.Proof.Received(push, items, answer, received);
        return (answer, took);
    }

    private (WebhookAnswer Answer, bool Received) Moody(ref TimeSpan took)
    {
        if (world.Chance.Hit(0.4))
        {
            return (new WebhookAnswer(204, null, null), true);
        }

        took = TimeSpan.FromSeconds(10);
        return (new WebhookAnswer(0, "no answer within 10 s", null), world.Chance.Hit(0.5));
    }

    private void Feel()
    {
        if (world.IsTroubled && world.Loop.Elapsed >= _until)
        {
            _mood = world.Chance.Pick([Mood.Well, Mood.Well, Mood.Moody, Mood.Broken, Mood.Busy, Mood.Picky]);
            _until = world.Loop.Elapsed + world.Chance.AnyMagnitude(_mood == Mood.Broken ? TimeSpan.FromHours(60) : TimeSpan.FromHours(8));
        }
    }
}
