namespace Naru.Engine.Tests.Simulation;

/// <summary>A promise was broken. The text ends with how to see it again.</summary>
public sealed class SimulationFailure : Exception
{
    public SimulationFailure()
    {
    }

    public SimulationFailure(string message)
        : base(message)
    {
    }

    public SimulationFailure(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
