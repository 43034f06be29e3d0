using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Console.Kakao;

/// <summary>The pictures of messages, for whoever looks at one. Their addresses cannot be guessed.</summary>
internal static class ImageRoutes
{
    public static void MapKakaoImages(this IEndpointRouteBuilder routes) => routes.MapGet(ImageShelf.Path + "/{id}", Show).ExcludeFromDescription();

    private static IResult Show(string id, HttpContext context, ImageShelf shelf)
    {
        if (shelf.Find(id) is not var (image, file))
        {
            return Results.NotFound();
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        return Results.File(file, image.ContentType);
    }
}
