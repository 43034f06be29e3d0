using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>POST messages:send</c>: one message, durable before the answer.</summary>
internal sealed class SendMessage(IGateway gateway, WorkspaceDirectory directory, SendReader reader, SendPlanner planner)
{
    public async Task HandleAsync(HttpContext context, SinchCaller caller)
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await FaultAnswer.WriteAsync(context, SinchFault.UnsupportedMediaType);
            return;
        }

        if (!IdempotencyKeyHeader.TryRead(context.Request, out var key))
        {
            await FaultAnswer.BadRequestAsync(context, new ShapeFault(IdempotencyKeyHeader.Name, IdempotencyKeyHeader.Rule));
            return;
        }

        var faults = new ShapeFaults();
        SendDraft? draft;
        byte[]? hash;
        using (var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSendBytes, context.RequestAborted))
        {
            if (body is null)
            {
                await FaultAnswer.WriteAsync(context, SinchFault.TooLarge);
                return;
            }

            draft = SinchBody.Read(body.Span, faults, reader.Read);
            hash = key is null ? null : SHA256.HashData(body.Span);
        }

        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
            return;
        }

        if (directory.FindApp(caller.Workspace.Id, draft!.AppId!) is not { } app)
        {
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
            return;
        }

        // What has arrived whole is stored even if the client hangs up now: it may already believe that it was.
        var plan = await planner.PlanAsync(app, draft, CancellationToken.None);
        if (plan.Fault is { } fault)
        {
            await FaultAnswer.WriteAsync(context, fault, plan.Violations);
            return;
        }

        var submission = new Submission { Workspace = app.Workspace, Messages = [plan.Message], IdempotencyKey = key, BodyHash = hash };
        await AnswerAsync(context, await gateway.SubmitAsync(submission, CancellationToken.None));
    }

    private static Task AnswerAsync(HttpContext context, SubmissionResult result)
    {
        switch (result.Kind)
        {
            case SubmissionResultKind.Stored:
                return SinchAnswer.WriteAsync(context, result.Receipt!, SendAnswer.Write);
            case SubmissionResultKind.Replayed:
                context.Response.Headers[IdempotencyKeyHeader.ReplayedName] = "true";
                return SinchAnswer.WriteAsync(context, result.Receipt!, SendAnswer.Write);
            case SubmissionResultKind.InFlight:
                return FaultAnswer.WriteAsync(context, SinchFault.InFlight);
            case SubmissionResultKind.KeyReused:
                return FaultAnswer.WriteAsync(context, SinchFault.KeyReused);
            case SubmissionResultKind.QueueFull:
                return FaultAnswer.WriteAsync(context, SinchFault.QueueFull);
            case SubmissionResultKind.Refused:
                context.Response.Headers.RetryAfter = "1";
                return FaultAnswer.WriteAsync(context, SinchFault.Unavailable);
            default:
                throw new InvalidOperationException($"No such result: {result.Kind}.");
        }
    }
}
