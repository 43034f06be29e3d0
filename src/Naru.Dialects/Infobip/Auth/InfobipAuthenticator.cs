using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Access;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Auth;

/// <summary>
/// The four authorisations, any of them on any operation (contracts/infobip.md §1): <c>App</c> key, <c>Basic</c> user and password,
/// <c>IBSSO</c> session token, <c>Bearer</c> OAuth token.
/// </summary>
internal sealed class InfobipAuthenticator(WorkspaceDirectory directory, PasswordChecks passwords, GatewayModeOptions mode)
{
    public static readonly TimeSpan SessionLength = TimeSpan.FromMinutes(60);

    /// <summary>Why the well-known credentials were refused, and what would allow them.</summary>
    public static readonly ShapeFault DemoOffLoopback = new("Authorization", DemoCredentialRule.Reason);

    public async ValueTask<AuthOutcome> AuthenticateAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } value || value.IndexOf(' ', StringComparison.Ordinal) is not (> 0 and var space))
        {
            return AuthOutcome.Unknown;
        }

        var secret = value[(space + 1)..].Trim();
        if (Is(value.AsMemory(0, space), "Basic"))
        {
            return CheckBasic(context, secret);
        }

        var credential = await FindAsync(value.AsMemory(0, space), secret, context.RequestAborted);
        return Judge(context, credential);
    }

    /// <summary>The session behind an <c>IBSSO</c> header; the only authorisation that can end a session.</summary>
    public async ValueTask<(AuthOutcome Outcome, string Token)> AuthenticateSessionAsync(HttpContext context)
    {
        var value = context.Request.Headers.Authorization.ToString();
        if (!value.StartsWith("IBSSO ", StringComparison.OrdinalIgnoreCase))
        {
            return (AuthOutcome.Unknown, "");
        }

        var token = value["IBSSO ".Length..].Trim();
        return (Judge(context, await directory.FindTokenAsync(token, AccessTokenKind.Session, null, context.RequestAborted)), token);
    }

    /// <summary>A name and its secret, in the body of a sign-in.</summary>
    public AuthOutcome CheckPassword(HttpContext context, CredentialKind kind, string name, string password) =>
        Judge(context, directory.CheckPassword(kind, name, password));

    private ValueTask<Credential?> FindAsync(ReadOnlyMemory<char> scheme, string secret, CancellationToken cancellationToken)
    {
        if (Is(scheme, "App"))
        {
            return ValueTask.FromResult(directory.FindApiKey(secret));
        }

        if (Is(scheme, "IBSSO"))
        {
            return directory.FindTokenAsync(secret, AccessTokenKind.Session, SessionLength, cancellationToken);
        }

        return Is(scheme, "Bearer")
            ? directory.FindTokenAsync(secret, AccessTokenKind.OAuth, null, cancellationToken)
            : ValueTask.FromResult<Credential?>(null);
    }

    private static bool Is(ReadOnlyMemory<char> scheme, string name) => scheme.Span.Equals(name, StringComparison.OrdinalIgnoreCase);

    private AuthOutcome CheckBasic(HttpContext context, string encoded)
    {
        if (!BasicCredentials.TryRead(encoded, out var given))
        {
            return AuthOutcome.Unknown;
        }

        var check = passwords.Check(context, CredentialKind.User, given);
        return check.Refused ? AuthOutcome.TooManyPasswords : Judge(context, check.Credential);
    }

    private AuthOutcome Judge(HttpContext context, Credential? credential)
    {
        if (credential is null || directory.FindWorkspace(credential.Workspace) is not { } workspace)
        {
            return AuthOutcome.Unknown;
        }

        return DemoCredentialRule.Refuses(workspace, mode, context)
            ? AuthOutcome.DemoOffLoopback
            : AuthOutcome.Known(new InfobipCaller(workspace, credential));
    }
}

/// <summary>Either a caller, or the reason why there is none.</summary>
/// <param name="Later">Nobody looked: there were too many passwords from this address that were not known to fit.</param>
internal readonly record struct AuthOutcome(InfobipCaller? Caller, IReadOnlyList<ShapeFault> Reasons, bool Later = false)
{
    public static readonly AuthOutcome Unknown = new(null, []);
    public static readonly AuthOutcome DemoOffLoopback = new(null, [InfobipAuthenticator.DemoOffLoopback]);

    public static readonly AuthOutcome TooManyPasswords = new(null, [], Later: true);

    public static AuthOutcome Known(InfobipCaller caller) => new(caller, []);
}
