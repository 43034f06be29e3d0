using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Assets;
using Naru.Console.Handset;
using Naru.Engine;

namespace Naru.Console;

public static class ConsoleRoutes
{
    /// <summary>The operator pages under <c>/console</c>, and in the demo and test modes the handset under <c>/handset</c>.</summary>
    public static IEndpointRouteBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        if (routes.ServiceProvider.GetRequiredService<GatewayModeOptions>().HasTestRoutes)
        {
            routes.MapHandset();
        }

        return routes;
    }
}
