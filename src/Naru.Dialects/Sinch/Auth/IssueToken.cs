using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Naru.Dialects.Http;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Limits;

namespace Naru.Dialects.Sinch.Auth;

/// <summary><c>POST /oauth2/token</c>: an access token for a key id and its secret.</summary>
internal sealed class IssueToken(SinchAuthenticator authenticator, SinchTokens tokens, SinchRateLimits limits)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (!limits.TakeToken(context))
        {
            await OAuthFault.TooMany.WriteAsync(context);
            return;
        }

        if (await ReadGrantAsync(context) is { } refused)
        {
            await refused.WriteAsync(context);
            return;
        }

        var outcome = authenticator.AuthenticateKey(context);
        if (outcome.Caller is not { } caller)
        {
            context.Response.Headers.WWWAuthenticate = outcome.Challenge;
            await (outcome.Fault!.Status == StatusCodes.Status429TooManyRequests
                ? OAuthFault.TooMany
                : OAuthFault.NoClient with { Hint = outcome.Fault == SinchFault.Unauthenticated ? OAuthFault.NoClient.Hint : outcome.Fault.Message }).WriteAsync(context);
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await SinchAnswer.WriteAsync(context, (Token: tokens.Issue(caller.Credential), tokens.LifetimeSeconds), static (json, answer) =>
        {
            json.WriteStartObject();
            json.WriteString("access_token"u8, answer.Token);
            json.WriteNumber("expires_in"u8, answer.LifetimeSeconds);
            json.WriteString("scope"u8, ""u8);
            json.WriteString("token_type"u8, "bearer"u8);
            json.WriteEndObject();
        });
    }

    /// <summary>Null where the form asks for client credentials.</summary>
    private static async ValueTask<OAuthFault?> ReadGrantAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return OAuthFault.BadRequest("Send grant_type=client_credentials as application/x-www-form-urlencoded.");
        }

        using var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSmallBytes, context.RequestAborted);
        if (body is null)
        {
            return OAuthFault.Of(StatusCodes.Status413PayloadTooLarge);
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        if (!form.TryGetValue("grant_type", out var grant) || StringValues.IsNullOrEmpty(grant) || grant.Count != 1)
        {
            return OAuthFault.BadRequest("grant_type is missing.");
        }

        return string.Equals(grant[0], "client_credentials", StringComparison.Ordinal) ? null : OAuthFault.UnsupportedGrant;
    }
}
