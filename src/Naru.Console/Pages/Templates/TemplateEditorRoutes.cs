using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Senders;
using Naru.Console.Text;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Images;
using Naru.Engine.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Templates;

/// <summary>
/// Writing a template. The form is sent to one address, and <c>do</c> says what for: <c>check</c> and the steps of <see cref="TemplateFormStep"/> store
/// nothing, <c>draft</c> and <c>submit</c> do. With <c>part=editor</c> the answer is the form alone, for the script to put in place.
/// </summary>
internal static class TemplateEditorRoutes
{
    public static void MapTemplateEditor(this IEndpointRouteBuilder sender)
    {
        sender.MapGet("/new-template", New);
        sender.MapPost("/new-template", CreateAsync);
        sender.MapGet("/templates/{code}/edit", Edit);
        sender.MapPost("/templates/{code}/edit", ChangeAsync);
    }

    private static IResult New(string key, HttpContext context, WorkspaceDirectory directory, AlimTalkRules rules, ImageInspector images)
    {
        var visitor = Visitor.Of(context);
        return SenderLinks.FindLive(visitor, directory, key) is { } sender
            ? Page(visitor, EditorView.Of(sender, null, TemplateForm.Empty, rules, images.Known, focus: "name") with { Findings = [] }, NotInUse(visitor, sender))
            : Answers.NotFound(visitor);
    }

    private static IResult Edit(string key, string code, HttpContext context, WorkspaceDirectory directory, AlimTalkRules rules, ImageInspector images)
    {
        var visitor = Visitor.Of(context);
        return TemplateLinks.Find(visitor, directory, key, code) is var (sender, template)
            ? Page(visitor, EditorView.Of(sender, template, TemplateForm.Of(template.Latest), rules, images.Known))
            : Answers.NotFound(visitor);
    }

    private static async Task<IResult> CreateAsync(
        string key, HttpContext context, WorkspaceDirectory directory, TemplateDesk desk, AlimTalkRules rules, ImageInspector images, ILogger<TemplateDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return SenderLinks.FindLive(visitor, directory, key) is not { } sender
            ? Answers.NotFound(visitor)
            : await AnswerAsync(
                context, visitor, sender, null, rules, images, log,
                (form, details, submit) => desk.CreateAsync(
                    sender.Workspace, sender.ChannelName, form.Code.Length == 0 ? null : form.Code, details, submit, new Actor(visitor.Credential.Name, false), cancellationToken),
                cancellationToken);
    }

    private static async Task<IResult> ChangeAsync(
        string key, string code, HttpContext context, WorkspaceDirectory directory, TemplateDesk desk, AlimTalkRules rules, ImageInspector images, ILogger<TemplateDesk> log, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        return TemplateLinks.Find(visitor, directory, key, code) is not var (sender, template)
            ? Answers.NotFound(visitor)
            : await AnswerAsync(
                context, visitor, sender, template, rules, images, log,
                (_, details, submit) => desk.EditAsync(
                    sender.Workspace, sender.ChannelName, template.Code, latest => details with { Language = latest.Language }, submit,
                    new Actor(visitor.Credential.Name, false), cancellationToken),
                cancellationToken);
    }

    private static async ValueTask<IResult> AnswerAsync(
        HttpContext context, Visitor visitor, Sender sender, Template? template, AlimTalkRules rules, ImageInspector images, ILogger<TemplateDesk> log,
        Func<TemplateForm, TemplateDetails, bool, ValueTask<TemplateStep>> save, CancellationToken cancellationToken)
    {
        var sent = await context.Request.ReadFormAsync(cancellationToken);
        var (form, what) = (TemplateFormReader.Read(sent), sent["do"].ToString());
        if (what is not ("draft" or "submit"))
        {
            var (changed, focus) = TemplateFormStep.Take(form, what);
            var view = EditorView.Of(sender, template, changed, rules, images.Known, focus: focus);
            return sent["part"] == "editor" ? new RazorComponentResult<TemplateEditor>(new { Visitor = visitor, View = view }) : Page(visitor, view);
        }

        var (details, faults) = (form.ToDetails(), new FormFaults());
        TemplateSaving.Check(form, details, template is null, rules, visitor.Words.Editor, faults);
        if (faults.Count > 0)
        {
            return Page(visitor, EditorView.Of(sender, template, form, rules, images.Known, faults), status: StatusCodes.Status400BadRequest);
        }

        // A draft is kept whatever its images are: what is wrong with them is shown beside it.
        if ((await images.CheckAsync(details, cancellationToken)).Any(finding => finding.Severity == Severity.Error) && what == "submit")
        {
            return Page(visitor, EditorView.Of(sender, template, form, rules, images.Known), visitor.Words.Editor.ImagesRefused, StatusCodes.Status409Conflict);
        }

        var step = await save(form, details, what == "submit");
        if (step.Template is { } saved)
        {
            TemplateRoutes.LogStep(log, visitor.Credential.Id, what == "submit" ? "wrote and handed in" : "wrote", saved.Code, sender.ChannelName);
            return Results.LocalRedirect(TemplateLinks.PathOf(visitor, sender, saved, "?done=" + (what == "submit" ? "submitted" : "draft")));
        }

        var fault = ProvisioningTerms.Fault(step.Fault!.Value, visitor.Words.Provisioning);
        if (step.Fault is ProvisioningFault.TemplateExists)
        {
            faults.Add("name", fault);
        }

        return Page(visitor, EditorView.Of(sender, template, form, rules, images.Known, faults), fault, StatusCodes.Status409Conflict);
    }

    private static string? NotInUse(Visitor visitor, Sender sender) =>
        sender.State == SenderState.Active && sender.DeletedAt is null ? null : visitor.Words.Provisioning.SenderNotActive;

    private static RazorComponentResult<TemplateEditorPage> Page(Visitor visitor, EditorView view, string? fault = null, int status = StatusCodes.Status200OK) =>
        new(new { Visitor = visitor, View = view, Fault = fault }) { StatusCode = status };
}
