using Microsoft.AspNetCore.Http;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Omni;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>
/// <c>GET /kakao-alim/1/reports</c>, <c>/sms/3/reports</c>, <c>/sms/1/reports</c>, <c>/omni/1/reports</c>: each report once (contracts/infobip.md §8.1). Reports are leased, written, flushed, and only then
/// consumed: when the client or the gateway dies in between, they are given out again.
/// </summary>
internal sealed class PullReports(IGateway gateway, GatewayClock clock)
{
    private static readonly TimeSpan s_reach = TimeSpan.FromHours(48);

    /// <param name="channel">Of OMNI's: none.</param>
    public Func<HttpContext, InfobipCaller, Task> Of(Channel channel, ErrorFamily family, ReportForm form) =>
        (context, caller) => HandleAsync(context, caller, channel, family, form);

    private async Task HandleAsync(HttpContext context, InfobipCaller caller, Channel channel, ErrorFamily family, ReportForm form)
    {
        var faults = new ShapeFaults();
        var query = new InfobipQuery(context.Request.Query, faults);
        var wanted = new PullQuery
        {
            Workspace = caller.Workspace.Id,
            Dialect = form.Dialect(),
            Channel = channel,
            Since = clock.Now - s_reach,
            Limit = query.Int32("limit", 1, InfobipQuery.MaxPage, InfobipQuery.Page),
        };
        wanted = form == ReportForm.Omni
            ? wanted with { EndedIn = query.Word("channel", OmniChannels.Words) is { } word ? OmniChannels.Read(word) : null }
            : wanted with { EntityId = query.Text("entityId"), ApplicationId = query.Text("applicationId"), CampaignReference = query.Text("campaignReferenceId") };
        var bulkId = query.Text("bulkId");
        var messageId = query.Text("messageId");
        if (faults.Any)
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.BadRequest, faults.All);
            return;
        }

        var leases = new List<PulledReports>();
        try
        {
            await LeaseAsync(leases, wanted, await SelectAsync(wanted, bulkId, messageId, context.RequestAborted), context.RequestAborted);
            await WriteAsync(context, form, [.. leases.SelectMany(lease => lease.Messages)]);
            context.RequestAborted.ThrowIfCancellationRequested();
            foreach (var lease in leases)
            {
                await lease.ConfirmAsync();
            }
        }
        finally
        {
            leases.ForEach(lease => lease.Dispose());
        }
    }

    private async ValueTask LeaseAsync(List<PulledReports> leases, PullQuery wanted, IReadOnlyList<Selection> selections, CancellationToken cancellationToken)
    {
        var left = wanted.Limit;
        foreach (var selection in selections)
        {
            if (left == 0)
            {
                return;
            }

            var lease = await gateway.PullReportsAsync(wanted with { Bulk = selection.Bulk, Key = selection.Key, Limit = left }, cancellationToken);
            leases.Add(lease);
            left -= lease.Messages.Count;
        }
    }

    /// <summary>What the ids name: all, nothing (an unknown id, or another workspace's), or one query for each bulk that bears the id.</summary>
    private async ValueTask<IReadOnlyList<Selection>> SelectAsync(PullQuery wanted, string? bulkId, string? messageId, CancellationToken cancellationToken)
    {
        MessageKey? key = null;
        if (wanted.EndedIn == default(Channel))
        {
            // A channel that no message goes through.
            return [];
        }

        if (messageId is not null && (key = await gateway.FindKeyAsync(wanted.Workspace, messageId, cancellationToken)) is null)
        {
            return [];
        }

        if (bulkId is null)
        {
            return [new Selection(null, key)];
        }

        var bulks = await gateway.FindBulksAsync(wanted.Workspace, bulkId, cancellationToken);
        return
        [
            .. bulks.Where(bulk => bulk.Single is null || key is null || bulk.Single == key)
                .Select(bulk => bulk.Single is { } single ? new Selection(null, single) : new Selection(bulk.Bulk, key)),
        ];
    }

    private async Task WriteAsync(HttpContext context, ReportForm form, IReadOnlyList<Message> messages)
    {
        var bulkIds = await gateway.BulkIdsAsync(messages, context.RequestAborted);
        var reports = new ReportFacts[messages.Count];
        for (var i = 0; i < reports.Length; i++)
        {
            reports[i] = new ReportFacts(messages[i], gateway.PublicId(messages[i]), bulkIds[i]);
        }

        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, reports, ReportJson.Writer(form));
    }

    private readonly record struct Selection(BulkKey? Bulk, MessageKey? Key);
}
