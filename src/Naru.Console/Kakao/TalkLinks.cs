using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Naru.Console.Kakao;

/// <summary>
/// Universal links into KakaoTalk, as the JavaScript SDK follows them on an iPhone: <c>/scheme/</c>, the app's own link, and for some <c>&amp;web=</c> with the address for
/// whoever has no KakaoTalk. Here nobody has it: a login goes to that address, and a share to the picker, which stands in for KakaoTalk's.
/// </summary>
internal static class TalkLinks
{
    private const string Prefix = "/scheme/";
    private const string Web = "&web=";
    private const string Share = "kakaolink://send?";

    public static void MapTalkLinks(this IEndpointRouteBuilder pages) => pages.MapGet(Prefix + "{**link}", Follow);

    private static IResult Follow(HttpContext context)
    {
        // The link is one escaped piece of the path, slashes and all; the router has unescaped a part of it.
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var start = raw.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase) + Prefix.Length;
        var web = raw.IndexOf(Web, start, StringComparison.Ordinal);
        var link = Uri.UnescapeDataString(web < 0 ? raw[start..] : raw[start..web]);
        return link.StartsWith(Share, StringComparison.Ordinal) ? ToPicker(link[Share.Length..])
            : web >= 0 && LoginPage(context.Request, Uri.UnescapeDataString(raw[(web + Web.Length)..])) is { } login ? Results.Redirect(login)
            : Results.NotFound();
    }

    /// <summary>What the link carries was validated before, so its id opens it again.</summary>
    private static IResult ToPicker(string query)
    {
        var fields = QueryHelpers.ParseQuery(query);
        string Of(string name) => fields.GetValueOrDefault(name).ToString();
        var extras = KakaoLinkExtras.Read(Of("extras"));
        return Results.Redirect(QueryHelpers.AddQueryString("/talk/friends/picker/easylink", new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["app_key"] = Of("appkey"),
            ["ka"] = extras.Ka,
            ["validation_action"] = "custom",
            ["validation_params"] = KakaoLinkExtras.Validated(Of("template_id"), Of("template_args")),
            ["lcba"] = extras.ServerArguments,
        }));
    }

    /// <summary>Only our own page: this is no way to send a browser elsewhere.</summary>
    private static string? LoginPage(HttpRequest request, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value && uri.AbsolutePath == "/oauth/authorize" ? uri.PathAndQuery : null;
}
