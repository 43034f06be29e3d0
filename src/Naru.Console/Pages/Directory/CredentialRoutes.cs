using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Directory;

/// <summary>Credentials of a workspace: make, rotate, revoke. A secret is in the answer to the form that made it, and nowhere else.</summary>
internal static partial class CredentialRoutes
{
    public static void MapCredentials(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/credentials", (string? done, HttpContext context, WorkspaceDirectory directory) => List(Visitor.Of(context), directory, done: done));
        workspace.MapPost("/credentials", CreateAsync);
        workspace.MapPost("/credentials/{credential:long}/rotate", RotateAsync);
        workspace.MapPost("/credentials/{credential:long}/revoke", RevokeAsync);
    }

    private static RazorComponentResult<CredentialListPage> List(
        Visitor visitor, WorkspaceDirectory directory, string? done = null, string? fault = null, NewCredential? draft = null, MadeSecret? secret = null) => new(new
        {
            Visitor = visitor,
            Credentials = directory.CredentialsOf(visitor.Workspace.Id),
            Draft = draft ?? new NewCredential(CredentialKind.ApiKey, "", []),
            Secret = secret,
            Fault = fault,
            Notice = done switch
            {
                "revoked" => visitor.Words.Directory.RevokedDone,
                "workspace" => visitor.Words.Directory.WorkspaceCreated,
                _ => null,
            },
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };

    private static async Task<IResult> CreateAsync(HttpContext context, WorkspaceDirectory directory, ILogger<NewCredential> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var draft = NewCredential.Read(await context.Request.ReadFormAsync(cancellationToken));
        if (draft.Fault(visitor) is { } fault)
        {
            return List(visitor, directory, fault: fault, draft: draft);
        }

        try
        {
            var (credential, secret) = await directory.AddCredentialAsync(visitor.Workspace.Id, draft.Kind, draft.Name, draft.Scopes, cancellationToken);
            LogChanged(log, visitor.Credential.Id, "made", credential.Id);
            return List(visitor, directory, secret: new MadeSecret(credential, secret));
        }
        catch (CredentialNameTakenException)
        {
            return List(visitor, directory, fault: visitor.Words.Directory.NameTaken, draft: draft);
        }
    }

    private static async Task<IResult> RotateAsync(
        long credential, HttpContext context, WorkspaceDirectory directory, ILogger<NewCredential> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (await directory.RotateCredentialAsync(visitor.Workspace.Id, credential, cancellationToken) is not { } secret)
        {
            return List(visitor, directory, fault: visitor.Words.Directory.Gone);
        }

        LogChanged(log, visitor.Credential.Id, "rotated", credential);
        return List(visitor, directory, secret: new MadeSecret(directory.FindCredential(credential)!, secret));
    }

    private static async Task<IResult> RevokeAsync(
        long credential, HttpContext context, WorkspaceDirectory directory, ILogger<NewCredential> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (credential == visitor.Credential.Id)
        {
            return List(visitor, directory, fault: visitor.Words.Directory.NotYourOwn);
        }

        if (!await directory.RevokeCredentialAsync(visitor.Workspace.Id, credential, cancellationToken))
        {
            return List(visitor, directory, fault: visitor.Words.Directory.Gone);
        }

        LogChanged(log, visitor.Credential.Id, "revoked", credential);
        return Results.LocalRedirect(visitor.Path("credentials") + "?done=revoked");
    }

    [LoggerMessage(3120, LogLevel.Information, "Operator credential {Operator} {Change} credential {Credential}")]
    private static partial void LogChanged(ILogger logger, long @operator, string change, long credential);
}

/// <summary>A secret that is shown now and never again.</summary>
public sealed record MadeSecret(Credential Credential, string Secret)
{
    public string ElementId => "secret-" + Credential.Id.ToString(CultureInfo.InvariantCulture);
}
