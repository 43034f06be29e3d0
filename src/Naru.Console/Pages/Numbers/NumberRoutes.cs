using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Console.Pages.Webhooks;
using Naru.Core.Inbound;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Webhooks;

namespace Naru.Console.Pages.Numbers;

/// <summary>The numbers of a workspace: looked at, registered, removed; the texts that came in on them, and where those go.</summary>
internal static class NumberRoutes
{
    private const int PageSize = 50;

    public static void MapNumbers(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/numbers", (string? done, HttpContext context, WorkspaceDirectory directory) => List(Visitor.Of(context), directory, new NumberDraft(), done));
        workspace.MapPost("/numbers", AddAsync);
        workspace.MapPost("/numbers/{number}/remove", RemoveAsync);
        workspace.MapPost("/numbers/inbound", SaveInboundAsync);
        workspace.MapGet("/numbers/texts", TextsAsync);
    }

    private static RazorComponentResult<NumberListPage> List(Visitor visitor, WorkspaceDirectory directory, NumberDraft draft, string? done = null, string? fault = null)
    {
        var settings = directory.FindWorkspace(visitor.Workspace.Id)?.Settings;
        return new(new
        {
            Visitor = visitor,
            Numbers = settings?.SmsNumbers ?? [],
            Draft = draft with { Url = draft.Url ?? settings?.InboundUrl, Keywords = draft.Keywords ?? string.Join(", ", settings?.InboundKeywords ?? []) },
            Fault = fault,
            Notice = done switch
            {
                "added" => visitor.Words.Numbers.AddedDone,
                "removed" => visitor.Words.Numbers.RemovedDone,
                "saved" => visitor.Words.Numbers.InboundSaved,
                _ => null,
            },
        })
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
        };
    }

    private static async Task<IResult> AddAsync(HttpContext context, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var written = (await context.Request.ReadFormAsync(cancellationToken))["number"].ToString();
        var words = visitor.Words.Numbers;
        return await directory.AddNumberAsync(visitor.Workspace.Id, written, cancellationToken) switch
        {
            NumberOutcome.Added => Results.LocalRedirect(visitor.Path("numbers") + "?done=added"),
            NumberOutcome.NoNumber => Refused(words.NoNumber),
            NumberOutcome.Known => Refused(words.Known),
            NumberOutcome.OfAnother => Refused(words.OfAnother),
            NumberOutcome.TooMany => Refused(words.TooMany),
            var other => throw new InvalidOperationException($"No such outcome: {other}."),
        };

        IResult Refused(string why) => List(visitor, directory, new NumberDraft(Number: written), null, why);
    }

    private static async Task<IResult> RemoveAsync(string number, HttpContext context, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return await directory.RemoveNumberAsync(visitor.Workspace.Id, number, cancellationToken)
            ? Results.LocalRedirect(visitor.Path("numbers") + "?done=removed")
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> SaveInboundAsync(HttpContext context, WorkspaceDirectory directory, WebhookTargetPolicy targets, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var draft = new NumberDraft(Url: form["url"].ToString().Trim(), Keywords: form["keywords"].ToString());
        var url = draft.Url is { Length: > 0 } written ? written : null;
        if (ReportSettings.UrlFault(url, targets, visitor.Words.Webhooks) is { } fault)
        {
            return List(visitor, directory, draft, null, fault);
        }

        if (Keywords.Read(draft.Keywords) is not { } keywords)
        {
            return List(visitor, directory, draft, null, visitor.Words.Numbers.KeywordsTooMany(Keywords.Most, Keywords.MaxLength));
        }

        await directory.ChangeSettingsAsync(visitor.Workspace.Id, now => now with { InboundUrl = url, InboundKeywords = keywords }, cancellationToken);
        return Results.LocalRedirect(visitor.Path("numbers") + "?done=saved");
    }

    private static async Task<IResult> TextsAsync(long? before, HttpContext context, IInboundStore store, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var found = await store.ListAsync(new InboundQuery { Workspace = visitor.Workspace.Id, BeforeId = before, Limit = PageSize + 1 }, cancellationToken);
        return new RazorComponentResult<TextListPage>(new
        {
            Visitor = visitor,
            Texts = found.Take(PageSize).ToArray(),
            Before = before,
            Next = found.Count > PageSize ? found[PageSize - 1].Id : (long?)null,
        });
    }
}

/// <summary>What the forms of the page hold: after a fault, what was sent; else null.</summary>
public sealed record NumberDraft(string? Number = null, string? Url = null, string? Keywords = null);
