using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Http;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Platform;

/// <summary><c>/provisioning/1/applications</c> or <c>…/entities</c>: what a workspace calls the tags that its messages bear (contracts/infobip.md §11).</summary>
internal sealed class PlatformOperations(WorkspaceDirectory directory, PlatformWords words)
{
    /// <summary>"Number of records per page": default and maximum of the vendor.</summary>
    public const int DefaultSize = 20;
    public const int MaxSize = 1000;

    /// <summary>The route value of the paths with an id.</summary>
    public const string Id = "id";

    public Task ListAsync(HttpContext context, InfobipCaller caller)
    {
        var faults = new ShapeFaults();
        var query = new InfobipQuery(context.Request.Query, faults);
        var page = query.Int32("page", 0, int.MaxValue, 0);
        var size = query.Int32("size", 1, MaxSize, DefaultSize);
        if (faults.Any)
        {
            return RefuseAsync(context, InfobipFault.BadRequest, faults.All);
        }

        var all = directory.PlatformTagsOf(caller.Workspace.Id, words.Kind);
        var first = (int)Math.Min((long)page * size, all.Count);
        var answer = new PlatformPage(words, [.. all.Skip(first).Take(size)], page, size, all.Count);
        return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, answer, PlatformAnswer.WritePage);
    }

    public async Task CreateAsync(HttpContext context, InfobipCaller caller)
    {
        if (await SmallBody.ReadAsync(context, ErrorFamily.Older, (ref StrictJson json) => PlatformRequest.Read(ref json, words, creates: true)) is not (true, { Id: { } id } asked))
        {
            return;
        }

        if (await directory.AddPlatformTagAsync(caller.Workspace.Id, words.Kind, id, asked.Name, context.RequestAborted))
        {
            Empty(context, StatusCodes.Status201Created);
        }
        else
        {
            await RefuseAsync(context, InfobipFault.Conflict, new ShapeFault(words.IdMember, "is taken"));
        }
    }

    public Task FindAsync(HttpContext context, InfobipCaller caller) => directory.FindPlatformTag(caller.Workspace.Id, words.Kind, IdOf(context)) is { } tag
        ? JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, (words, tag), PlatformAnswer.Write)
        : RefuseAsync(context, InfobipFault.NotFound);

    /// <summary>A name that is left out is taken away.</summary>
    public async Task RenameAsync(HttpContext context, InfobipCaller caller)
    {
        if (await SmallBody.ReadAsync(context, ErrorFamily.Older, (ref StrictJson json) => PlatformRequest.Read(ref json, words, creates: false)) is not (true, { } asked))
        {
            return;
        }

        if (await directory.RenamePlatformTagAsync(caller.Workspace.Id, words.Kind, IdOf(context), asked.Name, context.RequestAborted))
        {
            Empty(context, StatusCodes.Status204NoContent);
        }
        else
        {
            await RefuseAsync(context, InfobipFault.NotFound);
        }
    }

    public async Task RemoveAsync(HttpContext context, InfobipCaller caller)
    {
        var id = IdOf(context);
        if (directory.FindPlatformTag(caller.Workspace.Id, words.Kind, id) is { IsDefault: true })
        {
            await RefuseAsync(context, InfobipFault.BadRequest, new ShapeFault(words.IdMember, "the default application is always there"));
        }
        else if (await directory.RemovePlatformTagAsync(caller.Workspace.Id, words.Kind, id, context.RequestAborted))
        {
            Empty(context, StatusCodes.Status200OK);
        }
        else
        {
            await RefuseAsync(context, InfobipFault.NotFound);
        }
    }

    /// <summary>Routing leaves an escaped slash as it is, because it is no separator: here it is a character of the id.</summary>
    private static string IdOf(HttpContext context) => ((string)context.Request.RouteValues[Id]!).Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static void Empty(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = 0;
        }
    }

    private static Task RefuseAsync(HttpContext context, InfobipFault fault, params IReadOnlyList<ShapeFault> violations) =>
        FaultAnswer.WriteAsync(context, ErrorFamily.Older, fault, violations);
}
