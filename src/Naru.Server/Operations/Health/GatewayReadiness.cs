using Naru.Engine.Pumps;

namespace Naru.Server.Operations.Health;

/// <summary>The gateway has opened its store and accepts.</summary>
internal sealed class GatewayReadiness(Gateway gateway) : IReadinessCheck
{
    public const string Starting = "The gateway has not opened its store yet.";
    public const string StoreFailed = "The store failed; nothing is accepted until a restart. The log has the cause.";

    public string? WhyNot() => Judge(gateway.IsReady, gateway.Broken.IsCompleted);

    internal static string? Judge(bool ready, bool broken) => broken ? StoreFailed : ready ? null : Starting;
}

/// <summary>From the first moment of a stop, so that a balancer sends nothing more while what is in flight is finished.</summary>
internal sealed class StoppingReadiness(IHostApplicationLifetime lifetime) : IReadinessCheck
{
    public const string Stopping = "The gateway is stopping.";

    public string? WhyNot() => lifetime.ApplicationStopping.IsCancellationRequested ? Stopping : null;
}
