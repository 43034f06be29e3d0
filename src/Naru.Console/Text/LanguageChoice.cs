using Microsoft.AspNetCore.Http;

namespace Naru.Console.Text;

/// <summary>Which language a visitor reads: the switch (<c>?lang=</c>), what it was set to before, the browser's wish, English.</summary>
public static class LanguageChoice
{
    private const string CookieName = "naru-lang";

    public static Words Of(HttpContext context)
    {
        var asked = Parse(context.Request.Query["lang"]);
        if (asked is { } language)
        {
            Remember(context, language);
            return Words.In(language);
        }

        return Words.In(Parse(context.Request.Cookies[CookieName]) ?? Preferred(context.Request) ?? Language.English);
    }

    private static void Remember(HttpContext context, Language language) => context.Response.Cookies.Append(
        CookieName,
        Words.In(language).Tag,
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });

    private static Language? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(wish => wish.Quality is not 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => Parse(wish.Value.Value))
        .FirstOrDefault(language => language is not null);

    private static Language? Parse(string? text) => text switch
    {
        null => null,
        _ when Is(text, "ko") => Language.Korean,
        _ when Is(text, "en") => Language.English,
        _ => null,
    };

    private static bool Is(string text, string tag) =>
        text.StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (text.Length == tag.Length || text[tag.Length] == '-');
}
