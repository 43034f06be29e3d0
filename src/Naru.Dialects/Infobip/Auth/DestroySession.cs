using Microsoft.AspNetCore.Http;
using Naru.Dialects.Infobip.Errors;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Auth;

/// <summary><c>DELETE /auth/1/session</c>: ends the session whose token is in the <c>IBSSO</c> header.</summary>
internal sealed class DestroySession(InfobipAuthenticator authenticator, WorkspaceDirectory directory)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (outcome, token) = await authenticator.AuthenticateSessionAsync(context);
        if (outcome.Caller is null)
        {
            await FaultAnswer.WriteAsync(context, ErrorFamily.Older, InfobipFault.Unauthorized, outcome.Reasons);
            return;
        }

        await directory.RevokeTokenAsync(token, context.RequestAborted);
        context.Response.ContentLength = 0;
    }
}
