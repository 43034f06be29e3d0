using Microsoft.AspNetCore.Http;
using Naru.Console.Access;
using Naru.Console.Api;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Testing;

/// <summary>Whose phones and faults a request is about.</summary>
/// <remarks>
/// With credentials: their workspace. Without: the one that <c>?workspace=</c> names, if it is the demo's or a disposable one, else the
/// demo's; and then from this machine only, as with the demo's credentials, unless the program was started for others too.
/// </remarks>
internal sealed class TestCaller(WorkspaceDirectory registry, CredentialReader credentials)
{
    public const string Parameter = "workspace";

    public async ValueTask<Workspace> WorkspaceAsync(HttpContext context)
    {
        var named = Named(context.Request);
        var workspace = context.Request.Headers.Authorization.Count > 0
            ? await OfCredentialsAsync(context, named)
            : WithoutCredentials(context, named);
        return workspace.Kind != WorkspaceKind.Demo || Loopback.IsAllowed(context) ? workspace : throw new ApiProblemException(ApiGuard.OffLoopback);
    }

    private async ValueTask<Workspace> OfCredentialsAsync(HttpContext context, Guid? named)
    {
        var credential = await credentials.FindAsync(context.Request, context.RequestAborted);
        if (credential is null || registry.FindWorkspace(credential.Workspace) is not { } workspace)
        {
            throw new ApiProblemException(new ApiProblem(StatusCodes.Status401Unauthorized, "These credentials are not known.", "Authorization"));
        }

        return named is null || named == workspace.PublicId
            ? workspace
            : throw new ApiProblemException(ApiProblem.NotFound("The credentials are not of this workspace.", Parameter));
    }

    private Workspace WithoutCredentials(HttpContext context, Guid? named)
    {
        if (!Loopback.IsAllowed(context))
        {
            throw new ApiProblemException(ApiGuard.OffLoopback);
        }

        if (named is { } id)
        {
            return registry.FindWorkspace(id) is { Kind: WorkspaceKind.Demo or WorkspaceKind.Disposable } workspace
                ? workspace
                : throw new ApiProblemException(ApiProblem.NotFound("There is no such workspace, or it needs its credentials.", Parameter));
        }

        return registry.Workspaces.FirstOrDefault(workspace => workspace.Kind == WorkspaceKind.Demo)
            ?? throw new ApiProblemException(new ApiProblem(
                StatusCodes.Status401Unauthorized, "There is no demo workspace here: send the credentials of yours.", "Authorization"));
    }

    private static Guid? Named(HttpRequest request)
    {
        if (!request.Query.TryGetValue(Parameter, out var values))
        {
            return null;
        }

        return Guid.TryParse(values.ToString(), out var id)
            ? id
            : throw new ApiProblemException(ApiProblem.Bad(Parameter, $"'{Parameter}' is the public id of a workspace."));
    }
}
