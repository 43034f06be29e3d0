using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Api;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>Workspaces for test suites: made, listed, thrown away.</summary>
internal static class WorkspaceRoutes
{
    public static void MapTestWorkspaces(this IEndpointRouteBuilder routes)
    {
        var workspaces = routes.MapGroup("/test/workspaces").AddEndpointFilter(ApiGuard.LoopbackOnlyAsync);
        workspaces.MapPost("", CreateAsync).Describe(WorkspaceReference.Create);
        workspaces.MapGet("", List).Describe(WorkspaceReference.List);
        workspaces.MapDelete("/{id:guid}", RemoveAsync).Describe(WorkspaceReference.Remove);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, DisposableWorkspaces workspaces)
    {
        var order = await BodyReader.ReadAsync(context.Request, ApiJson.Readable.WorkspaceOrder) ?? new WorkspaceOrder();
        WorkspaceOrderReader.Check(order);
        var answer = await workspaces.CreateAsync(order, context.RequestAborted);
        context.Response.Headers.Location = $"/test/workspaces/{answer.Id}";
        return Results.Json(answer, ApiJson.Readable.WorkspaceAnswer, statusCode: StatusCodes.Status201Created);
    }

    private static IResult List(DisposableWorkspaces workspaces) => Results.Json(
        new WorkspaceListAnswer(
        [
            .. workspaces.All.Select(workspace => new WorkspaceItem(
                workspace.PublicId.ToString("D"), workspace.Name, workspace.CreatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))),
        ]),
        ApiJson.Readable.WorkspaceListAnswer);

    private static async Task<IResult> RemoveAsync(Guid id, DisposableWorkspaces workspaces) => await workspaces.RemoveAsync(id)
        ? Results.NoContent()
        : ApiProblem.NotFound("There is no such workspace that a test made.", "id").Answer();
}
