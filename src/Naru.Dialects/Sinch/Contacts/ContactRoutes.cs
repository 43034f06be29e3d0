using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>Contacts (contracts/sinch.md §3, §3.6).</summary>
internal static class ContactRoutes
{
    public static void MapContacts(this IEndpointRouteBuilder project, SinchDoor door)
    {
        var contacts = project.ServiceProvider.GetRequiredService<ContactEndpoints>();
        var lists = project.ServiceProvider.GetRequiredService<ContactLists>();
        project.Resource("/contacts", ("GET", door.Secured(lists.ListAsync)), ("POST", door.Secured(contacts.CreateAsync)));
        project.Resource("/contacts:getChannelProfile", ("POST", door.Secured(contacts.GetChannelProfileAsync)));
        project.Resource("/contacts:identityConflicts", ("GET", door.Secured(lists.ListConflictsAsync)));
        project.Resource($"/contacts/{{{ContactEndpoints.Parameter}}}:merge", ("POST", door.Secured(contacts.MergeAsync)));
        project.Resource(
            $"/contacts/{{{ContactEndpoints.Parameter}}}",
            ("GET", door.Secured(contacts.GetAsync)),
            ("PATCH", door.Secured(contacts.UpdateAsync)),
            ("DELETE", door.Secured(contacts.DeleteAsync)));
    }

    public static void AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<ContactEndpoints>();
        services.AddSingleton<ContactLists>();
    }
}
