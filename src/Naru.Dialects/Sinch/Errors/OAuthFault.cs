using Microsoft.AspNetCore.Http;
using Naru.Dialects.Sinch.Answers;

namespace Naru.Dialects.Sinch.Errors;

/// <summary>An error of the token endpoint: <c>{error,error_description,error_hint,error_verbose}</c> (contracts/sinch.md §1).</summary>
/// <param name="Error">A word of RFC 6749 §5.2, or of its style.</param>
internal sealed record OAuthFault(int Status, string Error, string Description, string Hint)
{
    public static readonly OAuthFault NoClient = new(
        401, "invalid_client", "Client authentication failed.", "Send the key id and the key secret as Basic authorization.");

    public static readonly OAuthFault UnsupportedGrant = new(
        400, "unsupported_grant_type", "The authorization grant type is not supported.", "grant_type must be client_credentials.");

    public static readonly OAuthFault TooMany = new(429, "slow_down", "Too many token requests.", "Keep a token until it expires.");

    public static OAuthFault BadRequest(string hint) => new(400, "invalid_request", "The request is malformed.", hint);

    public static OAuthFault Of(int status) => status switch
    {
        408 => new OAuthFault(status, "invalid_request", "The request did not arrive in time.", "Repeat the request."),
        413 => new OAuthFault(status, "invalid_request", "The request body is too large.", "Send nothing but the grant type."),
        429 => TooMany,
        500 => new OAuthFault(status, "server_error", "Something went wrong.", "Look for X-Naru-Error-Id in the log."),
        503 => new OAuthFault(status, "temporarily_unavailable", "The gateway cannot accept requests now.", "Repeat the request later."),
        _ => BadRequest("Send grant_type=client_credentials as a form."),
    };

    public Task WriteAsync(HttpContext context) => SinchAnswer.WriteAsync(context, Status, this, static (json, fault) =>
    {
        json.WriteStartObject();
        json.WriteString("error"u8, fault.Error);
        json.WriteString("error_description"u8, fault.Description);
        json.WriteString("error_hint"u8, fault.Hint);
        json.WriteString("error_verbose"u8, fault.Description);
        json.WriteEndObject();
    });
}
