using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Text;

namespace Naru.Console.Access;

/// <summary>Every form of the console proves that it came from one of its pages.</summary>
internal static class FormToken
{
    public static string Make(HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return await next(context);
        }

        return http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await next(context)
            : Results.Text(LanguageChoice.Of(http).Shell.FormIsStale, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);
    }
}
