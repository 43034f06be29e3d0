using System.Globalization;
using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Console.Api;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Carriers;

/// <summary>Lets in operators of the installation by their console name and password, as a Basic header; guessing is slowed down as at the sign-in.</summary>
internal sealed class OperatorCaller(WorkspaceDirectory directory, SessionCookie session, SignInLimit limit)
{
    private const string Scheme = "Basic ";

    /// <exception cref="ApiProblemException">It is nobody who may.</exception>
    public Credential Of(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || BasicCredentials.Read(header[Scheme.Length..].Trim()) is not { } given)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"Naru operators\"";
            throw Problem(StatusCodes.Status401Unauthorized, "Name and password of an operator are needed, as a Basic header.");
        }

        if (limit.Refusal(context, given.Name) is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            throw Problem(StatusCodes.Status429TooManyRequests, "Too many attempts; wait a little.");
        }

        if (directory.CheckPassword(CredentialKind.Operator, given.Name, given.Password) is not { } credential)
        {
            throw Problem(StatusCodes.Status401Unauthorized, "There is no such operator, or the password is wrong.");
        }

        if (session.IsRefusedHere(context, credential))
        {
            throw new ApiProblemException(ApiGuard.OffLoopback);
        }

        return credential.Scopes.Contains(Visitor.InstallationScope, StringComparer.Ordinal)
            ? credential
            : throw Problem(StatusCodes.Status403Forbidden, "Carriers are the installation's: this operator runs a workspace.");
    }

    private static ApiProblemException Problem(int status, string detail) => new(new ApiProblem(status, detail, "Authorization"));
}
