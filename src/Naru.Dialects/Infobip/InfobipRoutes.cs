using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Infobip.Alim;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Engine.Reference;

namespace Naru.Dialects.Infobip;

/// <summary>The paths of the Infobip front door (contracts/infobip.md §2, §11).</summary>
public static class InfobipRoutes
{
    public static IEndpointRouteBuilder MapInfobip(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var door = services.GetRequiredService<InfobipDoor>();

        var alim = routes.MapGroup("/kakao-alim").WithTags("Infobip: AlimTalk");
        alim.Resource("/1/messages", ErrorFamily.Newer, ("POST", door.Secured(InfobipScopes.Messages, services.GetRequiredService<SendAlim>().HandleAsync), AlimReference.Send));
        alim.Resource("/1/reports", ErrorFamily.Newer, ("GET", door.Secured(InfobipScopes.Messages, services.GetRequiredService<PullAlimReports>().HandleAsync), AlimReference.Reports));
        alim.Resource("/1/logs", ErrorFamily.Newer, ("GET", door.SecuredAndLimited(InfobipScopes.Logs, services.GetRequiredService<ListAlimLogs>().HandleAsync), AlimReference.Logs));
        alim.NothingElse(ErrorFamily.Newer);

        var auth = routes.MapGroup("/auth/1").WithTags("Infobip: sign-in");
        auth.Resource(
            "/session",
            ErrorFamily.Older,
            ("POST", door.SignIn(ErrorFamily.Older, services.GetRequiredService<CreateSession>().HandleAsync), SignInReference.CreateSession),
            ("DELETE", door.SignIn(ErrorFamily.Older, services.GetRequiredService<DestroySession>().HandleAsync), SignInReference.DestroySession));
        auth.Resource("/oauth2/token", ErrorFamily.OAuth, ("POST", door.SignIn(ErrorFamily.OAuth, services.GetRequiredService<IssueOAuthToken>().HandleAsync), SignInReference.IssueToken));
        auth.NothingElse(ErrorFamily.Older);
        return routes;
    }

    /// <summary>A path with its operations; any other method is answered with 405 in the path's family.</summary>
    private static void Resource(this RouteGroupBuilder group, string path, ErrorFamily family, params (string Method, RequestDelegate Handle, Operation Described)[] operations)
    {
        foreach (var (method, handle, described) in operations)
        {
            group.MapMethods(path, [method], handle).Describe(described);
        }

        var allowed = string.Join(", ", operations.Select(operation => operation.Method));
        group.Map(path, context =>
        {
            context.Response.Headers.Allow = allowed;
            return FaultAnswer.WriteAsync(context, family, InfobipFault.MethodNotAllowed);
        });
    }

    /// <summary>Every other path under the prefix: 404 in its family.</summary>
    private static void NothingElse(this RouteGroupBuilder group, ErrorFamily family) =>
        group.Map("/{**path}", context => FaultAnswer.WriteAsync(context, family, InfobipFault.NotFound));
}
