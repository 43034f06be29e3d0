using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Smpp;

public static class SmppServices
{
    /// <summary>As settings name this kind of carrier.</summary>
    public const string CarrierType = "smpp";

    /// <summary>
    /// An account over SMPP. Needs the gateway clock, a random source and, for incoming texts, an <see cref="IInboundSink"/>. Throws
    /// <see cref="InvalidOperationException"/> with the path of a setting that cannot be used.
    /// </summary>
    public static IServiceCollection AddSmpp(this IServiceCollection services, string name, IConfigurationSection section, string dataFolder)
    {
        var options = SmppOptionsReader.Read(name, section, dataFolder);
        return services.AddSingleton<ICarrier>(provider => new SmppCarrier(
            options, provider.GetRequiredService<GatewayClock>(), provider.GetRequiredService<IRandomSource>(), provider.GetService<IInboundSink>(),
            provider.GetRequiredService<ILogger<SmppCarrier>>(),
            () => provider.GetRequiredService<WorkspaceDirectory>().FindCarrierSecret(name, nameof(SmppOptions.Password))?.Value));
    }
}
