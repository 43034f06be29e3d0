using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Live;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Templates;
using Naru.Core.Senders;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Senders;

/// <summary>The senders of a workspace: their list, one of them, and the way of each to use.</summary>
internal static partial class SenderRoutes
{
    /// <summary>Test suites make senders by the hundred.</summary>
    private const int MaxShown = 100;

    /// <summary>From here on the list is searched rather than read.</summary>
    private const int SearchFrom = 6;

    public static void MapSenders(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/senders", List);
        workspace.MapGet("/senders/events", WatchList);
        workspace.MapSenderForms();

        var sender = workspace.MapGroup("/senders/{key}");
        sender.MapGet("", ShowAsync);
        sender.MapGet("/events", Watch);
        sender.MapSenderSteps();
        sender.MapTemplates();
    }

    /// <summary>The sender's page, with what was just refused where there is something.</summary>
    public static async ValueTask<IResult> PageAsync(
        Visitor visitor, Sender sender, WorkspaceDirectory directory, GatewayClock clock, CancellationToken cancellationToken,
        int? skip = null, string? notice = null, string? fault = null, FormFaults? faults = null, string? comment = null, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<SenderPage>(new
        {
            Visitor = visitor,
            View = await SenderView.ReadAsync(sender, skip, directory, clock, cancellationToken),
            Faults = faults ?? new FormFaults(),
            Comment = comment,
            Notice = notice,
            Fault = fault,
        })
        {
            StatusCode = status,
        };

    [LoggerMessage(3140, LogLevel.Information, "Operator credential {Operator} {Step} sender {Sender}")]
    public static partial void LogStep(ILogger logger, long @operator, string step, string sender);

    private static RazorComponentResult<SenderListPage> List(string? done, HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        var search = SenderSearch.Read(context.Request.Query);
        var all = directory.SendersOf(visitor.Workspace.Id);
        var found = all.Where(search.Matches).ToArray();
        return new RazorComponentResult<SenderListPage>(new
        {
            Visitor = visitor,
            Senders = found.Take(MaxShown).Select(sender => (sender, directory.TemplatesOf(sender.Key).Count)).ToArray(),
            Hidden = Math.Max(0, found.Length - MaxShown),
            Search = search,
            IsSearchWanted = all.Count >= SearchFrom || search.IsNarrowed,
            Notice = done == "deleted" ? visitor.Words.Senders.DeletedDone : null,
        });
    }

    private static async Task<IResult> ShowAsync(
        string key, string? done, int? skip, HttpContext context, WorkspaceDirectory directory, GatewayClock clock, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var (words, provisioning) = (visitor.Words.Senders, visitor.Words.Provisioning);
        return SenderLinks.Find(visitor, directory, key) is { } sender
            ? await PageAsync(visitor, sender, directory, clock, cancellationToken, skip, done switch
            {
                "draft" => words.DraftSaved,
                "submitted" => words.HandedIn,
                "code" => words.CodeSentDone,
                "verified" => words.VerifiedDone,
                "comment" => provisioning.CommentSaved,
                "discarded" => provisioning.DiscardDone,
                "deletion" => words.DeletionAsked,
                _ => null,
            })
            : Answers.NotFound(visitor);
    }

    private static IResult WatchList(HttpContext context, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var workspace = Visitor.Of(context).Workspace.Id;
        return Live(context, directory, clock, lifetime, () => string.Join('\n', directory.SendersOf(workspace).Select(Mark)));
    }

    private static IResult Watch(string key, HttpContext context, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime)
    {
        var visitor = Visitor.Of(context);
        return SenderLinks.Find(visitor, directory, key) is { } sender
            ? Live(context, directory, clock, lifetime, () => directory.FindSender(sender.Key) is { } now ? Mark(now) : "")
            : Results.NotFound();
    }

    /// <summary>Whatever is done to a sender changes its instant, but for a wrong code, which costs a try, and a word, which changes nothing of it.</summary>
    private static string Mark(Sender sender) =>
        $"{sender.Key} {sender.State} {sender.ModifiedAt.UtcTicks} {sender.Verification?.TriesLeft} {sender.Changes?.State} {sender.DeletedAt?.UtcTicks}";

    private static ServerSentEventsResult<string> Live(
        HttpContext context, WorkspaceDirectory directory, GatewayClock clock, IHostApplicationLifetime lifetime, Func<string> mark)
    {
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(DirectoryEvents.StreamAsync(directory, clock, mark, lifetime.ApplicationStopping, context.RequestAborted));
    }
}
