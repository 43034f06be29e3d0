using Naru.Engine.Time;

namespace Naru.Console.Tests.Testing;

/// <summary>Where nothing is due on the way, the clock is there at once.</summary>
internal sealed class JumpingTime(GatewayClock clock) : ITimeTravel
{
    public Task TravelAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        clock.Advance(by);
        return Task.CompletedTask;
    }
}
