using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Core.Kakao;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;

namespace Naru.Console.Kakao;

/// <summary>
/// The pages of apps that Kakao itself answers are Kakao's: the browser is sent there with what it brought. Real people sign in with Kakao alone, so Naru never
/// sees a password, and the redirect address stays the app's own.
/// </summary>
internal static class OutsideRedirect
{
    /// <summary>Where KakaoTalk is not played there is nothing else at these addresses.</summary>
    public static void MapKakaoOutside(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription();
        foreach (var path in new[] { "/oauth/authorize", "/oauth/logout", "/talk/friends/picker/easylink" })
        {
            pages.MapGet(path, SendOnAsync);
        }

        pages.MapPost("/picker/link", SendOnAsync);
        pages.MapPost("/talk/friends/picker/link", SendOnAsync);
    }

    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await ToAsync(context.HttpContext) ?? await next(context);

    private static async Task SendOnAsync(HttpContext context) => await (await ToAsync(context) ?? Results.NotFound()).ExecuteAsync(context);

    /// <summary>Null: it is not Kakao's to answer. A form is sent on as a form.</summary>
    private static async ValueTask<IResult?> ToAsync(HttpContext context)
    {
        var (request, services) = (context.Request, context.RequestServices);
        var isLogin = request.Path.StartsWithSegments("/oauth", StringComparison.OrdinalIgnoreCase);
        var isForm = HttpMethods.IsPost(request.Method);
        var key = isLogin ? request.Query["client_id"] : isForm && request.HasFormContentType ? (await request.ReadFormAsync(context.RequestAborted))["app_key"] : request.Query["app_key"];
        if (Service<KakaoDirectory>().FindKey(key.ToString()) is not var (app, kind) || kind == AppKeyKind.Admin || app.AnsweredBy != AnsweredBy.Kakao)
        {
            return null;
        }

        var hosts = Service<KakaoHosts>();
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Redirect(new Uri(isLogin ? hosts.Kauth : hosts.Sharer, request.Path + request.QueryString).AbsoluteUri, permanent: false, preserveMethod: isForm);

        T Service<T>()
            where T : notnull => (T)services.GetService(typeof(T))!;
    }
}
