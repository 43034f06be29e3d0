using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>Answers a send with what became of it.</summary>
internal static class SubmissionAnswer
{
    public static Task WriteAsync(HttpContext context, SubmissionResult result, Action<Utf8JsonWriter, SubmissionReceipt> render)
    {
        switch (result.Kind)
        {
            case SubmissionResultKind.Stored:
                return SinchAnswer.WriteAsync(context, result.Receipt!, render);
            case SubmissionResultKind.Replayed:
                context.Response.Headers[IdempotencyKeyHeader.ReplayedName] = "true";
                return SinchAnswer.WriteAsync(context, result.Receipt!, render);
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
