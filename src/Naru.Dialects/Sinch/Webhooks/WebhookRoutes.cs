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
        project.Resource("/webhooks", ("POST", door.Secured(webhooks.CreateAsync), WebhookReference.Create));
        project.Resource(
            $"/webhooks/{{{WebhookEndpoints.Parameter}}}",
            ("GET", door.Secured(webhooks.GetAsync), WebhookReference.Get),
            ("PATCH", door.Secured(webhooks.UpdateAsync), WebhookReference.Update),
            ("DELETE", door.Secured(webhooks.DeleteAsync), WebhookReference.Delete));
        project.Resource($"/apps/{{{AppId.Parameter}}}/webhooks", ("GET", door.Secured(webhooks.ListAsync), WebhookReference.List));
    }

    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookTargets>();
        services.AddSingleton<WebhookEndpoints>();
    }
}
