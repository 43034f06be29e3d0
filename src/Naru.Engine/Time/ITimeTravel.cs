namespace Naru.Engine.Time;

/// <summary>Moves the gateway's clock as time itself would: from one thing that is due to the next, each done before the clock goes on.</summary>
public interface ITimeTravel
{
    /// <summary>Returns when the clock is there and everything that was due on the way has been done. Where it is cancelled, the clock stays where it came to.</summary>
    Task TravelAsync(TimeSpan by, CancellationToken cancellationToken);
}
