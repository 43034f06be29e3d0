using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Provisioning;
using Naru.Console.Pages.Senders;
using Naru.Console.Pages.Templates;
using Naru.Console.Text;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Review;

/// <summary>What KakaoTalk's people do: approve, reject, say a word, take out of use and put back. A rejection has to be explained.</summary>
internal static class VerdictRoutes
{
    public static void MapVerdicts(this IEndpointRouteBuilder desk)
    {
        desk.MapPost("/senders/{key}/{verdict}", OnSenderAsync);
        desk.MapPost("/templates/{key}/{code}/{verdict}", OnTemplateAsync);
    }

    private static async Task<IResult> OnSenderAsync(
        string key, string verdict, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, ReviewReader reader, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (SenderLinks.FindLive(visitor, directory, key) is not { } sender)
        {
            return Answers.NotFound(visitor);
        }

        var (workspace, name, by) = (sender.Workspace, sender.ChannelName, Actor.KakaoTalk);
        return await DecideAsync(context, visitor, reader, key, verdict, async comment => verdict switch
        {
            "approve" => (await desk.ApproveAsync(workspace, name, OrNone(comment), by, cancellationToken)).Fault,
            "reject" => (await desk.RejectAsync(workspace, name, comment, by, cancellationToken)).Fault,
            "comment" => (await desk.CommentAsync(workspace, name, comment, by, cancellationToken)).Fault,
            "stop" => (await desk.TakeOutAsync(workspace, name, SenderState.Stopped, OrNone(comment), by, cancellationToken)).Fault,
            "block" => (await desk.TakeOutAsync(workspace, name, SenderState.Blocked, OrNone(comment), by, cancellationToken)).Fault,
            "close" => (await desk.TakeOutAsync(workspace, name, SenderState.Inactive, OrNone(comment), by, cancellationToken)).Fault,
            "restore" => (await desk.PutBackAsync(workspace, name, OrNone(comment), by, cancellationToken)).Fault,
            _ => ProvisioningFault.WrongState,
        });
    }

    private static async Task<IResult> OnTemplateAsync(
        string key, string code, string verdict, HttpContext context, WorkspaceDirectory directory, TemplateDesk desk, ReviewReader reader, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (TemplateLinks.Find(visitor, directory, key, code) is not var (sender, template))
        {
            return Answers.NotFound(visitor);
        }

        var by = Actor.KakaoTalk;
        return await DecideAsync(context, visitor, reader, key + "-" + template.Code, verdict, async comment =>
        {
            var taken = await desk.TakeAsync(
                sender.Workspace, sender.ChannelName, template.Code,
                (life, there, now) => verdict switch
                {
                    "approve" => life.Approve(there, by, OrNone(comment), now),
                    "reject" => life.Reject(there, by, comment, now),
                    "comment" => life.Comment(there, by, comment, now),
                    "stop" => life.Stop(there, by, OrNone(comment), now),
                    "block" => life.Block(there, by, OrNone(comment), now),
                    "restore" when there.State == Core.Templates.TemplateState.Blocked => life.Unblock(there, by, OrNone(comment), now),
                    "restore" => life.Reuse(there, by, OrNone(comment), now),
                    _ => TemplateStep.Refused(ProvisioningFault.WrongState),
                },
                cancellationToken);
            return taken.Fault;
        });
    }

    private static async ValueTask<IResult> DecideAsync(
        HttpContext context, Visitor visitor, ReviewReader reader, string card, string verdict, Func<string, ValueTask<ProvisioningFault?>> decide)
    {
        var faults = new FormFaults();
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var comment = CommentForm.Read(form, visitor.Words.Provisioning, faults, required: verdict is "reject" or "comment");
        if (faults.Count > 0)
        {
            return ReviewRoutes.Page(visitor, reader, draft: new ReviewDraft(card, form["comment"].ToString(), faults), status: StatusCodes.Status400BadRequest);
        }

        if (await decide(comment) is { } fault)
        {
            return ReviewRoutes.Page(visitor, reader, fault: ProvisioningTerms.Fault(fault, visitor.Words.Provisioning), status: StatusCodes.Status409Conflict);
        }

        return Results.LocalRedirect(visitor.Path("review") + "?done=" + verdict switch
        {
            "approve" => "approved",
            "reject" => "rejected",
            "comment" => "comment",
            "restore" => "put-back",
            _ => "taken-out",
        });
    }

    private static string? OrNone(string comment) => comment.Length == 0 ? null : comment;
}
