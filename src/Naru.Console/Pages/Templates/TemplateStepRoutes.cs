using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Provisioning;
using Naru.Console.Pages.Senders;
using Naru.Console.Text;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Templates;

/// <summary>What its owner does with a template, in the words of rules §1.5.</summary>
internal static class TemplateStepRoutes
{
    public static void MapTemplateSteps(this IEndpointRouteBuilder template)
    {
        Map(template, "/submit", "submitted", "handed in", static (life, there, by, now) => life.Submit(there, by, now)).AddEndpointFilter<ImagesFirst>();
        Map(template, "/withdraw", "withdrawn", "called back", static (life, there, by, now) => life.Withdraw(there, by, now));
        Map(template, "/stop", "stopped", "stopped", static (life, there, by, now) => life.Stop(there, by, null, now));
        Map(template, "/reuse", "reused", "took back into use", static (life, there, by, now) => life.Reuse(there, by, null, now));
        Map(template, "/release", "released", "woke", static (life, there, by, now) => life.Release(there, by, now));
        Map(template, "/discard", "discarded", "threw away the changes of", static (life, there, by, now) => life.DiscardChanges(there, by, now));
        template.MapPost("/delete", DeleteAsync);
        template.MapPost("/comment", CommentAsync);
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder template, string path, string done, string did, Func<TemplateLife, Template, Actor, DateTimeOffset, TemplateStep> step) =>
        template.MapPost(path, async (
            string key, string code, HttpContext context, WorkspaceDirectory directory, TemplateDesk desk, TemplateReader templates, ILogger<TemplateDesk> log, CancellationToken cancellationToken) =>
        {
            var visitor = Visitor.Of(context);
            if (TemplateLinks.Find(visitor, directory, key, code) is not var (sender, found))
            {
                return Answers.NotFound(visitor);
            }

            var by = new Actor(visitor.Credential.Name, false);
            var taken = await desk.TakeAsync(sender.Workspace, sender.ChannelName, found.Code, (life, there, now) => step(life, there, by, now), cancellationToken);
            return await AnswerAsync(visitor, sender, found, taken, done, did, directory, templates, log, cancellationToken);
        });

    private static async Task<IResult> DeleteAsync(
        string key, string code, HttpContext context, WorkspaceDirectory directory, TemplateDesk desk, TemplateReader templates, ILogger<TemplateDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (TemplateLinks.Find(visitor, directory, key, code) is not var (sender, found))
        {
            return Answers.NotFound(visitor);
        }

        var taken = await desk.DeleteAsync(sender.Workspace, sender.ChannelName, found.Code, cancellationToken);
        return await AnswerAsync(visitor, sender, found, taken, "deleted", "deleted", directory, templates, log, cancellationToken);
    }

    private static async Task<IResult> CommentAsync(
        string key, string code, HttpContext context, WorkspaceDirectory directory, TemplateDesk desk, TemplateReader templates, ILogger<TemplateDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (TemplateLinks.Find(visitor, directory, key, code) is not var (sender, found))
        {
            return Answers.NotFound(visitor);
        }

        var faults = new FormFaults();
        var comment = CommentForm.Read(await context.Request.ReadFormAsync(cancellationToken), visitor.Words.Provisioning, faults);
        if (faults.Count > 0)
        {
            return await templates.PageAsync(visitor, sender, found, cancellationToken, faults: faults, comment: comment, status: StatusCodes.Status400BadRequest);
        }

        var by = new Actor(visitor.Credential.Name, false);
        var taken = await desk.TakeAsync(sender.Workspace, sender.ChannelName, found.Code, (life, there, now) => life.Comment(there, by, comment, now), cancellationToken);
        return await AnswerAsync(visitor, sender, found, taken, "comment", "commented on", directory, templates, log, cancellationToken);
    }

    private static async ValueTask<IResult> AnswerAsync(
        Visitor visitor, Sender sender, Template template, TemplateStep taken, string done, string did,
        WorkspaceDirectory directory, TemplateReader templates, ILogger<TemplateDesk> log, CancellationToken cancellationToken)
    {
        if (taken.Fault is { } fault)
        {
            return TemplateLinks.Find(visitor, directory, sender.Key, template.Code) is var (owner, now)
                ? await templates.PageAsync(
                    visitor, owner, now, cancellationToken, fault: ProvisioningTerms.Fault(fault, visitor.Words.Provisioning), status: StatusCodes.Status409Conflict)
                : Answers.NotFound(visitor);
        }

        TemplateRoutes.LogStep(log, visitor.Credential.Id, did, template.Code, sender.ChannelName);
        return Results.LocalRedirect(taken.Template is null
            ? SenderLinks.PathOf(visitor, sender, "/templates?done=deleted")
            : TemplateLinks.PathOf(visitor, sender, template, "?done=" + done));
    }
}
