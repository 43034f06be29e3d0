using Microsoft.AspNetCore.Http;
using Naru.Core.Workspaces;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.DryRun;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Messages;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Batch;

/// <summary><c>POST messages</c> of the Batch API: one message to many, each with parameters of its own. It is one bulk, durable before the answer.</summary>
internal sealed class SendBatch(IGateway gateway, WorkspaceDirectory directory, GatewayClock clock, GatewayModeOptions mode, BatchReader reader, BatchPlanner planner)
{
    public async Task HandleAsync(HttpContext context, SinchCaller caller)
    {
        if (await SendBody.ReadAsync(context, mode, reader.Read) is not { } body)
        {
            return;
        }

        var now = body.Dry.Now ?? clock.Now;
        if (BatchSchedule.IsTooFar(body.Draft.SendAfter, now))
        {
            await FaultAnswer.BadRequestAsync(context, new ShapeFault("send_after", BatchSchedule.TooFar));
            return;
        }

        if (directory.FindApp(caller.Workspace.Id, body.Draft.Shared.AppId!) is not { } app)
        {
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
            return;
        }

        var id = directory.NewUlid();
        var batch = await planner.PrepareAsync(app, body.Draft, id, CancellationToken.None);
        if (batch.Fault is { } fault)
        {
            await FaultAnswer.WriteAsync(context, fault, batch.Violations);
            return;
        }

        if (body.Dry.IsDry)
        {
            await RehearseAsync(context, app, body.Draft, batch, now);
            return;
        }

        // What has arrived whole is stored even if the client hangs up now: it may already believe that it was.
        var (messages, notSealed) = await planner.SealAsync(batch, CancellationToken.None);
        if (notSealed is not null)
        {
            await FaultAnswer.WriteAsync(context, notSealed);
            return;
        }

        var submission = new Submission
        {
            Workspace = app.Workspace,
            Messages = messages,
            ClientBulkId = id,
            SendAt = BatchSchedule.At(body.Draft.SendAfter, now),
            IdempotencyKey = body.Key,
            BodyHash = body.Hash,
        };
        var result = await gateway.SubmitAsync(submission, CancellationToken.None);
        var sendAt = result.Kind == SubmissionResultKind.Stored ? submission.SendAt : null;
        await SubmissionAnswer.WriteAsync(context, result, (json, receipt) =>
        {
            // The answer to a repetition says what the first one said: it is reckoned from the instant of acceptance, which the ids hold.
            var acceptedAt = SendAnswer.AcceptedAt(receipt.Messages[0].PublicId);
            BatchJson.WriteAccepted(json, receipt.BulkId, sendAt ?? BatchSchedule.At(body.Draft.SendAfter, acceptedAt) ?? acceptedAt);
        });
    }

    private Task RehearseAsync(HttpContext context, App app, BatchDraft draft, PreparedBatch batch, DateTimeOffset now)
    {
        var sendAt = BatchSchedule.At(draft.SendAfter, now);
        var plan = gateway.Plan(new Submission { Workspace = app.Workspace, Messages = planner.Rehearse(batch), SendAt = sendAt }, now);
        return SinchAnswer.WriteAsync(context, plan, (json, answer) => DryRunJson.WriteBatch(json, answer, sendAt ?? now, BatchRecipientReader.Member));
    }
}
