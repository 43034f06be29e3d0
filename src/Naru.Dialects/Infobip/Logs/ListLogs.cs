using Microsoft.AspNetCore.Http;
using Naru.Core.Content;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Infobip.Auth;
using Naru.Dialects.Infobip.Errors;
using Naru.Dialects.Infobip.Queries;
using Naru.Dialects.Infobip.Reports;
using Naru.Dialects.Json;
using Naru.Engine;

namespace Naru.Dialects.Infobip.Logs;

/// <summary><c>GET /kakao-alim/1/logs</c>, <c>/sms/3/logs</c>, <c>/sms/1/logs</c>, <c>/omni/1/logs</c>: what was sent in the last 48 hours, newest first; reading changes nothing.</summary>
internal sealed class ListLogs(IGateway gateway, LogScan scan)
{
    private static readonly ShapeFault s_unknownCursor = new("cursor", "must be the nextCursor of an earlier answer");

    /// <param name="channel">Of OMNI's: any.</param>
    public Func<HttpContext, InfobipCaller, Task> Of(Channel? channel, ErrorFamily family, ReportForm form) =>
        (context, caller) => HandleAsync(context, caller, channel, family, form);

    private async Task HandleAsync(HttpContext context, InfobipCaller caller, Channel? channel, ErrorFamily family, ReportForm form)
    {
        var faults = new ShapeFaults();
        var query = LogQuery.Read(new InfobipQuery(context.Request.Query, faults), form);
        if (faults.Any)
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.BadRequest, faults.All);
            return;
        }

        long? before = null;
        if (query.Cursor is not null && (before = await SequenceAsync(caller.Workspace.Id, query.Cursor, context.RequestAborted)) is null)
        {
            await FaultAnswer.WriteAsync(context, family, InfobipFault.BadRequest, s_unknownCursor);
            return;
        }

        var page = await scan.FindAsync(caller.Workspace, form.Dialect(), channel, query, before, context.RequestAborted);
        var bulkIds = await gateway.BulkIdsAsync(page.Messages, context.RequestAborted);
        var items = page.Messages.Select((message, i) => new ReportFacts(message, gateway.PublicId(message), bulkIds[i])).ToList();
        var cursor = query.UseCursor ? new LogCursorFacts(query.Limit, page.More ? LogCursor.After(items[^1].MessageId) : null) : null;
        await JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, new LogAnswer(items, cursor, form), LogJson.Write);
    }

    private async ValueTask<long?> SequenceAsync(WorkspaceId workspace, string cursor, CancellationToken cancellationToken) =>
        LogCursor.Read(cursor) is { } id ? (await gateway.FindKeyAsync(workspace, id, cancellationToken))?.Sequence : null;
}

internal sealed record LogAnswer(IReadOnlyList<ReportFacts> Items, LogCursorFacts? Cursor, ReportForm Form);

/// <param name="Next">Null after the last page.</param>
internal sealed record LogCursorFacts(int Limit, string? Next);
