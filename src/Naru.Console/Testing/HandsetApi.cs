using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Api;
using Naru.Console.Handset;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Engine.Reference;

namespace Naru.Console.Testing;

/// <summary>The phones, for programs: read without polling, emptied, buttons pressed.</summary>
internal static class HandsetApi
{
    public const int MaxMessages = 1000;
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    public static void MapHandsetApi(this IEndpointRouteBuilder routes)
    {
        var handset = routes.MapGroup("/handset");
        handset.MapGet("/messages", ReadAsync).Describe(HandsetReference.Read);
        handset.MapPost("/messages", WriteAsync).Describe(HandsetReference.Write);
        handset.MapDelete("", ClearAsync).Describe(HandsetReference.Clear);
        handset.MapPost("/messages/{id:long}/buttons/{index:int}", PressAsync).Describe(HandsetReference.Press);
    }

    private static async Task<IResult> ReadAsync(HttpContext context, TestCaller caller, IHandset handset)
    {
        var query = new QueryReader(context.Request, "to", "after", "template", "count", "wait", TestCaller.Parameter);
        var workspace = await caller.WorkspaceAsync(context);
        var wanted = new HandsetQuery
        {
            Workspace = workspace.Id,
            To = query.Phone("to"),
            After = query.Number("after", 0, 0, long.MaxValue),
            Template = query.Text("template"),
            Count = (int)query.Number("count", 1, 1, MaxMessages),
            Limit = MaxMessages,
        };
        var wait = query.Length("wait", LongestWait);
        var messages = wait > TimeSpan.Zero
            ? await handset.WaitAsync(wanted, wait, context.RequestAborted)
            : await handset.ListAsync(wanted, context.RequestAborted);
        return Results.Json(HandsetAnswer.Of(messages), ApiJson.Readable.HandsetAnswer);
    }

    private static async Task<IResult> ClearAsync(HttpContext context, TestCaller caller, IHandset handset)
    {
        var to = new QueryReader(context.Request, "to", TestCaller.Parameter).Phone("to");
        var workspace = await caller.WorkspaceAsync(context);
        await handset.ClearAsync(workspace.Id, to, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> PressAsync(long id, int index, HttpContext context, TestCaller caller, IHandset handset)
    {
        _ = new QueryReader(context.Request, TestCaller.Parameter);
        var workspace = await caller.WorkspaceAsync(context);
        return await handset.PressAsync(workspace.Id, id, index, context.RequestAborted)
            ? Results.NoContent()
            : ApiProblem.NotFound("There is no such message, or it has no such button.").Answer();
    }

    private static async Task<IResult> WriteAsync(HttpContext context, TestCaller caller, IHandset handset)
    {
        _ = new QueryReader(context.Request, TestCaller.Parameter);
        var workspace = await caller.WorkspaceAsync(context);
        var body = await BodyReader.ReadRequiredAsync(context.Request, ApiJson.Readable.WriteBody);
        if (Recipient.Parse(body.From ?? "") is not { IsPhone: true } from)
        {
            throw new ApiProblemException(ApiProblem.Bad("from", "is a phone number"));
        }

        if (body.Text is not { Length: > 0 and <= HandsetRoutes.MaxText } text)
        {
            throw new ApiProblemException(ApiProblem.Bad("text", $"has 1 to {HandsetRoutes.MaxText} characters"));
        }

        return await handset.WriteAsync(workspace.Id, from, body.To ?? "", text, context.RequestAborted)
            ? Results.NoContent()
            : ApiProblem.NotFound("The workspace has no such number.").Answer();
    }
}
