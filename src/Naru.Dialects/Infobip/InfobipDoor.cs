using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Limits;

namespace Naru.Dialects.Infobip;

/// <summary>
/// What stands before every operation: credentials, scope, rate limit, and one net below it all, so that whatever goes wrong is answered in the
/// family of the path and nothing of it is told but an id.
/// </summary>
internal sealed class InfobipDoor(InfobipAuthenticator authenticator, InfobipRateLimits limits, ILogger<InfobipDoor> log)
{
    /// <summary>An operation for callers who have one of the scopes.</summary>
    public RequestDelegate Secured(ErrorFamily family, IReadOnlyList<string> scopes, Func<HttpContext, InfobipCaller, Task> handle) =>
        Caught(family, context => AdmitAsync(context, family, scopes, handle));

    /// <summary>As <see cref="Secured"/>, and at most 120 times a minute.</summary>
    public RequestDelegate SecuredLogs(ErrorFamily family, IReadOnlyList<string> scopes, Func<HttpContext, InfobipCaller, Task> handle) =>
        Limited(family, scopes, limits.LogsOf, handle);

    /// <summary>As <see cref="Secured"/>, and at most 10 times a minute.</summary>
    public RequestDelegate SecuredBrandTemplates(IReadOnlyList<string> scopes, Func<HttpContext, InfobipCaller, Task> handle) =>
        Limited(ErrorFamily.Newer, scopes, limits.BrandTemplatesOf, handle);

    /// <summary>As <see cref="Secured"/>, for applications and entities: once a second, where that is set.</summary>
    public RequestDelegate SecuredPlatform(IReadOnlyList<string> scopes, Func<HttpContext, InfobipCaller, Task> handle) =>
        Limited(ErrorFamily.Older, scopes, limits.PlatformOf, handle);

    /// <summary>As <see cref="Secured"/>, and at most 20 times in ten minutes.</summary>
    public RequestDelegate SecuredNewScenario(Func<HttpContext, InfobipCaller, Task> handle) => Limited(ErrorFamily.Older, InfobipScopes.Scenarios, limits.NewScenariosOf, handle);

    /// <summary>As <see cref="Secured"/>, and at most 40 times in ten minutes.</summary>
    public RequestDelegate SecuredScenarioChange(Func<HttpContext, InfobipCaller, Task> handle) =>
        Limited(ErrorFamily.Older, InfobipScopes.Scenarios, limits.ChangedScenariosOf, handle);

    /// <summary>A sign-in: credentials are its subject, so the limit hangs on the client's address.</summary>
    public RequestDelegate SignIn(ErrorFamily family, Func<HttpContext, Task> handle) =>
        Caught(family, context => limits.SignInsFrom(context) is { } wait
            ? InfobipRateLimits.RefuseAsync(context, family, wait)
            : handle(context));

    /// <param name="limit">Null where the credential may; else how long it should wait.</param>
    private RequestDelegate Limited(ErrorFamily family, IReadOnlyList<string> scopes, Func<long, TimeSpan?> limit, Func<HttpContext, InfobipCaller, Task> handle) =>
        Secured(family, scopes, (context, caller) => limit(caller.Credential.Id) is { } wait ? InfobipRateLimits.RefuseAsync(context, family, wait) : handle(context, caller));

    private async Task AdmitAsync(HttpContext context, ErrorFamily family, IReadOnlyList<string> scopes, Func<HttpContext, InfobipCaller, Task> handle)
    {
        var outcome = await authenticator.AuthenticateAsync(context);
        if (outcome.Later)
        {
            await InfobipRateLimits.RefuseAsync(context, family, TimeSpan.FromSeconds(1));
        }
        else if (outcome.Caller is not { } caller)
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.Unauthorized, outcome.Reasons);
        }
        else if (!caller.HasOneOf(scopes))
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.Forbidden);
        }
        else
        {
            await handle(context, caller);
        }
    }

    private RequestDelegate Caught(ErrorFamily family, RequestDelegate handle) => SafetyNet.Below(
        handle,
        log,
        (context, status) => FaultAnswer.WriteAsync(context, family, status switch
        {
            StatusCodes.Status408RequestTimeout => InfobipFault.RequestTimeout,
            StatusCodes.Status413PayloadTooLarge => InfobipFault.TooLarge,
            StatusCodes.Status500InternalServerError => InfobipFault.ServerError,
            _ => InfobipFault.BadRequest,
        }));
}
