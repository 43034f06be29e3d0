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
        project.Resource(
            "/contacts",
            ("GET", door.Secured(lists.ListAsync), ContactReference.List),
            ("POST", door.Secured(contacts.CreateAsync), ContactReference.Create));
        project.Resource("/contacts:getChannelProfile", ("POST", door.Secured(contacts.GetChannelProfileAsync), ContactReference.Profile));
        project.Resource("/contacts:identityConflicts", ("GET", door.Secured(lists.ListConflictsAsync), ContactReference.Conflicts));
        project.Resource($"/contacts/{{{ContactEndpoints.Parameter}}}:merge", ("POST", door.Secured(contacts.MergeAsync), ContactReference.Merge));
        project.Resource(
            $"/contacts/{{{ContactEndpoints.Parameter}}}",
            ("GET", door.Secured(contacts.GetAsync), ContactReference.Get),
            ("PATCH", door.Secured(contacts.UpdateAsync), ContactReference.Update),
            ("DELETE", door.Secured(contacts.DeleteAsync), ContactReference.Delete));
    }

    public static void AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<ContactEndpoints>();
        services.AddSingleton<ContactLists>();
    }
}
