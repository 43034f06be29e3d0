using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Pages.Alarms;
using Naru.Console.Text;
using Naru.Engine;
using Naru.Engine.Registry;

namespace Naru.Console.Access;

/// <summary>
/// Lets in who is signed in, and only to their own workspace: another one's address is answered like one that does not exist.
/// </summary>
internal static class SignedIn
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = http.RequestServices.GetRequiredService<SessionCookie>();
        var words = LanguageChoice.Of(http);
        var directory = http.RequestServices.GetRequiredService<WorkspaceDirectory>();
        if (await session.ReadAsync(http, http.RequestAborted) is not { } credential
            || directory.FindWorkspace(credential.Workspace) is not { } own)
        {
            return Results.Redirect(SignInRoutes.UrlFor(http.Request));
        }

        var visitor = new Visitor(credential, own, own, words, ZoneChoice.Of(http), FormToken.Make(http), Here(http.Request))
        {
            PlaysKakaoTalk = http.RequestServices.GetRequiredService<GatewayModeOptions>().HasTestRoutes,
        };
        if (http.Request.RouteValues.TryGetValue("workspace", out var named))
        {
            var shown = Guid.TryParse(named as string, out var id) ? directory.FindWorkspace(id) : null;
            if (shown is null || (shown.Id != own.Id && !visitor.IsInstallation))
            {
                return Results.NotFound();
            }

            visitor = visitor with { Workspace = shown };
        }

        visitor = visitor with { WaitingAlarms = http.RequestServices.GetRequiredService<AlarmReader>().Waiting(visitor) };
        http.Features.Set(visitor);
        return await next(context);
    }

    private static string Here(HttpRequest request)
    {
        if (!HttpMethods.IsGet(request.Method))
        {
            return "/console";
        }

        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != "lang"));
        return request.Path + query.ToString();
    }
}
