using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Dialects.Http;
using Naru.Dialects.Sinch.Auth;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Limits;

namespace Naru.Dialects.Sinch;

/// <summary>What stands before every operation: credentials, the project, its rate limit, and one net below it all.</summary>
internal sealed class SinchDoor(SinchAuthenticator authenticator, SinchRateLimits limits, ILogger<SinchDoor> log)
{
    /// <summary>An operation under <see cref="SinchPaths.Project"/>, for callers of that project.</summary>
    public RequestDelegate Secured(Func<HttpContext, SinchCaller, Task> handle) =>
        SafetyNet.Below(
            context => AdmitAsync(context, authenticator.Authenticate(context), handle), log, static (context, status) => FaultAnswer.WriteAsync(context, SinchFault.Of(status)));

    /// <summary>The same, for operations that take no Basic.</summary>
    public RequestDelegate SecuredByToken(Func<HttpContext, SinchCaller, Task> handle) =>
        SafetyNet.Below(
            context => AdmitAsync(context, authenticator.AuthenticateToken(context), handle), log, static (context, status) => FaultAnswer.WriteAsync(context, SinchFault.Of(status)));

    /// <summary>The token endpoint: credentials are its subject, and it speaks of errors as OAuth does.</summary>
    public RequestDelegate SignIn(RequestDelegate handle) =>
        SafetyNet.Below(handle, log, static (context, status) => OAuthFault.Of(status).WriteAsync(context));

    private async Task AdmitAsync(HttpContext context, AuthOutcome outcome, Func<HttpContext, SinchCaller, Task> handle)
    {
        if (outcome.Caller is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = outcome.Challenge;
            await FaultAnswer.WriteAsync(context, outcome.Fault!);
        }
        else if (!IsOf(caller, context.Request.RouteValues[SinchPaths.ProjectId] as string))
        {
            // Whether there is such a project is nobody else's business.
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Project"));
        }
        else if (!limits.TakeRequest(caller.Workspace.Id))
        {
            await FaultAnswer.WriteAsync(context, SinchFault.TooManyRequests);
        }
        else
        {
            await handle(context, caller);
        }
    }

    private static bool IsOf(SinchCaller caller, string? project) => Guid.TryParseExact(project, "D", out var id) && id == caller.Workspace.PublicId;
}
