using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Naru.Carriers.Http;

/// <summary>A carrier whose reports come in over HTTP.</summary>
public interface ICarrierWebhook
{
    /// <summary>The carrier's configured name.</summary>
    string Name { get; }

    /// <summary>Verifies, brings the reports in, and answers as the dealer wants it; only after they are durable.</summary>
    Task HandleAsync(HttpContext context);
}

public static class CarrierWebhookRoutes
{
    /// <summary>The largest body taken, in bytes: a few thousand reports.</summary>
    public const long LargestBody = 8 * 1024 * 1024;

    /// <summary><c>POST /carriers/{name}/webhook</c> for each carrier that has one.</summary>
    public static IEndpointRouteBuilder MapCarrierWebhooks(this IEndpointRouteBuilder routes)
    {
        foreach (var webhook in routes.ServiceProvider.GetServices<ICarrierWebhook>())
        {
            routes.MapPost($"/carriers/{webhook.Name}/webhook", webhook.HandleAsync).WithTags("Carriers").ExcludeFromDescription();
        }

        return routes;
    }

    /// <summary>The body; null when it is too large.</summary>
    internal static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > LargestBody)
            {
                return null;
            }

            await body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
        }

        return body.ToArray();
    }
}
