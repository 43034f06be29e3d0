using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Live;
using Naru.Console.Pages.Senders;
using Naru.Console.Text;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Templates;

/// <summary>The templates of a sender: their list, one of them, its way to approval.</summary>
internal static partial class TemplateRoutes
{
    private const int PageSize = 50;

    /// <param name="sender">The routes of one sender.</param>
    public static void MapTemplates(this IEndpointRouteBuilder sender)
    {
        sender.MapGet("/templates", List);
        sender.MapGet("/templates-events", WatchList);
        sender.MapTemplateEditor();

        var template = sender.MapGroup("/templates/{code}");
        template.MapGet("", ShowAsync);
        template.MapGet("/events", Watch);
        template.MapTemplateSteps();
        template.MapPost("/test", (string key, string code, HttpContext context, TestSend tests, CancellationToken cancellationToken) =>
            tests.SendAsync(key, code, context, cancellationToken));
    }

    [LoggerMessage(3141, LogLevel.Information, "Operator credential {Operator} {Step} template {Template} of sender {Sender}")]
    public static partial void LogStep(ILogger logger, long @operator, string step, string template, string sender);

    private static IResult List(string key, string? done, HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        if (SenderLinks.FindLive(visitor, directory, key) is not { } sender)
        {
            return Answers.NotFound(visitor);
        }

        var search = TemplateSearch.Read(context.Request.Query);
        var (all, found) = Find(directory, sender, search);
        return new RazorComponentResult<TemplateListPage>(new
        {
            Visitor = visitor,
            Sender = sender,
            Templates = found.Skip(search.Skip).Take(PageSize).ToArray(),
            Total = all.Count,
            Search = search,
            Next = found.Length > search.Skip + PageSize ? search.Skip + PageSize : (int?)null,
            Notice = done == "deleted" ? visitor.Words.Templates.DeletedDone : null,
        });
    }

    /// <summary>What was touched last stands first.</summary>
    private static (IReadOnlyList<Template> All, Template[] Found) Find(WorkspaceDirectory directory, Sender sender, TemplateSearch search)
    {
        var all = directory.TemplatesOf(sender.Key);
        return (all, [.. all.Where(search.Matches).OrderByDescending(template => template.ModifiedAt)]);
    }

    private static async Task<IResult> ShowAsync(
        string key, string code, string? done, int? skip, HttpContext context, TemplateReader templates, WorkspaceDirectory directory, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return TemplateLinks.Find(visitor, directory, key, code) is var (sender, template)
            ? await templates.PageAsync(visitor, sender, template, cancellationToken, skip, Notice(done, visitor.Words), sent: context.Request.Query["sent"])
            : Answers.NotFound(visitor);
    }

    private static string? Notice(string? done, Words words) => done switch
    {
        "draft" => words.Senders.DraftSaved,
        "submitted" => words.Senders.HandedIn,
        "withdrawn" => words.Templates.WithdrawnDone,
        "stopped" => words.Templates.StoppedDone,
        "reused" => words.Templates.ReusedDone,
        "released" => words.Templates.ReleasedDone,
        "discarded" => words.Provisioning.DiscardDone,
        "comment" => words.Provisioning.CommentSaved,
        _ => null,
    };

    private static IResult WatchList(string key, HttpContext context, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var visitor = Visitor.Of(context);
        var search = TemplateSearch.Read(context.Request.Query);
        return SenderLinks.FindLive(visitor, directory, key) is { } sender
            ? Live(context, directory, clock, lifetime, () => string.Join('\n', Find(directory, sender, search).Found.Skip(search.Skip).Take(PageSize).Select(Mark)))
            : Results.NotFound();
    }

    private static IResult Watch(string key, string code, HttpContext context, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var visitor = Visitor.Of(context);
        return TemplateLinks.Find(visitor, directory, key, code) is var (sender, _)
            ? Live(context, directory, clock, lifetime, () => directory.FindTemplate(sender.Key, code) is { } now ? Mark(now.Template) : "")
            : Results.NotFound();
    }

    private static string Mark(Template template) => $"{template.Code} {template.State} {template.ModifiedAt.UtcTicks} {template.Changes?.State} {template.UsedAt?.UtcTicks}";

    private static ServerSentEventsResult<string> Live(
        HttpContext context, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime, Func<string> mark)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(DirectoryEvents.StreamAsync(directory, clock, mark, lifetime.ApplicationStopping, context.RequestAborted));
    }
}
