using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Infobip.Sending;

/// <summary>Sends: everything in the body becomes one submission, durable before the answer.</summary>
internal sealed class SendMessages(
    IGateway gateway, ScenarioRoute scenarios, SendEnvelopes envelopes, SendDryRun dryRun, WebhookTargetPolicy targets, InfobipOptions options, GatewayModeOptions mode, GatewayClock clock)
{
    public Func<HttpContext, InfobipCaller, Task> As(SendForm form) => (context, caller) => HandleAsync(context, caller, form);

    private async Task HandleAsync(HttpContext context, InfobipCaller caller, SendForm form)
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await RefuseAsync(context, form, InfobipFault.UnsupportedMediaType);
            return;
        }

        if (!IdempotencyKeyHeader.TryRead(context.Request, out var key))
        {
            await RefuseAsync(context, form, InfobipFault.BadRequest, new ShapeFault(IdempotencyKeyHeader.Name, IdempotencyKeyHeader.Rule));
            return;
        }

        var faults = new ShapeFaults();
        var dry = DryRunQuery.Read(context.Request, mode, faults);
        SendDraft draft;
        byte[]? hash;
        using (var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSendBytes, context.RequestAborted))
        {
            if (body is null)
            {
                await RefuseAsync(context, form, InfobipFault.TooLarge);
                return;
            }

            draft = form.Read(body.Span, options.TextLimit, targets, dry.Now ?? clock.Now, faults);
            hash = key is null ? null : SHA256.HashData(body.Span);
        }

        if (!faults.Any && form.GoesByScenario)
        {
            scenarios.Lay(caller.Workspace, draft, faults);
        }

        if (faults.Any)
        {
            await RefuseAsync(context, form, InfobipFault.BadRequest, faults.All);
            return;
        }

        envelopes.NameUnheard(caller.Workspace, form, draft);
        IgnoredHeader.Write(context.Response, draft);
        if (dry.IsDry)
        {
            await dryRun.AnswerAsync(context, caller, form, draft, dry.Now);
            return;
        }

        // What has arrived whole is stored even if the client hangs up now: it may already believe that it was.
        var messages = await envelopes.SealAsync(caller.Workspace, form, draft, CancellationToken.None);
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
        await AnswerAsync(context, form, draft, result);
    }

    private static Task AnswerAsync(HttpContext context, SendForm form, SendDraft draft, SubmissionResult result)
    {
        switch (result.Kind)
        {
            case SubmissionResultKind.Stored:
                return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, (form, draft, result.Receipt!), static (json, sent) => sent.form.Write(json, sent.Item3, sent.draft));
            case SubmissionResultKind.Replayed:
                context.Response.Headers[IdempotencyKeyHeader.ReplayedName] = "true";
                return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, (form, draft, result.Receipt!), static (json, sent) => sent.form.Write(json, sent.Item3, sent.draft));
            case SubmissionResultKind.InFlight:
                return RefuseAsync(context, form, InfobipFault.InFlight);
            case SubmissionResultKind.KeyReused:
                return RefuseAsync(context, form, InfobipFault.KeyReused);
            case SubmissionResultKind.Refused:
                context.Response.Headers.RetryAfter = "1";
                return RefuseAsync(context, form, InfobipFault.Unavailable);
            default:
                throw new InvalidOperationException($"No such result: {result.Kind}.");
        }
    }

    private static Task RefuseAsync(HttpContext context, SendForm form, InfobipFault fault, params IReadOnlyList<ShapeFault> violations) =>
        FaultAnswer.WriteAsync(context, form.Family, fault, violations);
}
