using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Auth;

/// <summary><c>POST /auth/1/oauth2/token</c>: a bearer token for client credentials, good for an hour.</summary>
internal sealed class IssueOAuthToken(InfobipAuthenticator authenticator, WorkspaceDirectory directory)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromSeconds(3600);

    private static readonly InfobipFault s_unsupportedGrant = InfobipFault.BadRequest with { OAuth = "unsupported_grant_type" };

    private static readonly ShapeFault s_onlyClientCredentials = new("grant_type", "must be one of [client_credentials]");

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsForm(context.Request))
        {
            await RefuseAsync(context, InfobipFault.UnsupportedMediaType);
            return;
        }

        if (await ReadFormAsync(context) is not { } form)
        {
            await RefuseAsync(context, InfobipFault.TooLarge);
            return;
        }

        var faults = new ShapeFaults();
        var client = Field(form, "client_id", faults);
        var secret = Field(form, "client_secret", faults);
        var grant = Field(form, "grant_type", faults);
        if (faults.Any)
        {
            await RefuseAsync(context, InfobipFault.BadRequest, faults.All);
            return;
        }

        if (!string.Equals(grant, "client_credentials", StringComparison.Ordinal))
        {
            await RefuseAsync(context, s_unsupportedGrant, s_onlyClientCredentials);
            return;
        }

        var outcome = authenticator.CheckPassword(context, CredentialKind.OAuthClient, client, secret);
        if (outcome.Caller is not { } caller)
        {
            await RefuseAsync(context, InfobipFault.Unauthorized, outcome.Reasons);
            return;
        }

        var token = await directory.IssueTokenAsync(caller.Credential, AccessTokenKind.OAuth, s_lifetime, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, token, static (json, token) =>
        {
            json.WriteStartObject();
            json.WriteString("access_token"u8, token);
            json.WriteNumber("expires_in"u8, (int)s_lifetime.TotalSeconds);
            json.WriteString("token_type"u8, "Bearer"u8);
            json.WriteEndObject();
        });
    }

    private static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<Dictionary<string, StringValues>?> ReadFormAsync(HttpContext context)
    {
        using var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSmallBytes, context.RequestAborted);
        return body is null ? null : QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
    }

    private static string Field(Dictionary<string, StringValues> form, string name, ShapeFaults faults)
    {
        if (!form.TryGetValue(name, out var values) || values.Count != 1 || string.IsNullOrEmpty(values[0]))
        {
            faults.Add(name, StrictJson.Missing);
            return "";
        }

        return values[0]!;
    }

    private static Task RefuseAsync(HttpContext context, InfobipFault fault, params IReadOnlyList<ShapeFault> violations) =>
        FaultAnswer.WriteAsync(context, ErrorFamily.OAuth, fault, violations);
}
