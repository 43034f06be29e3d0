using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Alim;

/// <summary><c>POST /kakao-alim/1/messages</c>: everything in the body becomes one submission, durable before the answer.</summary>
internal sealed class SendAlim(
    IGateway gateway, AlimEnvelopes envelopes, AlimDryRun dryRun, WebhookTargetPolicy targets, InfobipOptions options, GatewayModeOptions mode, GatewayClock clock)
{
    public async Task HandleAsync(HttpContext context, InfobipCaller caller)
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await RefuseAsync(context, InfobipFault.UnsupportedMediaType);
            return;
        }

        if (!IdempotencyKeyHeader.TryRead(context.Request, out var key))
        {
            await RefuseAsync(context, InfobipFault.BadRequest, new ShapeFault(IdempotencyKeyHeader.Name, IdempotencyKeyHeader.Rule));
            return;
        }

        var faults = new ShapeFaults();
        var dry = DryRunQuery.Read(context.Request, mode, faults);
        AlimDraft draft;
        byte[]? hash;
        using (var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSendBytes, context.RequestAborted))
        {
            if (body is null)
            {
                await RefuseAsync(context, InfobipFault.TooLarge);
                return;
            }

            draft = AlimRequestReader.Read(body.Span, options.TextLimit, targets, dry.Now ?? clock.Now, faults);
            hash = key is null ? null : SHA256.HashData(body.Span);
        }

        if (faults.Any)
        {
            await RefuseAsync(context, InfobipFault.BadRequest, faults.All);
            return;
        }

        envelopes.NameUnheard(caller.Workspace, draft);
        IgnoredHeader.Write(context.Response, draft);
        if (dry.IsDry)
        {
            await dryRun.AnswerAsync(context, caller, draft, dry.Now);
            return;
        }

        // What has arrived whole is stored even if the client hangs up now: it may already believe that it was.
        var messages = await envelopes.SealAsync(caller.Workspace, draft, CancellationToken.None);
        var result = await gateway.SubmitAsync(
            new Submission
            {
                Workspace = caller.Workspace.Id,
                Messages = messages,
                ClientBulkId = draft.BulkId,
                SendAt = draft.SendAt,
                Pace = draft.Pace,
                IdempotencyKey = key,
                BodyHash = hash,
            },
            CancellationToken.None);
        await AnswerAsync(context, result);
    }

    private static Task AnswerAsync(HttpContext context, SubmissionResult result)
    {
        switch (result.Kind)
        {
            case SubmissionResultKind.Stored:
                return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, result.Receipt!, SendAnswer.Write);
            case SubmissionResultKind.Replayed:
                context.Response.Headers[IdempotencyKeyHeader.ReplayedName] = "true";
                return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, result.Receipt!, SendAnswer.Write);
            case SubmissionResultKind.InFlight:
                return RefuseAsync(context, InfobipFault.InFlight);
            case SubmissionResultKind.KeyReused:
                return RefuseAsync(context, InfobipFault.KeyReused);
            case SubmissionResultKind.Refused:
                context.Response.Headers.RetryAfter = "1";
                return RefuseAsync(context, InfobipFault.Unavailable);
            default:
                throw new InvalidOperationException($"No such result: {result.Kind}.");
        }
    }

    private static Task RefuseAsync(HttpContext context, InfobipFault fault, params IReadOnlyList<ShapeFault> violations) =>
        FaultAnswer.WriteAsync(context, ErrorFamily.Newer, fault, violations);
}
