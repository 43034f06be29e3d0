using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Api;
using Naru.Engine;

namespace Naru.Console.Testing;

/// <summary>What test suites and the demo use: phones to read, disposable workspaces, faults on demand, the clock. In those two modes only.</summary>
public static class TestRoutes
{
    /// <summary>
    /// Needs beside it: the workspace directory, the gateway clock, <see cref="GatewayModeOptions"/>, and in the demo and test modes the
    /// gateway, the handset and the simulator's control.
    /// </summary>
    public static IServiceCollection AddTestRoutes(this IServiceCollection services)
    {
        services.AddSingleton<CredentialReader>();
        services.AddSingleton<KakaoCallOwner>();
        services.AddSingleton<TestCaller>();
        services.AddSingleton<FrontDoorFaults>();

        // By factory: outside the demo and test modes there is no simulator to give it, and nothing asks for it.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DisposableWorkspaces>(provider));
        return services;
    }

    /// <summary>Before the routes of the front doors.</summary>
    public static IApplicationBuilder UseFrontDoorFaults(this IApplicationBuilder app) =>
        HasTestRoutes(app.ApplicationServices) ? app.UseMiddleware<FrontDoorFaultMiddleware>() : app;

    public static IEndpointRouteBuilder MapTestRoutes(this IEndpointRouteBuilder routes)
    {
        if (!HasTestRoutes(routes.ServiceProvider))
        {
            return routes;
        }

        var guarded = routes.MapGroup("").AddEndpointFilter(ApiGuard.FilterAsync).WithTags(TestReference.Tag);
        guarded.MapHandsetApi();
        guarded.MapTestWorkspaces();
        guarded.MapFaults();
        guarded.MapKakaoFaults();
        guarded.MapClock();
        return routes;
    }

    private static bool HasTestRoutes(IServiceProvider services) => services.GetRequiredService<GatewayModeOptions>().HasTestRoutes;
}
