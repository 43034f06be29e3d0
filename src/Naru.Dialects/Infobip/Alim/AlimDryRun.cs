using Microsoft.AspNetCore.Http;
using Naru.Core.Messages;
using Naru.Core.Templates;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Registry;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>
/// <c>?dryRun=true</c>, an extension of ours: what would become of a send, message by message. Nothing of it is stored, no id is claimed, and no
/// idempotency key is used up.
/// </summary>
internal sealed class AlimDryRun(IGateway gateway, WorkspaceDirectory directory, AlimTalkRules rules, AlimEnvelopes envelopes)
{
    /// <param name="now">As if it were then; null = now.</param>
    public async Task AnswerAsync(HttpContext context, InfobipCaller caller, AlimDraft draft, DateTimeOffset? now)
    {
        var messages = await envelopes.SealAsync(null, draft, context.RequestAborted);
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
        var lines = Lines(caller, draft, messages, plan, used);
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, (draft.BulkId, lines), static (json, answer) => DryRunAnswer.Write(json, answer.BulkId, answer.lines));
    }

    private List<DryRunLine> Lines(InfobipCaller caller, AlimDraft draft, SubmittedMessage[] messages, SubmissionPlan plan, bool[] used)
    {
        var lines = new List<DryRunLine>(messages.Length);
        foreach (var (message, index) in draft.Messages.Select(static (message, index) => (message, index)))
        {
            var review = AlimTalkReview.Of(directory, caller.Workspace.Id, message.Sender!, toPhone: true, message.Content!, rules);
            var ignored = IgnoredNote.Paths(draft.IgnoredForAll, message.Ignored).Select(path => DryRunFinding.Ignored(path, index)).ToArray();
            for (var i = 0; i < message.Destinations; i++)
            {
                var at = message.FirstDestination + i;
                var planned = plan.Messages[at];
                var findings = new List<DryRunFinding>();
                if (used[at])
                {
                    findings.Add(DryRunFinding.UsedId($"messages[{index}].destinations[{i}].messageId"));
                }

                if (planned.Refusal != EndReason.ResultCode)
                {
                    findings.Add(DryRunFinding.Refused(planned.Refusal, planned.RefusalNote, $"messages[{index}]", i));
                }

                if (review.Code is { } code && planned.Refusal != EndReason.UnknownSender)
                {
                    findings.Add(DryRunFinding.Centre(code, review.Difference, $"messages[{index}]"));
                }

                findings.AddRange(ignored);
                lines.Add(new DryRunLine(draft.Destinations[at], used[at], used[at] ? null : planned.Time, findings));
            }
        }

        return lines;
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
internal sealed record DryRunLine(DestinationDraft Destination, bool Duplicate, Core.Timing.PlannedTime? Time, IReadOnlyList<DryRunFinding> Findings);
