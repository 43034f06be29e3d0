using Microsoft.AspNetCore.Http;
using Naru.Console.Api;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Console.Testing;

/// <summary>
/// Lets the faults that a test ordered happen, before any front door sees the call: an error in the dialect's own words, or silence. A
/// call belongs to the workspace of its credentials, or of the Kakao app whose key or token it brings; one without any is never hit.
/// </summary>
internal sealed class FrontDoorFaultMiddleware(
    RequestDelegate next, FrontDoorFaults faults, CredentialReader credentials, KakaoCallOwner kakao, IEnumerable<IFrontDoorErrorWriter> writers, GatewayClock clock)
{
    /// <summary>Naru's own addresses, which no company calls.</summary>
    private static readonly string[] OwnPaths = ["/console", "/handset", "/test", "/simulator", "/livez", "/readyz", "/metrics"];

    private readonly IFrontDoorErrorWriter[] _writers = [.. writers];

    public Task InvokeAsync(HttpContext context) => faults.Any && IsFrontDoor(context.Request.Path) ? CheckAsync(context) : next(context);

    private async Task CheckAsync(HttpContext context)
    {
        var workspace = (await credentials.FindAsync(context.Request, context.RequestAborted))?.Workspace ?? await kakao.FindAsync(context.Request, context.RequestAborted);
        var fault = workspace is { } owner
            ? faults.Take(owner, context.Request.Path.Value ?? "/")
            : null;
        switch (fault)
        {
            case null:
                await next(context);
                break;
            case { Status: { } status }:
                await AnswerAsync(context, status);
                break;
            default:
                await HangAsync(context, fault.HangFor);
                break;
        }
    }

    private async Task AnswerAsync(HttpContext context, int status)
    {
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        if (Array.Find(_writers, writer => writer.Serves(context.Request.Path)) is { } writer)
        {
            await writer.WriteAsync(context, status);
            return;
        }

        await new ApiProblem(status, "A test ordered this answer.").Answer().ExecuteAsync(context);
    }

    /// <summary>A client that gives up meanwhile was never heard; one that waits is served.</summary>
    private async Task HangAsync(HttpContext context, TimeSpan length)
    {
        try
        {
            await Task.Delay(length, clock.System, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await next(context);
    }

    private static bool IsFrontDoor(PathString path) =>
        !Array.Exists(OwnPaths, own => path.StartsWithSegments(own, StringComparison.OrdinalIgnoreCase));
}
