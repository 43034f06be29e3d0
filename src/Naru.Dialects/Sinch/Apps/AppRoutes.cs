using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Naru.Dialects.Sinch.Apps;

/// <summary>Apps (contracts/sinch.md §3.2).</summary>
internal static class AppRoutes
{
    public static void MapApps(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var apps = project.ServiceProvider.GetRequiredService<AppEndpoints>();
        project.Resource("/apps", ("GET", door.Secured(apps.ListAsync), AppReference.List), ("POST", door.Secured(apps.CreateAsync), AppReference.Create));
        project.Resource(
            $"/apps/{{{AppId.Parameter}}}",
            ("GET", door.Secured(apps.GetAsync), AppReference.Get),
            ("PATCH", door.Secured(apps.UpdateAsync), AppReference.Update),
            ("DELETE", door.Secured(apps.DeleteAsync), AppReference.Delete));
    }

    public static void AddApps(this IServiceCollection services)
    {
        services.AddSingleton<AppStates>();
        services.AddSingleton<AppEndpoints>();
    }
}
