using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Access;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Auth;

/// <summary>Key id and secret as Basic, or an access token as Bearer, on every operation (contracts/sinch.md §1).</summary>
internal sealed class SinchAuthenticator(WorkspaceDirectory directory, PasswordChecks passwords, SinchTokens tokens, GatewayModeOptions mode)
{
    private const string AnyChallenge = "Basic realm=\"naru\", Bearer realm=\"naru\"";

    private static readonly AuthOutcome s_unknown = Refused(SinchFault.Unauthenticated, AnyChallenge);

    private static readonly AuthOutcome s_noToken = Refused(SinchFault.Unauthenticated with { Message = "The request has no access token." }, "Bearer realm=\"naru\"");

    private static readonly AuthOutcome s_invalidToken =
        Refused(SinchFault.Unauthenticated, "Bearer error=\"invalid_token\", error_description=\"token is not valid\"");

    /// <summary>The one word that makes SDKs fetch a new token and try again: only where that helps.</summary>
    private static readonly AuthOutcome s_expiredToken =
        Refused(SinchFault.Unauthenticated, "Bearer error=\"invalid_token\", error_description=\"token is expired\"");

    private static readonly AuthOutcome s_demoOffLoopback = Refused(SinchFault.Unauthenticated with { Message = DemoCredentialRule.Reason }, AnyChallenge);

    private static readonly AuthOutcome s_tooManyPasswords = Refused(
        SinchFault.TooManyRequests with { Message = "Too many sign-ins with key secrets that do not fit, or were not seen yet." }, null);

    public AuthOutcome Authenticate(HttpContext context)
    {
        if (!AuthorizationHeader.TryRead(context.Request, out var header))
        {
            return s_unknown;
        }

        return header.Is("Bearer") ? CheckToken(context, header.Value) : header.Is("Basic") ? CheckBasic(context, header.Value) : s_unknown;
    }

    /// <summary>An access token and nothing else.</summary>
    public AuthOutcome AuthenticateToken(HttpContext context) =>
        AuthorizationHeader.TryRead(context.Request, out var header) && header.Is("Bearer") ? CheckToken(context, header.Value) : s_noToken;

    /// <summary>Key id and secret, which alone can fetch a token.</summary>
    public AuthOutcome AuthenticateKey(HttpContext context) =>
        AuthorizationHeader.TryRead(context.Request, out var header) && header.Is("Basic") ? CheckBasic(context, header.Value) : s_unknown;

    private AuthOutcome CheckToken(HttpContext context, string token)
    {
        var check = tokens.Check(token);
        return check.Credential is { } credential ? Admit(context, credential, s_invalidToken) : check.Expired ? s_expiredToken : s_invalidToken;
    }

    private AuthOutcome CheckBasic(HttpContext context, string encoded)
    {
        if (!BasicCredentials.TryRead(encoded, out var given))
        {
            return s_unknown;
        }

        var check = passwords.Check(context, CredentialKind.SinchKey, given);
        return check.Refused ? s_tooManyPasswords : Admit(context, check.Credential, s_unknown);
    }

    private AuthOutcome Admit(HttpContext context, Credential? credential, AuthOutcome otherwise)
    {
        if (credential is null || directory.FindWorkspace(credential.Workspace) is not { } workspace)
        {
            return otherwise;
        }

        return DemoCredentialRule.Refuses(workspace, mode, context) ? s_demoOffLoopback : new AuthOutcome(new SinchCaller(workspace, credential), null, null);
    }

    private static AuthOutcome Refused(SinchFault fault, string? challenge) => new(null, fault, challenge);
}

/// <summary>Either a caller, or why there is none.</summary>
/// <param name="Challenge">The <c>WWW-Authenticate</c> of a 401: a Java SDK failed on one without (contracts/sinch.md §1).</param>
internal sealed record AuthOutcome(SinchCaller? Caller, SinchFault? Fault, string? Challenge);
