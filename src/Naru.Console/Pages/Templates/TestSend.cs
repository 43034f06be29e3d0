using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Naru.Console.Access;
using Naru.Console.Pages.Parts;
using Naru.Console.Text;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Results;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Templates;

/// <summary>
/// "Send a test to me": an approved template with its variables filled goes to one number, by the same way as every message. What the centre would refuse is
/// said before, and nothing is sent.
/// </summary>
internal sealed class TestSend(WorkspaceDirectory directory, IGateway gateway, TemplateReader templates, ConsoleOptions options, AlimTalkRules rules, ILogger<TestSend> log)
{
    /// <summary>Who tries something does not wait for it until tomorrow.</summary>
    private static readonly TimeSpan s_validity = TimeSpan.FromHours(1);

    public async Task<IResult> SendAsync(string key, string code, HttpContext context, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(context);
        if (TemplateLinks.Find(visitor, directory, key, code) is not var (sender, template) || directory.FindTemplate(sender.Key, code) is not { } compiled)
        {
            return Answers.NotFound(visitor);
        }

        var form = TestForm.Read(await context.Request.ReadFormAsync(cancellationToken));
        var (to, faults) = (Recipient.Parse(form.To), new FormFaults());
        if (!to.IsPhone)
        {
            faults.Add("to", visitor.Words.Templates.TestNumberNeeded);
        }

        foreach (var name in TemplateParts.VariablesOf(template.Details).Where(name => !form.Values.ContainsKey(name)))
        {
            faults.Add($"#{{{name}}}", visitor.Words.Templates.ValueNeeded);
        }

        if (faults.Count > 0)
        {
            return await RefusedAsync(visitor.Words.Provisioning.ToCorrect(faults.Count), StatusCodes.Status400BadRequest);
        }

        var composed = AlimTalkComposer.Compose(template.Code, compiled.AlimTalk, form.Values, authentication: false);
        if (composed.Refusal != EndReason.ResultCode)
        {
            return await RefusedAsync(MessageTerms.End(composed.Refusal, visitor.Words.Messages) ?? visitor.Words.Provisioning.WrongState, StatusCodes.Status409Conflict);
        }

        var review = AlimTalkReview.Of(directory, sender.Workspace, sender.Key, toPhone: true, composed.Content, rules);
        if (review.Code is { } refusal)
        {
            return await RefusedAsync(
                visitor.Words.Templates.TestWouldFail(refusal, Explain(refusal, visitor.Words)), StatusCodes.Status409Conflict, RefusedText.Of(composed.Content, review.Difference));
        }

        var result = await gateway.SubmitAsync(Submission(sender, to, composed.Content), cancellationToken);
        if (result is not { Kind: SubmissionResultKind.Stored, Receipt.Messages: [var line, ..] })
        {
            return await RefusedAsync(visitor.Words.Templates.TestNotTaken, StatusCodes.Status503ServiceUnavailable);
        }

        TemplateRoutes.LogStep(log, visitor.Credential.Id, "sent a test of", template.Code, sender.ChannelName);
        return Results.LocalRedirect(TemplateLinks.PathOf(visitor, sender, template, "?sent=" + Uri.EscapeDataString(line.PublicId)));

        ValueTask<IResult> RefusedAsync(string fault, int status, RefusedText? refused = null) =>
            templates.PageAsync(visitor, sender, template, cancellationToken, fault: fault, faults: faults, test: form with { Refused = refused }, status: status);
    }

    private static string Explain(string code, Words words) =>
        ResultCodes.Find(code) is { } known ? $"{known.Meaning.In(words)} {known.Remedy.In(words)}" : words.Messages.UnknownCode;

    private Submission Submission(Sender sender, Recipient to, AlimTalkContent content) => new()
    {
        Workspace = sender.Workspace,
        Messages =
        [
            // Nobody subscribed to what is tried here: how it ends stands on the message's page.
            new SubmittedMessage(
                to, new Envelope(DialectName.Infobip, [new Step(options.Carrier, sender.Key, content, s_validity)], ReportTarget.Silent), null, s_validity, MessageClass.High),
        ],
    };
}
