using Microsoft.AspNetCore.Http;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Inbound;
using Naru.Engine.Time;

namespace Naru.Dialects.Infobip.Inbound;

/// <summary>
/// <c>GET /sms/1/inbox/reports</c>: each text once, of the last 48 hours. Texts are leased, written, flushed, and only then consumed: when the client or the gateway
/// dies in between, they are given out again.
/// </summary>
internal sealed class PullTexts(ITextInbox inbox, GatewayClock clock)
{
    public async Task HandleAsync(HttpContext context, InfobipCaller caller)
    {
        var faults = new ShapeFaults();
        var query = new InfobipQuery(context.Request.Query, faults);
        var limit = query.Int32("limit", 1, InfobipQuery.MaxPage, InfobipQuery.Page);

        // People's texts have no tags of the platform's: a filter by one finds none.
        string[] tags = ["applicationId", "entityId", "campaignReferenceId"];
        var isTagged = tags.Select(query.Text).OfType<string>().Any();
        if (faults.Any)
        {
            await FaultAnswer.WriteAsync(context, ErrorFamily.Older, InfobipFault.BadRequest, faults.All);
            return;
        }

        if (isTagged)
        {
            await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, new InboundPage([], 0, inbox.Ids), InboundJson.Write);
            return;
        }

        using var texts = await inbox.PullAsync(caller.Workspace.Id, clock.Now - PullReports.Reach, limit, context.RequestAborted);
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, new InboundPage(texts.Texts, texts.Pending, inbox.Ids), InboundJson.Write);
        context.RequestAborted.ThrowIfCancellationRequested();
        await texts.ConfirmAsync();
    }
}
