using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.Kakao;

/// <summary>
/// The JavaScript SDK calls kapi from the app's own pages and sends headers with every call, so each is preflighted (contracts/kakao-developers.md §1). Who may
/// call is decided by key, token and registered domain, never by a cookie: any origin may ask.
/// </summary>
internal sealed class KakaoCors : IStartupFilter
{
    private const string Headers = "KA, Authorization, Cache-Control, Pragma, Content-Type";

    private static readonly string[] s_ofLogin = [KakaoPaths.Token, KakaoPaths.Outcome, KakaoPaths.Configuration, KakaoPaths.Keys];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            var path = context.Request.Path;
            if (context.Request.Headers.Origin.Count == 0 || !(KakaoPaths.IsApi(path) || Array.Exists(s_ofLogin, one => path.StartsWithSegments(one, StringComparison.OrdinalIgnoreCase))))
            {
                return rest(context);
            }

            var headers = context.Response.Headers;
            headers.AccessControlAllowOrigin = "*";
            if (!HttpMethods.IsOptions(context.Request.Method) || context.Request.Headers.AccessControlRequestMethod.Count == 0)
            {
                headers.AccessControlExposeHeaders = "WWW-Authenticate";
                return rest(context);
            }

            headers.AccessControlAllowMethods = "GET, POST, DELETE, OPTIONS";
            headers.AccessControlAllowHeaders = Headers;
            headers.AccessControlMaxAge = "3600";
            context.Response.StatusCode = StatusCodes.Status200OK;
            return Task.CompletedTask;
        });
        next(app);
    };
}
