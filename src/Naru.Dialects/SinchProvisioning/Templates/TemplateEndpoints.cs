using Microsoft.AspNetCore.Http;
using Naru.Core.Images;
using Naru.Core.Provisioning;
using Naru.Core.Templates;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.SinchProvisioning.Answers;
using Naru.Dialects.SinchProvisioning.Errors;
using Naru.Dialects.SinchProvisioning.Requests;
using Naru.Dialects.SinchProvisioning.Senders;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary><c>/kakaotalk/senders/{plusFriendId}/templates</c> and <c>/{templateCode}</c> below it (contracts/sinch.md §7).</summary>
internal sealed class TemplateEndpoints(WorkspaceDirectory directory, TemplateDesk desk, TemplateRefusals refusals)
{
    public const int MostPerPage = 1000;
    public const int PerPage = 50;
    public const string NameFilter = "templateName";

    private const string List = "templates";

    public static string CodeOf(HttpContext context) => context.Request.RouteValues[ProvisioningPaths.TemplateCode] as string ?? "";

    public Task ListAsync(HttpContext context, SinchCaller caller)
    {
        if (directory.FindSender(caller.Workspace.Id, SenderEndpoints.NameOf(context)) is not { } sender)
        {
            return ErrorAnswer.WriteAsync(context, ProvisioningError.SenderNotFound);
        }

        var (page, wrongPage) = PageAsked.Read(context, List, PerPage, MostPerPage);
        var (states, wrongStates) = Filter.Read(context, "filterStates", TemplateWords.States, ProvisioningError.InvalidFilterStates);
        var (statuses, wrongStatuses) = Filter.Read(context, "filterStatuses", TemplateWords.Statuses, ProvisioningError.InvalidFilterStatuses);
        if ((wrongPage ?? wrongStates ?? wrongStatuses) is { } error)
        {
            return ErrorAnswer.WriteAsync(context, error);
        }

        var name = context.Request.Query[NameFilter].ToString();
        var found = directory.TemplatesOf(sender.Key)
            .Where(template => states.Count == 0 || (TemplateWords.StateOf(template) is { } state && states.Contains(state, StringComparer.Ordinal)))
            .Where(template => statuses.Count == 0 || (TemplateWords.ChangesOf(template) is var (status, _) && statuses.Contains(status, StringComparer.Ordinal)))
            .Where(template => template.Latest.Name.StartsWith(name, StringComparison.Ordinal))
            .OrderBy(template => template.Latest.Name, StringComparer.Ordinal).ThenBy(template => template.Code, StringComparer.Ordinal).ToList();
        return PageAnswer.WriteAsync(context, page, List, found, TemplateJson.Write);
    }

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, TemplateRequest.ReadCreate) is not { } request)
        {
            return;
        }

        if (CheckCodes(request) is { } wrong)
        {
            await ErrorAnswer.WriteAsync(context, wrong);
            return;
        }

        var details = request.Over(new TemplateDetails(request.Name!, request.Text!));
        var submit = request.Submit ?? true;
        if (directory.FindSender(caller.Workspace.Id, SenderEndpoints.NameOf(context)) is null)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.SenderNotFound);
            return;
        }

        var images = await refusals.ReadAsync(TemplateRefusals.ToRead(details, null, submit), context.RequestAborted);
        var refusal = refusals.Of(details, images, submit);
        if (refusal is not null && !(submit && request.SaveDraftOnFailure))
        {
            await ErrorAnswer.WriteAsync(context, refusal);
            return;
        }

        var step = await desk.CreateAsync(
            caller.Workspace.Id, SenderEndpoints.NameOf(context), null, details, submit && refusal is null, Actors.Of(caller), context.RequestAborted);
        await (refusal is not null && step.Fault is null
            ? ErrorAnswer.WriteAsync(context, refusal.WithDraft(step.Template!.Code))
            : AnswerAsync(context, step, StatusCodes.Status201Created));
    }

    public Task GetAsync(HttpContext context, SinchCaller caller)
    {
        if (directory.FindSender(caller.Workspace.Id, SenderEndpoints.NameOf(context)) is not { } sender)
        {
            return ErrorAnswer.WriteAsync(context, ProvisioningError.SenderNotFound);
        }

        return directory.FindTemplate(sender.Key, CodeOf(context)) is { } found
            ? SinchAnswer.WriteAsync(context, found.Template, TemplateJson.Write)
            : ErrorAnswer.WriteAsync(context, ProvisioningError.TemplateNotFound);
    }

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        if (await ProvisioningBody.ReadAsync(context, TemplateRequest.ReadUpdate) is not { } request)
        {
            return;
        }

        if (!request.SaysDetails && request.Submit is null)
        {
            await ErrorAnswer.WriteAsync(context, ProvisioningError.NoFields);
            return;
        }

        if (CheckCodes(request) is { } wrongCode)
        {
            await ErrorAnswer.WriteAsync(context, wrongCode);
            return;
        }

        var submit = request.Submit ?? false;
        var images = ImageReadings.None;
        while (true)
        {
            ProvisioningError? wrong = null;
            List<PlacedImage> unread = [];
            var step = await desk.EditAsync(
                caller.Workspace.Id, SenderEndpoints.NameOf(context), CodeOf(context),
                latest =>
                {
                    var details = request.Over(latest);
                    unread = [.. TemplateRefusals.ToRead(details, latest, submit)];
                    wrong = details.Language != latest.Language
                        ? ErrorAnswer.Invalid(new ShapeFault("details.language", "cannot be changed"))
                        : images.Cover(unread) ? refusals.Of(details, images, submit) : null;
                    return wrong is null && images.Cover(unread) ? details : null;
                },
                submit, Actors.Of(caller), context.RequestAborted);
            if (wrong is not null || images.Cover(unread))
            {
                await (wrong is not null ? ErrorAnswer.WriteAsync(context, wrong) : AnswerAsync(context, step));
                return;
            }

            // Which images it would have is known only beside what is there, and nothing is fetched while that is locked: fetched here, and tried again.
            images = await refusals.ReadAsync(unread, context.RequestAborted);
        }
    }

    public async Task DeleteAsync(HttpContext context, SinchCaller caller) => await AnswerGoneAsync(
        context, await desk.DeleteAsync(caller.Workspace.Id, SenderEndpoints.NameOf(context), CodeOf(context), context.RequestAborted));

    public async Task DeleteChangesAsync(HttpContext context, SinchCaller caller) => await AnswerGoneAsync(
        context,
        await desk.TakeAsync(
            caller.Workspace.Id, SenderEndpoints.NameOf(context), CodeOf(context),
            (life, template, now) => life.DiscardChanges(template, Actors.Of(caller), now), context.RequestAborted));

    private static ProvisioningError? CheckCodes(TemplateRequest request)
    {
        if (request.Category is { } category && TemplateCategories.Find(category) is null)
        {
            return ProvisioningError.TemplateCategory;
        }

        return request.Language is { } language && !TemplateWords.Languages.Contains(language, StringComparer.Ordinal)
            ? ProvisioningError.TemplateLanguage.With(ErrorAnswer.SupportedCodes, TemplateWords.Languages)
            : null;
    }

    private static Task AnswerAsync(HttpContext context, TemplateStep step, int status = StatusCodes.Status200OK) => step.Fault is { } fault
        ? ErrorAnswer.WriteAsync(context, StepFaults.OfTemplate(fault))
        : SinchAnswer.WriteAsync(context, status, step.Template!, TemplateJson.Write);

    private static Task AnswerGoneAsync(HttpContext context, TemplateStep step) =>
        step.Fault is { } fault ? ErrorAnswer.WriteAsync(context, StepFaults.OfTemplate(fault)) : NoContent.WriteAsync(context);
}
