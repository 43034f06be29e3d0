using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Numbers;

/// <summary>The numbers that a workspace may send texts from: looked at, registered, removed.</summary>
internal static class NumberRoutes
{
    public static void MapNumbers(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/numbers", (string? done, HttpContext context, WorkspaceDirectory directory) => List(Visitor.Of(context), directory, done));
        workspace.MapPost("/numbers", AddAsync);
        workspace.MapPost("/numbers/{number}/remove", RemoveAsync);
    }

    private static RazorComponentResult<NumberListPage> List(Visitor visitor, WorkspaceDirectory directory, string? done, string? draft = null, string? fault = null) => new(new
    {
        Visitor = visitor,
        Numbers = directory.FindWorkspace(visitor.Workspace.Id)?.Settings.SmsNumbers ?? [],
        Draft = draft,
        Fault = fault,
        Notice = done switch
        {
            "added" => visitor.Words.Numbers.AddedDone,
            "removed" => visitor.Words.Numbers.RemovedDone,
            _ => null,
        },
    })
    {
        StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task<IResult> AddAsync(HttpContext context, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var written = (await context.Request.ReadFormAsync(cancellationToken))["number"].ToString();
        var words = visitor.Words.Numbers;
        return await directory.AddNumberAsync(visitor.Workspace.Id, written, cancellationToken) switch
        {
            NumberOutcome.Added => Results.LocalRedirect(visitor.Path("numbers") + "?done=added"),
            NumberOutcome.NoNumber => List(visitor, directory, null, written, words.NoNumber),
            NumberOutcome.Known => List(visitor, directory, null, written, words.Known),
            NumberOutcome.OfAnother => List(visitor, directory, null, written, words.OfAnother),
            NumberOutcome.TooMany => List(visitor, directory, null, written, words.TooMany),
            var other => throw new InvalidOperationException($"No such outcome: {other}."),
        };
    }

    private static async Task<IResult> RemoveAsync(string number, HttpContext context, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return await directory.RemoveNumberAsync(visitor.Workspace.Id, number, cancellationToken)
            ? Results.LocalRedirect(visitor.Path("numbers") + "?done=removed")
            : Answers.NotFound(visitor);
    }
}
