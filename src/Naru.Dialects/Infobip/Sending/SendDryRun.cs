using Microsoft.AspNetCore.Http;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>
/// <c>?dryRun=true</c>, an extension of ours: what would become of a send, message by message. Nothing of it is stored, no id is claimed, and no
/// idempotency key is used up.
/// </summary>
internal sealed class SendDryRun(IGateway gateway, WorkspaceDirectory directory, AlimTalkRules rules, SendEnvelopes envelopes)
{
    /// <param name="now">As if it were then; null = now.</param>
    public async Task AnswerAsync(HttpContext context, InfobipCaller caller, SendForm form, SendDraft draft, DateTimeOffset? now)
    {
        var messages = envelopes.Rehearse(caller.Workspace, form, draft);
        var plan = gateway.Plan(
            new Submission
            {
                Workspace = caller.Workspace.Id,
                Messages = messages,
                ClientBulkId = draft.BulkId,
                SendAt = draft.SendAt,
                Pace = draft.Pace,
            },
            now);
        var used = await UsedIdsAsync(caller, messages, context.RequestAborted);
        var lines = Lines(caller, form, draft, messages, plan, used);
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, (draft.BulkId, lines, form), static (json, answer) => DryRunAnswer.Write(json, answer.BulkId, answer.lines, answer.form));
    }

    private List<DryRunLine> Lines(InfobipCaller caller, SendForm form, SendDraft draft, SubmittedMessage[] messages, SubmissionPlan plan, bool[] used)
    {
        var lines = new List<DryRunLine>(messages.Length);
        foreach (var (message, index) in draft.Messages.Select(static (message, index) => (message, index)))
        {
            var route = messages[message.FirstDestination].Envelope.Route;
            var (refusedByCentre, ofContent) = OfContent(caller, form.Places, route, index);
            ofContent.AddRange(message.Skipped.Select(DryRunFinding.Skipped));
            var ignored = IgnoredNote.Paths(draft.IgnoredForAll, message.Ignored).Select(path => DryRunFinding.Ignored(path, index)).ToArray();
            for (var i = 0; i < message.Destinations; i++)
            {
                var at = message.FirstDestination + i;
                var planned = plan.Messages[at];
                var findings = new List<DryRunFinding>();
                if (used[at])
                {
                    findings.Add(DryRunFinding.UsedId(form.Places.At(index, $"destinations[{i}].messageId")));
                }

                if (planned.Refusal != EndReason.ResultCode)
                {
                    findings.Add(DryRunFinding.Refused(planned.Refusal, planned.RefusalNote, form.Places, route[0].Channel, index, i));
                }

                if (refusedByCentre is { } centre && planned.Refusal != EndReason.UnknownSender)
                {
                    findings.Add(centre);
                }

                findings.AddRange(ofContent);
                findings.AddRange(ignored);
                lines.Add(new DryRunLine(draft.Destinations[at], used[at], used[at] ? null : planned.Time, route, findings));
            }
        }

        return lines;
    }

    /// <summary>What speaks against the steps themselves, whoever they go to.</summary>
    private (DryRunFinding? Centre, List<DryRunFinding> Texts) OfContent(InfobipCaller caller, SendPlaces places, IReadOnlyList<Step> route, int message)
    {
        DryRunFinding? centre = null;
        var texts = new List<DryRunFinding>();
        for (var i = 0; i < route.Count; i++)
        {
            if (route[i].Content is AlimTalkContent alimTalk)
            {
                var review = AlimTalkReview.Of(directory, caller.Workspace.Id, route[i].Sender, toPhone: true, alimTalk, rules);
                centre ??= review.Code is { } code ? DryRunFinding.Centre(code, review.Difference, places, message) : null;
            }
            else if (route[i].Content is SmsContent text)
            {
                var at = i == 0 ? places.Text : places.NextText;
                texts.AddRange(TextFindings.Of(text, places.At(message, at.Text), places.At(message, at.Title)));
                if (i > 0 && !caller.Workspace.Settings.HasNumber(route[i].Sender))
                {
                    texts.Add(DryRunFinding.UnregisteredNumber(places.At(message, at.Sender)));
                }
            }
        }

        return (centre, texts);
    }

    /// <summary>Which client ids cannot be used: taken before, or twice in this request.</summary>
    private async ValueTask<bool[]> UsedIdsAsync(InfobipCaller caller, SubmittedMessage[] messages, CancellationToken cancellationToken)
    {
        var used = new bool[messages.Length];
        var here = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < messages.Length; i++)
        {
            used[i] = messages[i].ClientId is { } id
                && (!here.Add(id) || await gateway.FindKeyAsync(caller.Workspace.Id, id, cancellationToken) is not null);
        }

        return used;
    }
}

/// <summary>One destination of a dry run.</summary>
/// <param name="Duplicate">Its id cannot be used.</param>
/// <param name="Time">Null where it can never be sent.</param>
/// <param name="Route">The steps that would be tried.</param>
internal sealed record DryRunLine(
    DestinationDraft Destination, bool Duplicate, Core.Timing.PlannedTime? Time, IReadOnlyList<Step> Route, IReadOnlyList<DryRunFinding> Findings);
