using Microsoft.AspNetCore.Http;

namespace Naru.Console.Text;

/// <summary>In which zone a visitor reads times: what was chosen before, or Korea's.</summary>
public static class ZoneChoice
{
    private const string CookieName = "naru-zone";

    /// <summary>Korea has kept UTC+9 without summer time since 1988: where a small container has no time-zone data, this is still right.</summary>
    public static readonly ZonedTime Korea = new(
        Find("Asia/Seoul") ?? TimeZoneInfo.CreateCustomTimeZone("Asia/Seoul", KoreanTime.Offset, "Asia/Seoul", "Asia/Seoul"));

    public static readonly ZonedTime Utc = new(TimeZoneInfo.Utc);

    /// <summary>The zones that this machine knows, Korea's and UTC first; the others by name.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Korea.Name,
        Utc.Name,
        .. TimeZoneInfo.GetSystemTimeZones()
            .Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal) && zone.Id != Korea.Name && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => zone.Id)
            .Order(StringComparer.Ordinal),
    ];

    public static ZonedTime Of(HttpContext context) => Named(context.Request.Cookies[CookieName]) ?? Korea;

    /// <summary>Null where there is no such zone.</summary>
    public static ZonedTime? Named(string? name) => name is { Length: > 0 and <= 64 } && Names.Contains(name, StringComparer.Ordinal)
        ? name == Korea.Name ? Korea : Find(name) is { } zone ? new ZonedTime(zone) : null
        : null;

    public static void Remember(HttpContext context, ZonedTime zone) => context.Response.Cookies.Append(
        CookieName,
        zone.Name,
        new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/console",
        });

    private static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
