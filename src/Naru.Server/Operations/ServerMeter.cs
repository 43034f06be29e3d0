using System.Diagnostics.Metrics;
using System.Reflection;
using Naru.Server.Operations.Health;

namespace Naru.Server.Operations;

/// <summary>What can be said of the process itself, under the meter <c>Naru.Server</c>.</summary>
internal sealed class ServerMeter
{
    public const string Name = "Naru.Server";

    public ServerMeter(IMeterFactory factory, Readiness readiness)
    {
        // The factory owns the meter and ends it with the application.
        var meter = factory.Create(Name);
        meter.CreateObservableGauge("naru.ready", () => readiness.Look().IsReady ? 1 : 0, description: "1 when /readyz answers 200, else 0");
        meter.CreateObservableGauge(
            "naru.build.info", () => new Measurement<int>(1, new KeyValuePair<string, object?>("version", Version)), description: "Always 1; the label says which version runs");
    }

    /// <summary>Such as <c>0.1.0</c>, without the commit.</summary>
    public static string Version { get; } =
        typeof(ServerMeter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
