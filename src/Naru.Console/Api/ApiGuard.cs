using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Console.Parts;

namespace Naru.Console.Api;

/// <summary>What stands before every route of Naru's own for programs: no page of another site, and every fault as a problem, never as a stack trace.</summary>
internal static class ApiGuard
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await SameOrigin.FilterAsync(context, next);
        }
        catch (ApiProblemException fault)
        {
            return fault.Problem.Answer();
        }
        catch (BadHttpRequestException fault)
        {
            return new ApiProblem(fault.StatusCode, "The request cannot be read.").Answer();
        }
    }

    /// <summary>For what no credentials protect.</summary>
    public static ValueTask<object?> LoopbackOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Loopback.IsAllowed(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(OffLoopback.Answer());

    public static ApiProblem OffLoopback { get; } = new(
        StatusCodes.Status403Forbidden, "This is for this machine only; start Naru with --allow-remote to allow it from elsewhere.");
}
