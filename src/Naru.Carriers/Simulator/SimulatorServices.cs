using Microsoft.Extensions.DependencyInjection;
using Naru.Carriers.Simulator.Review;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;

namespace Naru.Carriers.Simulator;

public static class SimulatorServices
{
    /// <summary>
    /// The simulator as a carrier, as the phones and as their control: one object. Needs the workspace directory and the gateway clock;
    /// who runs the carriers runs it too (<see cref="ICarrier.RunAsync"/>), else nothing that is due later happens.
    /// </summary>
    public static IServiceCollection AddSimulator(this IServiceCollection services, Func<IServiceProvider, SimulatorOptions> options)
    {
        services.AddSingleton(options);
        services.AddSingleton<SimulatorCarrier>();
        services.AddSingleton<ICarrier>(provider => provider.GetRequiredService<SimulatorCarrier>());
        services.AddSingleton<IHandset>(provider => provider.GetRequiredService<SimulatorCarrier>());
        services.AddSingleton<ISimulatorControl>(provider => provider.GetRequiredService<SimulatorCarrier>());
        services.AddSingleton<ISenderCodes>(provider => provider.GetRequiredService<SimulatorCarrier>());
        services.AddSingleton<ITalkPhones>(provider => provider.GetRequiredService<SimulatorCarrier>());
        services.AddSingleton<Reviewer>();
        services.AddSingleton<IReviewControl>(provider => provider.GetRequiredService<Reviewer>());
        services.AddSingleton<IBackgroundPump>(provider => provider.GetRequiredService<Reviewer>());
        return services;
    }

    public static IServiceCollection AddSimulator(this IServiceCollection services, SimulatorOptions options) => services.AddSimulator(_ => options);
}
