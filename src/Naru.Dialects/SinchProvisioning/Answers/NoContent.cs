using Microsoft.AspNetCore.Http;

namespace Naru.Dialects.SinchProvisioning.Answers;

internal static class NoContent
{
    /// <summary>204: what was asked for is gone.</summary>
    public static Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
