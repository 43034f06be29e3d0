using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Access;

/// <summary>The session: a random token that only the browser holds; the directory keeps its hash.</summary>
internal sealed class SessionCookie(WorkspaceDirectory directory, ConsoleOptions options)
{
    private const string Name = "naru-console";

    public async ValueTask IssueAsync(HttpContext context, Credential credential, CancellationToken cancellationToken)
    {
        var token = await directory.IssueTokenAsync(credential, AccessTokenKind.Console, options.Session, cancellationToken);
        context.Response.Cookies.Append(Name, token, Shape(context));
    }

    /// <summary>The credential behind the request; null when nobody is signed in, or the demo's is used from elsewhere.</summary>
    public async ValueTask<Credential?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } token)
        {
            return null;
        }

        var credential = await directory.FindTokenAsync(token, AccessTokenKind.Console, options.Session, cancellationToken);
        return credential is { Kind: CredentialKind.Operator } && !IsRefusedHere(context, credential) ? credential : null;
    }

    /// <summary>The demo's credentials are in its documentation: they open nothing to other machines.</summary>
    public bool IsRefusedHere(HttpContext context, Credential credential) =>
        directory.FindWorkspace(credential.Workspace)?.Kind == WorkspaceKind.Demo && !Loopback.IsAllowed(context);

    public async ValueTask EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[Name] is { Length: > 0 } token)
        {
            await directory.RevokeTokenAsync(token, cancellationToken);
        }

        context.Response.Cookies.Delete(Name, Shape(context));
    }

    private static CookieOptions Shape(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/console",
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
