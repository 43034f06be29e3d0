using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>Messages (contracts/sinch.md §3.1, §3.3, §3.6).</summary>
internal static class MessageRoutes
{
    public static void MapMessages(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var services = project.ServiceProvider;
        var message = services.GetRequiredService<MessageEndpoints>();
        project.Resource("/messages:send", ("POST", door.Secured(services.GetRequiredService<SendMessage>().HandleAsync), MessageReference.Send));
        project.Resource("/messages:fetch-last-message", ("POST", door.Secured(services.GetRequiredService<FetchLastMessages>().HandleAsync), MessageReference.FetchLast));
        project.Resource("/messages", ("GET", door.Secured(services.GetRequiredService<ListMessages>().HandleAsync), MessageReference.List));
        project.Resource(
            $"/messages/{{{MessageEndpoints.Parameter}}}",
            ("GET", door.Secured(message.GetAsync), MessageReference.Get),
            ("PATCH", door.Secured(message.UpdateAsync), MessageReference.Update),
            ("DELETE", door.Secured(message.DeleteAsync), MessageReference.Delete));
    }

    public static void AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<SendReader>();
        services.AddSingleton<ChannelChoice>();
        services.AddSingleton<SendPlanner>();
        services.AddSingleton<SendMessage>();
        services.AddSingleton<MessageViews>();
        services.AddSingleton<MessageScan>();
        services.AddSingleton<MessageEndpoints>();
        services.AddSingleton<ListMessages>();
        services.AddSingleton<FetchLastMessages>();
    }
}
