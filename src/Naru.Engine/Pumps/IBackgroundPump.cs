namespace Naru.Engine.Pumps;

/// <summary>Something that runs beside the gateway from its start to its end.</summary>
public interface IBackgroundPump
{
    /// <summary>Ends by the token only.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
