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

        foreach (var path in new[] { "/picker/link", "/talk/friends/picker/link" }.Concat(FriendPickerRoutes.Pickers.Keys))
        {
            pages.MapPost(path, SendOnAsync);
        }
    }

    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await ToAsync(context.HttpContext) ?? await next(context);

    private static async Task SendOnAsync(HttpContext context) => await (await ToAsync(context) ?? Results.NotFound()).ExecuteAsync(context);

    /// <summary>Null: it is not Kakao's to answer. A form is sent on as a form.</summary>
    private static async ValueTask<IResult?> ToAsync(HttpContext context)
    {
        var (request, services) = (context.Request, context.RequestServices);
        var isForm = HttpMethods.IsPost(request.Method);
        var (host, name) = Of(request.Path, Service<KakaoHosts>());
        var key = isForm && request.HasFormContentType && !IsLogin(request.Path) ? (await request.ReadFormAsync(context.RequestAborted))[name] : request.Query[name];
        if (Service<KakaoDirectory>().FindKey(key.ToString()) is not var (app, kind) || kind == AppKeyKind.Admin || app.AnsweredBy != AnsweredBy.Kakao)
        {
            return null;
        }

        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Redirect(new Uri(host, request.Path + request.QueryString).AbsoluteUri, permanent: false, preserveMethod: isForm);

        T Service<T>()
            where T : notnull => (T)services.GetService(typeof(T))!;
    }

    private static bool IsLogin(PathString path) => path.StartsWithSegments("/oauth", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whose page it is, and in which member it names the app.</summary>
    private static (Uri Host, string Name) Of(PathString path, KakaoHosts hosts) =>
        IsLogin(path) ? (hosts.Kauth, "client_id")
        : FriendPickerRoutes.Pickers.ContainsKey(path.Value ?? "") ? (hosts.Picker, "appKey")
        : (hosts.Sharer, "app_key");
}
