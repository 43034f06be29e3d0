using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Console.Parts;

namespace Naru.Console.Testing;

/// <summary>What stands before every test route: no page of another site, and every fault as a problem, never as a stack trace.</summary>
internal static class TestGuard
{
    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        try
        {
            return await SameOrigin.FilterAsync(context, next);
        }
        catch (TestProblemException fault)
        {
            return fault.Problem.Answer();
        }
        catch (BadHttpRequestException fault)
        {
            return new TestProblem(fault.StatusCode, "The request cannot be read.").Answer();
        }
    }

    /// <summary>For what no credentials protect.</summary>
    public static ValueTask<object?> LoopbackOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Loopback.IsAllowed(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(OffLoopback.Answer());

    public static TestProblem OffLoopback { get; } = new(
        StatusCodes.Status403Forbidden, "This is for this machine only; start Naru with --allow-remote to allow it from elsewhere.");
}
