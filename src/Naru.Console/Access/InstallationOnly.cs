using Microsoft.AspNetCore.Http;
using Naru.Console.Pages;

namespace Naru.Console.Access;

/// <summary>What concerns every workspace is seen by operators of the installation; others are answered as if it did not exist.</summary>
internal static class InstallationOnly
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Visitor.Of(context.HttpContext) is { IsInstallation: false } visitor ? Answers.NotFound(visitor) : await next(context);
}
