using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Auth;

/// <summary><c>POST /auth/1/session</c>: a token for the <c>IBSSO</c> header, good for an hour after its last use.</summary>
internal sealed class CreateSession(InfobipAuthenticator authenticator, WorkspaceDirectory directory)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await FaultAnswer.WriteAsync(context, ErrorFamily.Older, InfobipFault.UnsupportedMediaType);
            return;
        }

        var faults = new ShapeFaults();
        SessionRequest request;
        using (var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSmallBytes, context.RequestAborted))
        {
            if (body is null)
            {
                await FaultAnswer.WriteAsync(context, ErrorFamily.Older, InfobipFault.TooLarge);
                return;
            }

            request = SessionRequest.Read(body.Span, faults);
        }

        if (faults.Any)
        {
            await FaultAnswer.WriteAsync(context, ErrorFamily.Older, InfobipFault.BadRequest, faults.All);
            return;
        }

        var outcome = authenticator.CheckPassword(context, CredentialKind.User, request.UserName, request.Password);
        if (outcome.Caller is not { } caller)
        {
            await FaultAnswer.WriteAsync(context, ErrorFamily.Older, InfobipFault.Unauthorized, outcome.Reasons);
            return;
        }

        var token = await directory.IssueTokenAsync(
            caller.Credential, AccessTokenKind.Session, InfobipAuthenticator.SessionLength, context.RequestAborted);
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, token, static (json, token) =>
        {
            json.WriteStartObject();
            json.WriteString("token"u8, token);
            json.WriteEndObject();
        });
    }
}
