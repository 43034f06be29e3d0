using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Dialects.Http;
using Naru.Dialects.Sinch;
using Naru.Dialects.Sinch.Auth;
using Naru.Dialects.Sinch.Limits;
using Naru.Dialects.SinchProvisioning.Errors;

namespace Naru.Dialects.SinchProvisioning;

/// <summary>
/// What stands before every operation: the credentials of the Conversation API, the project, its rate limit, and one net below it all.
/// </summary>
internal sealed class ProvisioningDoor(SinchAuthenticator authenticator, SinchRateLimits limits, ILogger<ProvisioningDoor> log)
{
    /// <param name="otherProject">What is answered where the project is not the caller's: whether there is such a project is nobody else's business.</param>
    public RequestDelegate Secured(Func<HttpContext, SinchCaller, Task> handle, ProvisioningError? otherProject = null) => SafetyNet.Below(
        context => AdmitAsync(context, handle, otherProject ?? ProvisioningError.Unauthorized), log, static (context, status) => ErrorAnswer.WriteAsync(context, ProvisioningError.Of(status)));

    private async Task AdmitAsync(HttpContext context, Func<HttpContext, SinchCaller, Task> handle, ProvisioningError otherProject)
    {
        var outcome = authenticator.Authenticate(context);
        if (outcome.Caller is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = outcome.Challenge;
            await ErrorAnswer.WriteAsync(context, ProvisioningError.Of(outcome.Fault!.Status) with { Message = outcome.Fault.Message });
        }
        else if (!Guid.TryParseExact(context.Request.RouteValues[ProvisioningPaths.ProjectId] as string, "D", out var project) || project != caller.Workspace.PublicId)
        {
            await ErrorAnswer.WriteAsync(context, otherProject);
        }
        else if (!limits.TakeRequest(caller.Workspace.Id))
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.TooManyRequests);
        }
        else
        {
            await handle(context, caller);
        }
    }
}
