using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Assets;
using Naru.Engine.Kakao;

namespace Naru.Console.Kakao;

/// <summary>
/// The frames that the JavaScript SDK 1.x puts into an app's page and calls through easyXDM: one for kapi's operations, one for logins. What they do they do as any
/// caller would, with the key and token that the page gives them; there is no cookie in it, so any page may hold them.
/// </summary>
internal static class SdkFrames
{
    public static void MapSdkFrames(this IEndpointRouteBuilder routes)
    {
        var frames = routes.MapGroup("").ExcludeFromDescription();
        frames.MapGet("/cors", (HttpContext context) => Frame(context, "cors.js"));
        frames.MapGet("/public/widget/login/kakaoLoginWidget.html", (HttpContext context) => Frame(context, "loginwidget.js"));
        frames.MapGet("/public/widget/login/{language}/{name}", LoginButton);
    }

    private static IResult Frame(HttpContext context, string script)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return Results.Content($"<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Naru</title><script type=\"module\" src=\"{AssetCatalogue.Url(script)}\"></script></html>", "text/html; charset=utf-8");
    }

    /// <summary>What <c>createLoginButton</c> shows: <c>kr_02_medium.png</c>, <c>_press</c> under the pointer. Drawn, under the name that the SDK asks for.</summary>
    private static IResult LoginButton(string language, string name)
    {
        int? width = name.Split('_') is [_, var size, ..] ? size switch { "01" => 300, "02" => 222, "03" => 180, _ => null } : null;
        return width is int wide && language is "kr" or "en"
            ? Results.Content(LoginButtonImage.Svg(language == "kr" ? "카카오 로그인" : "Log in with Kakao", wide, name.Contains("_press", StringComparison.Ordinal)), "image/svg+xml")
            : Results.NotFound();
    }
}
