using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Naru.Dialects.Sinch.Errors;

namespace Naru.Dialects.Sinch;

/// <summary>Operations that Sinch has and Naru has not yet: 501 with the resource's name, so that nobody looks for a wrong address.</summary>
internal static class NotServedRoutes
{
    public static void MapNotServed(this IEndpointRouteBuilder project, SinchDoor door)
    {
        project.NotServed(door, "events", "/events:send", "/events", "/events/{event_id}");
        project.NotServed(door, "capability", "/capability:query");
        project.NotServed(door, "messages:transcode", "/messages:transcode");
        project.NotServed(door, "consents", "/apps/{app_id}/consents/{list_type}", "/apps/{app_id}/consents/identities/{identity}");
        project.NotServed(door, "conversations:recent", "/conversations:recent");
        project.NotServed(door, "conversations:inject-message", "/conversations/{conversation_id}:inject-message");
        project.NotServed(door, "conversations:inject-event", "/conversations/{conversation_id}:inject-event");
        project.MapTemplatesNotServed(door);
    }

    public static void MapTemplatesNotServed(this IEndpointRouteBuilder project, SinchDoor door) =>
        project.NotServed(door, "templates", "/templates", "/templates/{template_id}", "/templates/{template_id}/translations");

    public static void MapBatchNotServed(this IEndpointRouteBuilder project, SinchDoor door)
    {
        project.NotServed(door, "batch contacts", "/contacts");
        project.NotServed(door, "batch consents", "/consents");
    }

    /// <summary>Whatever the method.</summary>
    private static void NotServed(this IEndpointRouteBuilder project, SinchDoor door, string resource, params ReadOnlySpan<string> paths)
    {
        var handle = door.Secured((context, _) => FaultAnswer.WriteAsync(context, SinchFault.NotServed(resource)));
        foreach (var path in paths)
        {
            project.Map(path, handle);
        }
    }
}
