using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Pages.Provisioning;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine;
using Naru.Engine.Images;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Templates;

/// <summary>Reads a template with all that its page shows. Thread-safe.</summary>
internal sealed class TemplateReader(WorkspaceDirectory directory, IGateway gateway, AlimTalkRules rules, ImageInspector images)
{
    /// <param name="sent">The public id of the test message that was just sent.</param>
    /// <param name="test">What was just asked to be sent, and could not be.</param>
    public async ValueTask<IResult> PageAsync(
        Visitor visitor, Sender sender, Template template, CancellationToken cancellationToken, int? skip = null, string? notice = null, string? fault = null,
        FormFaults? faults = null, string? comment = null, TestForm? test = null, string? sent = null, int status = StatusCodes.Status200OK)
    {
        var message = sent is { Length: > 0 } ? await gateway.FindAsync(visitor.Workspace.Id, sent, cancellationToken) : null;
        return new RazorComponentResult<TemplatePage>(new
        {
            Visitor = visitor,
            View = new TemplateView(
                sender, template,
                await HistoryView.ReadAsync(directory, sender.Key, template.Code, skip, cancellationToken),
                [.. TemplateLinter.Check(template.Latest, rules).Concat(images.Known(template.Latest)).OrderByDescending(finding => finding.Severity)],
                message is null ? null : (gateway.PublicId(message), message.To)),
            Test = test ?? TestForm.Empty,
            Faults = faults ?? new FormFaults(),
            Comment = comment,
            Notice = notice,
            Fault = fault,
        })
        {
            StatusCode = status,
        };
    }
}

/// <summary>A template as its page shows it.</summary>
/// <param name="Findings">Of the wording that is worked on, the worst first.</param>
/// <param name="Sent">The test message that was just sent.</param>
public sealed record TemplateView(
    Sender Sender, Template Template, HistoryView History, IReadOnlyList<Finding> Findings, (string Id, Recipient To)? Sent);
