using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary>Conversations (contracts/sinch.md §3, §3.6).</summary>
internal static class ConversationRoutes
{
    public static void MapConversations(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var conversations = project.ServiceProvider.GetRequiredService<ConversationEndpoints>();
        var lists = project.ServiceProvider.GetRequiredService<ConversationLists>();
        project.Resource(
            "/conversations",
            ("GET", door.Secured(lists.ListAsync), ConversationReference.List),
            ("POST", door.Secured(conversations.CreateAsync), ConversationReference.Create));
        project.Resource($"/conversations/{{{ConversationEndpoints.Parameter}}}:stop", ("POST", door.Secured(conversations.StopAsync), ConversationReference.Stop));
        project.Resource(
            $"/conversations/{{{ConversationEndpoints.Parameter}}}",
            ("GET", door.Secured(conversations.GetAsync), ConversationReference.Get),
            ("PATCH", door.Secured(conversations.UpdateAsync), ConversationReference.Update),
            ("DELETE", door.Secured(conversations.DeleteAsync), ConversationReference.Delete));
    }

    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ConversationLists>();
    }
}
