using Microsoft.AspNetCore.Http;
using Naru.Core.Images;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Dialects.Sinch;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.SinchProvisioning.Answers;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Engine.Images;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary><c>/kakaotalk/senders</c> and <c>/kakaotalk/senders/{plusFriendId}</c> (contracts/sinch.md §6).</summary>
internal sealed class SenderEndpoints(WorkspaceDirectory directory, SenderDesk desk, ImageInspector inspector, AlimTalkRules rules)
{
    public const int MostPerPage = 100;
    public const int PerPage = 50;

    private const string List = "senders";

    public Task ListAsync(HttpContext context, SinchCaller caller)
    {
        var (page, wrongPage) = PageAsked.Read(context, List, PerPage, MostPerPage);
        var (states, wrongStates) = Filter.Read(context, "filterStates", SenderWords.States, ProvisioningError.InvalidFilterStates);
        var (statuses, wrongStatuses) = Filter.Read(context, "filterStatuses", SenderWords.Statuses, ProvisioningError.InvalidFilterStatuses);
        if ((wrongPage ?? wrongStates ?? wrongStatuses) is { } error)
        {
            return ErrorAnswer.WriteAsync(context, error);
        }

        var found = directory.SendersOf(caller.Workspace.Id)
            .Where(sender => sender.State != SenderState.Deleted)
            .Where(sender => states.Count == 0 || (SenderWords.StateOf(sender) is { } state && states.Contains(state, StringComparer.Ordinal)))
            .Where(sender => statuses.Count == 0 || (SenderWords.ChangesOf(sender) is var (status, _) && statuses.Contains(status, StringComparer.Ordinal)))
            .OrderBy(sender => sender.CreatedAt).ThenBy(sender => sender.ChannelName, StringComparer.Ordinal).ToList();
        return PageAnswer.WriteAsync(context, page, List, found, SenderJson.Write);
    }

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, SenderRequest.ReadCreate) is not { } request)
        {
            return;
        }

        var submit = request.Submit ?? true;
        var form = request.Over(SenderForm.Empty);
        var images = PlacedImage.Of(form.ToDetails()).ToList();
        var error = Check(form, submit) ?? CheckFiles(images, await inspector.ReadAsync(images, context.RequestAborted));
        if (error is not null && !(submit && request.SaveDraftOnFailure && Check(form with { Sub = null }, submit: false) is null))
        {
            await ErrorAnswer.WriteAsync(context, error);
            return;
        }

        var step = await desk.CreateAsync(caller.Workspace.Id, request.PlusFriendId, form.ToDetails(), submit && error is null, Actors.Of(caller), context.RequestAborted);
        await (error is not null && step.Fault is null ? ErrorAnswer.WriteAsync(context, error) : AnswerAsync(context, step, StatusCodes.Status201Created));
    }

    public Task GetAsync(HttpContext context, SinchCaller caller) => directory.FindSender(caller.Workspace.Id, NameOf(context)) is { } sender
        ? SinchAnswer.WriteAsync(context, sender, SenderJson.Write)
        : ErrorAnswer.WriteAsync(context, ProvisioningError.SenderNotFound);

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, SenderRequest.ReadUpdate) is not { } request)
        {
            return;
        }

        if (!request.SaysDetails && request.Submit is null)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.NoFields);
            return;
        }

        var submit = request.Submit ?? false;
        var images = ImageReadings.None;
        while (true)
        {
            ProvisioningError? wrong = null;
            List<PlacedImage> unread = [];
            var step = await desk.EditAsync(
                caller.Workspace.Id, NameOf(context),
                latest =>
                {
                    var form = request.Over(SenderForm.Of(latest));
                    var details = form.ToDetails();
                    unread = [.. submit ? PlacedImage.Of(details) : PlacedImage.Of(details).Except(PlacedImage.Of(latest))];
                    wrong = Check(form, submit) ?? (images.Cover(unread) ? CheckFiles(unread, images) : null);
                    return wrong is null && images.Cover(unread) ? details : null;
                },
                submit, Actors.Of(caller), context.RequestAborted);
            if (wrong is not null || images.Cover(unread))
            {
                await (wrong is not null ? ErrorAnswer.WriteAsync(context, wrong) : AnswerAsync(context, step));
                return;
            }

            // As with templates: the logo is fetched while nothing is locked, and the step tried again.
            images = await inspector.ReadAsync(unread, context.RequestAborted);
        }
    }

    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        var step = await desk.DeleteAsync(caller.Workspace.Id, NameOf(context), Actors.Of(caller), context.RequestAborted);
        await AnswerGoneAsync(context, step);
    }

    public async Task DeleteChangesAsync(HttpContext context, SinchCaller caller)
    {
        var step = await desk.DiscardChangesAsync(caller.Workspace.Id, NameOf(context), Actors.Of(caller), context.RequestAborted);
        await AnswerGoneAsync(context, step);
    }

    public static string NameOf(HttpContext context) => context.Request.RouteValues[ProvisioningPaths.PlusFriendId] as string ?? "";

    public static Task AnswerAsync(HttpContext context, SenderStep step, int status = StatusCodes.Status200OK) => step.Fault is { } fault
        ? ErrorAnswer.WriteAsync(context, StepFaults.OfSender(fault))
        : SinchAnswer.WriteAsync(context, status, step.Sender!, SenderJson.Write);

    private static Task AnswerGoneAsync(HttpContext context, SenderStep step) =>
        step.Fault is { } fault ? ErrorAnswer.WriteAsync(context, StepFaults.OfSender(fault)) : NoContent.WriteAsync(context);

    private ProvisioningError? CheckFiles(IEnumerable<PlacedImage> images, ImageReadings readings) =>
        FileErrors.Of(images, readings, rules, static _ => $"{SenderMembers.Details}.{SenderMembers.Logo}");

    private static ProvisioningError? Check(SenderForm form, bool submit)
    {
        var faults = form.Faults(complete: submit).ToList();
        return faults.Count > 0 ? ErrorAnswer.Invalid(faults) : form.HasWrongCategory ? ProvisioningError.SenderCategory : null;
    }
}
