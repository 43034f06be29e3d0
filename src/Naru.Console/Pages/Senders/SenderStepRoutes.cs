using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Provisioning;
using Naru.Console.Text;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Senders;

/// <summary>What its owner does with a sender: the code, a word to the reviewers, changes thrown away, its end.</summary>
internal static class SenderStepRoutes
{
    public static void MapSenderSteps(this IEndpointRouteBuilder sender)
    {
        sender.MapPost("/code", SendCodeAsync);
        sender.MapPost("/verify", VerifyAsync);
        sender.MapPost("/comment", CommentAsync);
        sender.MapPost("/discard", DiscardAsync);
        sender.MapPost("/delete", DeleteAsync);
    }

    private static Task<IResult> SendCodeAsync(
        string key, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, GatewayClock clock, ILogger<SenderDesk> log, CancellationToken cancellationToken) =>
        TakeAsync(
            key, context, directory, clock, log, "code", "sent a code to verify",
            (sender, by) => desk.RegisterAsync(sender.Workspace, sender.ChannelName, by, cancellationToken), cancellationToken);

    private static async Task<IResult> VerifyAsync(
        string key, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, GatewayClock clock, ILogger<SenderDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (SenderLinks.FindLive(visitor, directory, key) is not { } sender)
        {
            return Answers.NotFound(visitor);
        }

        var code = (await context.Request.ReadFormAsync(cancellationToken))["code"].ToString().Replace(" ", "", StringComparison.Ordinal);
        if (code.Length != VerificationCode.Digits || !code.All(char.IsAsciiDigit))
        {
            // No code at all costs no try.
            return await RefusedCodeAsync(visitor.Words.Senders.CodeDigits(VerificationCode.Digits));
        }

        var step = await desk.VerifyAsync(sender.Workspace, sender.ChannelName, code, new Actor(visitor.Credential.Name, false), cancellationToken);
        if (step.Fault is ProvisioningFault.WrongCode)
        {
            sender = step.Sender ?? sender;
            return await RefusedCodeAsync(visitor.Words.Provisioning.WrongCode);
        }

        return await AnswerAsync(visitor, sender, step, "verified", "verified", directory, clock, log, cancellationToken);

        async ValueTask<IResult> RefusedCodeAsync(string fault)
        {
            var faults = new FormFaults();
            faults.Add("code", fault);
            return await SenderRoutes.PageAsync(visitor, sender, directory, clock, cancellationToken, fault: fault, faults: faults, status: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> CommentAsync(
        string key, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, GatewayClock clock, ILogger<SenderDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (SenderLinks.FindLive(visitor, directory, key) is not { } sender)
        {
            return Answers.NotFound(visitor);
        }

        var faults = new FormFaults();
        var comment = CommentForm.Read(await context.Request.ReadFormAsync(cancellationToken), visitor.Words.Provisioning, faults);
        if (faults.Count > 0)
        {
            return await SenderRoutes.PageAsync(visitor, sender, directory, clock, cancellationToken, faults: faults, comment: comment, status: StatusCodes.Status400BadRequest);
        }

        var step = await desk.CommentAsync(sender.Workspace, sender.ChannelName, comment, new Actor(visitor.Credential.Name, false), cancellationToken);
        return await AnswerAsync(visitor, sender, step, "comment", "commented on", directory, clock, log, cancellationToken);
    }

    private static Task<IResult> DiscardAsync(
        string key, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, GatewayClock clock, ILogger<SenderDesk> log, CancellationToken cancellationToken) =>
        TakeAsync(
            key, context, directory, clock, log, "discarded", "threw away the changes of",
            (sender, by) => desk.DiscardChangesAsync(sender.Workspace, sender.ChannelName, by, cancellationToken), cancellationToken);

    private static Task<IResult> DeleteAsync(
        string key, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, GatewayClock clock, ILogger<SenderDesk> log, CancellationToken cancellationToken) =>
        TakeAsync(
            key, context, directory, clock, log, "deletion", "deleted",
            (sender, by) => desk.DeleteAsync(sender.Workspace, sender.ChannelName, by, cancellationToken), cancellationToken);

    private static async Task<IResult> TakeAsync(
        string key, HttpContext context, WorkspaceDirectory directory, GatewayClock clock, ILogger<SenderDesk> log, string done, string did,
        Func<Sender, Actor, ValueTask<SenderStep>> take, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return SenderLinks.FindLive(visitor, directory, key) is { } sender
            ? await AnswerAsync(visitor, sender, await take(sender, new Actor(visitor.Credential.Name, false)), done, did, directory, clock, log, cancellationToken)
            : Answers.NotFound(visitor);
    }

    private static async ValueTask<IResult> AnswerAsync(
        Visitor visitor, Sender sender, SenderStep step, string done, string did, WorkspaceDirectory directory, GatewayClock clock, ILogger<SenderDesk> log, CancellationToken cancellationToken)
    {
        if (step.Fault is { } fault)
        {
            return SenderLinks.FindLive(visitor, directory, sender.Key) is { } now
                ? await SenderRoutes.PageAsync(
                    visitor, now, directory, clock, cancellationToken, fault: ProvisioningTerms.Fault(fault, visitor.Words.Provisioning),
                    status: fault == ProvisioningFault.TooManyCodes ? StatusCodes.Status429TooManyRequests : StatusCodes.Status409Conflict)
                : Answers.NotFound(visitor);
        }

        SenderRoutes.LogStep(log, visitor.Credential.Id, did, sender.ChannelName);
        return Results.LocalRedirect(step.Sender is null ? visitor.Path("senders") + "?done=deleted" : SenderLinks.PathOf(visitor, sender, "?done=" + done));
    }
}
