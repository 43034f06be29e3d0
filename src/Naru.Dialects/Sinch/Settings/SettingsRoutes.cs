using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Naru.Dialects.Sinch.Settings;

/// <summary>The project's settings (contracts/sinch.md §3.6).</summary>
internal static class SettingsRoutes
{
    public static void MapSettings(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var settings = project.ServiceProvider.GetRequiredService<SettingsEndpoints>();
        project.Resource(
            "/settings",
            ("GET", door.Secured(settings.GetAsync), SettingsReference.Get),
            ("POST", door.Secured(settings.CreateAsync), SettingsReference.Create),
            ("PATCH", door.Secured(settings.UpdateAsync), SettingsReference.Update),
            ("DELETE", door.Secured(settings.DeleteAsync), SettingsReference.Delete));
    }

    public static void AddSettings(this IServiceCollection services) => services.AddSingleton<SettingsEndpoints>();
}
