using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Bizgo;

public static class BizgoServices
{
    /// <summary>As settings name this kind of carrier.</summary>
    public const string CarrierType = "bizgo";

    /// <summary>A Bizgo account as a carrier, with its webhook (<see cref="CarrierWebhookRoutes.MapCarrierWebhooks"/>) and as a dealer. Several may stand side by side.</summary>
    /// <param name="section">Naru:Carriers:{name}.</param>
    public static IServiceCollection AddBizgo(this IServiceCollection services, string name, IConfigurationSection section, string dataFolder) =>
        services.AddBizgo(BizgoOptions.Read(name, section, dataFolder));

    public static IServiceCollection AddBizgo(this IServiceCollection services, BizgoOptions options)
    {
        services.AddKeyedSingleton(options.Name, (provider, _) => new BizgoCarrier(
            options, provider.GetRequiredService<WorkspaceDirectory>(), provider.GetRequiredService<GatewayClock>(), provider.GetRequiredService<IRandomSource>(),
            provider.GetRequiredService<ILogger<BizgoCarrier>>()));
        services.AddSingleton<ICarrier>(provider => provider.GetRequiredKeyedService<BizgoCarrier>(options.Name));
        services.AddSingleton<ICarrierWebhook>(provider => provider.GetRequiredKeyedService<BizgoCarrier>(options.Name));
        services.AddSingleton<IDealer>(provider => provider.GetRequiredKeyedService<BizgoCarrier>(options.Name));
        return services;
    }
}
