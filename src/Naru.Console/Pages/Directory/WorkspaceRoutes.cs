using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Core.Workspaces;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Directory;

/// <summary>Workspaces: an operator sees its own; one with the scope <c>installation</c> sees all and makes new ones.</summary>
internal static class WorkspaceRoutes
{
    public const int MaxName = 100;

    /// <summary>Test suites make workspaces by the thousand: the page shows the newest.</summary>
    private const int MaxShown = 200;

    public static void MapWorkspaces(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/workspaces", (HttpContext context, WorkspaceDirectory directory) => List(Visitor.Of(context), directory, null));
        pages.MapPost("/workspaces", CreateAsync);
    }

    private static RazorComponentResult<WorkspaceListPage> List(Visitor visitor, WorkspaceDirectory directory, string? fault)
    {
        var all = visitor.IsInstallation ? directory.Workspaces : [visitor.Own];
        return new RazorComponentResult<WorkspaceListPage>(new
        {
            Visitor = visitor,
            Workspaces = all.OrderBy(workspace => workspace.Kind == WorkspaceKind.Disposable).ThenByDescending(workspace => workspace.Id.Value).Take(MaxShown).ToArray(),
            Hidden = Math.Max(0, all.Count - MaxShown),
            Fault = fault,
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> CreateAsync(HttpContext context, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (!visitor.IsInstallation)
        {
            return Answers.NotFound(visitor);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var name = form["name"].ToString().Trim();
        if (name.Length is 0 or > MaxName)
        {
            return List(visitor, directory, visitor.Words.Directory.NameNeeded(MaxName));
        }

        var made = await directory.CreateWorkspaceAsync(name, WorkspaceKind.Normal, null, static (_, _, _) => { }, cancellationToken);
        return Results.LocalRedirect($"/console/{made.PublicId}/credentials?done=workspace");
    }
}
