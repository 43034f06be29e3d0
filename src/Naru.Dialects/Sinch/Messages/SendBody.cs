using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.DryRun;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>The body of a send with its idempotency key.</summary>
/// <param name="Hash">Of the body; null without a key.</param>
/// <param name="Dry">Whether it is only to be looked at.</param>
internal sealed record SendBody<T>(T Draft, string? Key, byte[]? Hash, DryRunQuery Dry);

internal static class SendBody
{
    /// <summary>Reads the body, or answers what is wrong with it; null then.</summary>
    public static async ValueTask<SendBody<T>?> ReadAsync<T>(HttpContext context, GatewayModeOptions mode, SinchReader<T> read)
        where T : class
    {
        if (!JsonMedia.IsJson(context.Request))
        {
            await FaultAnswer.WriteAsync(context, SinchFault.UnsupportedMediaType);
            return null;
        }

        if (!IdempotencyKeyHeader.TryRead(context.Request, out var key))
        {
            await FaultAnswer.BadRequestAsync(context, new ShapeFault(IdempotencyKeyHeader.Name, IdempotencyKeyHeader.Rule));
            return null;
        }

        var faults = new ShapeFaults();
        var dry = DryRunQuery.Read(context.Request, mode, faults);
        T? draft;
        byte[]? hash;
        using (var body = await RequestBody.ReadAsync(context.Request, RequestBody.MaxSendBytes, context.RequestAborted))
        {
            if (body is null)
            {
                await FaultAnswer.WriteAsync(context, SinchFault.TooLarge);
                return null;
            }

            draft = SinchBody.Read(body.Span, faults, read);
            hash = key is null ? null : SHA256.HashData(body.Span);
        }

        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
            return null;
        }

        return new SendBody<T>(draft!, key, hash, dry);
    }
}
