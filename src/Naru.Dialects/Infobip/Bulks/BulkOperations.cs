using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Http;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Time;

namespace Naru.Dialects.Infobip.Bulks;

/// <summary>
/// <c>…/bulks</c> and <c>…/bulks/status</c>: when a bulk begins, and pausing, resuming and cancelling it (contracts/infobip.md §9). The vendor documents
/// them for SMS only; they serve every bulk of the workspace, under the path of SMS and, as an extension, under those of KakaoTalk.
/// </summary>
internal sealed class BulkOperations(IGateway gateway, GatewayClock clock)
{
    private const string BulkId = "bulkId";

    public Func<HttpContext, InfobipCaller, Task> Schedule(ErrorFamily family) => (context, caller) => ShowAsync(context, caller, family, BulkAnswer.WriteSchedule);

    public Func<HttpContext, InfobipCaller, Task> Status(ErrorFamily family) => (context, caller) => ShowAsync(context, caller, family, BulkAnswer.WriteStatus);

    public Func<HttpContext, InfobipCaller, Task> Reschedule(ErrorFamily family) => (context, caller) => ChangeAsync(
        context, caller, family, "sendAt", (ref StrictJson json) => BulkRequests.Schedule(ref json, clock.Now), BulkAnswer.WriteSchedule);

    public Func<HttpContext, InfobipCaller, Task> ChangeStatus(ErrorFamily family) => (context, caller) => ChangeAsync(
        context, caller, family, "status", BulkRequests.Status, BulkAnswer.WriteStatus);

    private async Task ShowAsync(HttpContext context, InfobipCaller caller, ErrorFamily family, Action<Utf8JsonWriter, BulkStanding> write)
    {
        if (await BulkIdAsync(context, family) is not { } bulkId)
        {
            return;
        }

        if (await gateway.FindBulkAsync(caller.Workspace.Id, bulkId, context.RequestAborted) is { } standing)
        {
            await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, standing, write);
        }
        else
        {
            await NotFoundAsync(context, family);
        }
    }

    /// <param name="member">What is asked for, in a refusal.</param>
    private async Task ChangeAsync(
        HttpContext context, InfobipCaller caller, ErrorFamily family, string member, SmallBody.Reading<BulkChange> reading, Action<Utf8JsonWriter, BulkStanding> write)
    {
        if (await BulkIdAsync(context, family) is not { } bulkId || await SmallBody.ReadAsync(context, family, reading) is not (true, { } change))
        {
            return;
        }

        // Once it was read it is carried out, whether its caller still waits or not: else nobody would know what became of it.
        var result = await gateway.ChangeBulkAsync(caller.Workspace.Id, bulkId, change, CancellationToken.None);
        switch (result.Kind)
        {
            case BulkChangeResultKind.Done:
                await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, result.Standing!, write);
                break;
            case BulkChangeResultKind.NotFound:
                await NotFoundAsync(context, family);
                break;
            case BulkChangeResultKind.TooLate:
                var late = $"comes too late: the bulk is {BulkAnswer.WordOf(result.Standing!.Status)}, and nothing of it waits to begin";
                await FaultAnswer.WriteAsync(context, family, InfobipFault.BadRequest, new ShapeFault(member, late));
                break;
            case BulkChangeResultKind.Refused:
                context.Response.Headers.RetryAfter = "1";
                await FaultAnswer.WriteAsync(context, family, InfobipFault.Unavailable);
                break;
            default:
                throw new InvalidOperationException($"No such result: {result.Kind}.");
        }
    }

    private static async ValueTask<string?> BulkIdAsync(HttpContext context, ErrorFamily family)
    {
        var faults = new ShapeFaults();
        var bulkId = new InfobipQuery(context.Request.Query, faults).Text(BulkId);
        if (bulkId is null && !faults.Any)
        {
            faults.Add(BulkId, StrictJson.Missing);
        }

        if (!faults.Any)
        {
            return bulkId;
        }

        await FaultAnswer.WriteAsync(context, family, InfobipFault.BadRequest, faults.All);
        return null;
    }

    /// <summary>The newer body has no words of its own for it, but a place to say which.</summary>
    private static Task NotFoundAsync(HttpContext context, ErrorFamily family) => family == ErrorFamily.Newer
        ? FaultAnswer.WriteAsync(context, family, InfobipFault.NotFound, new ShapeFault(BulkId, InfobipFault.BulkNotFound.Text))
        : FaultAnswer.WriteAsync(context, family, InfobipFault.BulkNotFound);
}
