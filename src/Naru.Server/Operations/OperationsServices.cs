using Microsoft.Extensions.DependencyInjection.Extensions;
using Naru.Engine.Pumps;
using Naru.Server.Operations.Health;
using Naru.Server.Operations.Metrics;

namespace Naru.Server.Operations;

/// <summary>What an operator asks of the process: is it up, does it want traffic, how much does it do.</summary>
public static class OperationsServices
{
    /// <summary>Expects <c>Gateway</c> among the services.</summary>
    /// <exception cref="InvalidOperationException">A setting has a value that it cannot have; the text names both.</exception>
    public static IServiceCollection AddNaruOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddNaruMetrics(configuration);
        services.AddSingleton<IReadinessCheck, StoppingReadiness>();
        services.AddSingleton<IReadinessCheck, GatewayReadiness>();
        services.AddHostedService(static provider => ActivatorUtilities.CreateInstance<EndWhenStoreFails>(provider, provider.GetRequiredService<Gateway>().Broken));
        return services;
    }

    /// <summary><c>/livez</c>, <c>/readyz</c> and <c>/metrics</c>: open to everybody who reaches the port, and without anybody's data.</summary>
    public static IEndpointRouteBuilder MapOperations(this IEndpointRouteBuilder routes)
    {
        // Counters start with the collector, so it is made here, before the first request and before the gateway starts.
        routes.ServiceProvider.GetRequiredService<MetricsCollector>();
        routes.ServiceProvider.GetRequiredService<ServerMeter>();
        var operations = routes.MapGroup("").WithTags("Operations");
        operations.MapHealth();
        operations.MapMetrics();
        return routes;
    }

    internal static void AddNaruMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(MetricsOptions.From(configuration));
        services.AddSingleton<MetricsCollector>();
        services.AddSingleton<ServerMeter>();
        services.AddSingleton<Readiness>();
    }
}
