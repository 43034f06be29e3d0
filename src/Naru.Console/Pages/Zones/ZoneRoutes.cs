using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Console.Text;

namespace Naru.Console.Pages.Zones;

/// <summary>In which zone this browser shows and takes times.</summary>
internal static class ZoneRoutes
{
    private const string Home = "/console";

    public static void MapZone(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/zone", (string? next, HttpContext context) =>
            new RazorComponentResult<ZonePage>(new { Visitor = Visitor.Of(context), Next = Ours(next) }));
        pages.MapPost("/zone", (HttpContext context, CancellationToken cancellationToken) => SaveAsync(context, cancellationToken));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (ZoneChoice.Named(form["zone"]) is not { } zone)
        {
            return Results.LocalRedirect(Home + "/zone");
        }

        ZoneChoice.Remember(context, zone);
        return Results.LocalRedirect(Ours(form["next"]));
    }

    /// <summary>Only pages of the console are gone back to.</summary>
    private static string Ours(string? next) =>
        next is { Length: < 2000 } && (next == Home || next.StartsWith(Home + "/", StringComparison.Ordinal)) && !next.Contains('\\', StringComparison.Ordinal) ? next : Home;
}
