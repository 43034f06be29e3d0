using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Carriers.Http;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Solapi;

public static class SolapiServices
{
    /// <summary>As settings name this kind of carrier.</summary>
    public const string CarrierType = "solapi";

    /// <summary>A Solapi account as a carrier, with its webhook (<see cref="CarrierWebhookRoutes.MapCarrierWebhooks"/>) and as a dealer. Several may stand side by side.</summary>
    /// <param name="section">Naru:Carriers:{name}.</param>
    public static IServiceCollection AddSolapi(this IServiceCollection services, string name, IConfigurationSection section, string dataFolder) =>
        services.AddSolapi(SolapiOptions.Read(name, section, dataFolder));

    public static IServiceCollection AddSolapi(this IServiceCollection services, SolapiOptions options)
    {
        services.AddKeyedSingleton(options.Name, (provider, _) => new SolapiCarrier(
            options, provider.GetRequiredService<WorkspaceDirectory>(), provider.GetRequiredService<GatewayClock>(), provider.GetRequiredService<IRandomSource>(),
            provider.GetRequiredService<ILogger<SolapiCarrier>>()));
        services.AddSingleton<ICarrier>(provider => provider.GetRequiredKeyedService<SolapiCarrier>(options.Name));
        services.AddSingleton<ICarrierWebhook>(provider => provider.GetRequiredKeyedService<SolapiCarrier>(options.Name));
        services.AddSingleton<IDealer>(provider => provider.GetRequiredKeyedService<SolapiCarrier>(options.Name));
        return services;
    }
}
