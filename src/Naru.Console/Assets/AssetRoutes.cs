using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Naru.Console.Assets;

internal static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{AssetCatalogue.Path}/{{name}}", Serve).ExcludeFromDescription();

    private static IResult Serve(string name, string? v, HttpContext context)
    {
        if (AssetCatalogue.Find(name) is not { } asset)
        {
            return Results.NotFound();
        }

        // A module imports another by its plain name: that one is asked again each time, and answered with 304.
        context.Response.Headers.CacheControl = v == asset.Fingerprint ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Fingerprint}\""));
    }
}
