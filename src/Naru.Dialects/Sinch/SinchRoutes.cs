using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Sinch.Apps;
using Naru.Dialects.Sinch.Auth;
using Naru.Dialects.Sinch.Batch;
using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Conversations;
using Naru.Dialects.Sinch.Messages;
using Naru.Dialects.Sinch.Settings;
using Naru.Dialects.Sinch.Webhooks;

namespace Naru.Dialects.Sinch;

/// <summary>The paths of the Sinch front door: tokens, the Conversation API and Batch on one origin (contracts/sinch.md §1, §3).</summary>
public static class SinchRoutes
{
    public static IEndpointRouteBuilder MapSinch(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var door = services.GetRequiredService<SinchDoor>();

        var tokens = routes.MapGroup("").WithTags("Sinch: sign-in");
        tokens.Resource("/oauth2/token", ("POST", door.SignIn(services.GetRequiredService<IssueToken>().HandleAsync), TokenReference.Issue));

        // One resource a line, each in its own folder.
        var project = routes.MapGroup(SinchPaths.Project).WithTags("Sinch: Conversation API");
        project.MapApps(door);
        project.MapWebhooks(door);
        project.MapSettings(door);
        project.MapMessages(door);
        project.MapContacts(door);
        project.MapConversations(door);
        project.MapNotServed(door);
        routes.MapGroup(SinchPaths.TemplatesProject).WithTags("Sinch: templates").MapTemplatesNotServed(door);

        routes.MapGroup(SinchPaths.BatchProject).WithTags("Sinch: Batch API").MapBatch(door);

        routes.NothingElse(SinchPaths.Tokens);
        routes.NothingElse(SinchPaths.V1);
        routes.NothingElse(SinchPaths.V2);
        routes.NothingElse(SinchPaths.BatchV1);
        return routes;
    }
}
