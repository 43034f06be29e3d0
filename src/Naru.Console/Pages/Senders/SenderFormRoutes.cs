using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Senders;

/// <summary>Writing a sender's details: as a draft, or handed in for review.</summary>
internal static class SenderFormRoutes
{
    public static void MapSenderForms(this IEndpointRouteBuilder workspace)
    {
        workspace.MapGet("/senders/new", (HttpContext context) => Page(Visitor.Of(context), null, SenderForm.Empty));
        workspace.MapPost("/senders", CreateAsync);
        workspace.MapGet("/senders/{key}/edit", Edit);
        workspace.MapPost("/senders/{key}/edit", ChangeAsync);
    }

    private static RazorComponentResult<SenderFormPage> Page(
        Visitor visitor, Sender? sender, SenderForm draft, FormFaults? faults = null, string? fault = null, int status = StatusCodes.Status200OK) => new(new
        {
            Visitor = visitor,
            Sender = sender,
            Draft = draft,
            Faults = faults ?? new FormFaults(),
            Fault = fault,
        })
        {
            StatusCode = status,
        };

    private static async Task<IResult> CreateAsync(HttpContext context, WorkspaceDirectory directory, SenderDesk desk, LogoCheck logos, ILogger<SenderDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (draft, submit, faults) = (SenderForm.Read(form), form["do"] == "submit", new FormFaults());
        draft.CheckChannel(visitor.Words.Senders, faults);
        var details = draft.Read(submit, visitor.Words.Senders, faults);
        await logos.CheckAsync(details, submit, visitor.Words, faults, cancellationToken);
        if (faults.Count > 0)
        {
            return Page(visitor, null, draft, faults, status: StatusCodes.Status400BadRequest);
        }

        var step = await desk.CreateAsync(visitor.Workspace.Id, draft.Channel, details, submit, new Actor(visitor.Credential.Name, false), cancellationToken);
        if (step.Fault is ProvisioningFault.ChannelNameUsed)
        {
            faults.Add("channel", visitor.Words.Provisioning.ChannelNameUsed);
        }

        return step.Sender is { } made ? Saved(visitor, made, submit, "wrote", log) : Refused(visitor, null, draft, faults, step.Fault!.Value);
    }

    private static IResult Edit(string key, HttpContext context, WorkspaceDirectory directory)
    {
        var visitor = Visitor.Of(context);
        return SenderLinks.FindLive(visitor, directory, key) is { } sender ? Page(visitor, sender, SenderForm.Of(sender)) : Answers.NotFound(visitor);
    }

    private static async Task<IResult> ChangeAsync(
        string key, HttpContext context, WorkspaceDirectory directory, SenderDesk desk, LogoCheck logos, ILogger<SenderDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (SenderLinks.FindLive(visitor, directory, key) is not { } sender)
        {
            return Answers.NotFound(visitor);
        }

        var form = await context.Request.ReadFormAsync(cancellationToken);
        var (draft, submit, faults) = (SenderForm.Read(form), form["do"] == "submit", new FormFaults());
        var details = draft.Read(submit, visitor.Words.Senders, faults);
        await logos.CheckAsync(details, submit, visitor.Words, faults, cancellationToken);
        if (faults.Count > 0)
        {
            return Page(visitor, sender, draft, faults, status: StatusCodes.Status400BadRequest);
        }

        var step = await desk.EditAsync(visitor.Workspace.Id, sender.ChannelName, _ => details, submit, new Actor(visitor.Credential.Name, false), cancellationToken);
        return step.Sender is { } changed ? Saved(visitor, changed, submit, "edited", log) : Refused(visitor, sender, draft, faults, step.Fault!.Value);
    }

    private static RedirectHttpResult Saved(Visitor visitor, Sender sender, bool submitted, string did, ILogger<SenderDesk> log)
    {
        SenderRoutes.LogStep(log, visitor.Credential.Id, submitted ? did + " and handed in" : did, sender.ChannelName);
        return TypedResults.LocalRedirect(SenderLinks.PathOf(visitor, sender, "?done=" + (submitted ? "submitted" : "draft")));
    }

    private static RazorComponentResult<SenderFormPage> Refused(Visitor visitor, Sender? sender, SenderForm draft, FormFaults faults, ProvisioningFault fault) =>
        Page(visitor, sender, draft, faults, ProvisioningTerms.Fault(fault, visitor.Words.Provisioning), StatusCodes.Status409Conflict);
}
