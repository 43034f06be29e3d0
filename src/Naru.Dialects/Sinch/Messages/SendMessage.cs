using Microsoft.AspNetCore.Http;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.DryRun;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>POST messages:send</c>: one message, durable before the answer.</summary>
internal sealed class SendMessage(IGateway gateway, WorkspaceDirectory directory, GatewayModeOptions mode, SendReader reader, SendPlanner planner)
{
    public async Task HandleAsync(HttpContext context, SinchCaller caller)
    {
        if (await SendBody.ReadAsync(context, mode, reader.Read) is not { } body)
        {
            return;
        }

        if (directory.FindApp(caller.Workspace.Id, body.Draft.AppId!) is not { } app)
        {
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
            return;
        }

        // What has arrived whole is stored even if the client hangs up now: it may already believe that it was.
        var prepared = await planner.PrepareAsync(app, body.Draft, CancellationToken.None);
        if (prepared.Refused is null && body.Dry.IsDry)
        {
            var rehearsed = new Submission { Workspace = app.Workspace, Messages = [planner.Rehearse(app, body.Draft, prepared)] };
            await SinchAnswer.WriteAsync(context, gateway.Plan(rehearsed, body.Dry.Now), DryRunJson.WriteSend);
            return;
        }

        var plan = prepared.Refused ?? await planner.SealAsync(app, body.Draft, prepared, CancellationToken.None);
        if (plan.Fault is { } fault)
        {
            await FaultAnswer.WriteAsync(context, fault, plan.Violations);
            return;
        }

        var submission = new Submission { Workspace = app.Workspace, Messages = [plan.Message], IdempotencyKey = body.Key, BodyHash = body.Hash };
        await SubmissionAnswer.WriteAsync(context, await gateway.SubmitAsync(submission, CancellationToken.None), SendAnswer.Write);
    }
}
