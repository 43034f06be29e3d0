using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Handset;

namespace Naru.Console;

public static class ConsoleServices
{
    /// <summary>What the pages need. Register the engine's services beside it.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // By factory: outside the demo and test modes there is no handset to give it, and nothing asks for it.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<HandsetReader>(provider));
        return services;
    }
}
