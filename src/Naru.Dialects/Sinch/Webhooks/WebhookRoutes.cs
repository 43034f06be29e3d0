using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Sinch.Apps;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>Webhooks (contracts/sinch.md §3.7).</summary>
internal static class WebhookRoutes
{
    public static void MapWebhooks(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var webhooks = project.ServiceProvider.GetRequiredService<WebhookEndpoints>();
        project.Resource("/webhooks", ("POST", door.Secured(webhooks.CreateAsync)));
        project.Resource(
            $"/webhooks/{{{WebhookEndpoints.Parameter}}}",
            ("GET", door.Secured(webhooks.GetAsync)),
            ("PATCH", door.Secured(webhooks.UpdateAsync)),
            ("DELETE", door.Secured(webhooks.DeleteAsync)));
        project.Resource($"/apps/{{{AppId.Parameter}}}/webhooks", ("GET", door.Secured(webhooks.ListAsync)));
    }

    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton<WebhookEndpoints>();
    }
}
