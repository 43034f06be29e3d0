using Microsoft.AspNetCore.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;

namespace Naru.Dialects.Sinch.Batch;

/// <summary><c>/messages</c> and <c>/messages/{batch_id}</c> of the Batch API: how batches stand, and how they are cancelled.</summary>
internal sealed class BatchEndpoints(IGateway gateway, BatchLookup lookup)
{
    public const string Parameter = "batch_id";
    public const string Key = "metadataKey";
    public const string Value = "metadataValue";

    /// <summary>Of a list: it has no pages.</summary>
    public const int MostListed = 100;

    public const string Both = "metadataKey and metadataValue go together";

    public async Task GetAsync(HttpContext context, SinchCaller caller)
    {
        var id = context.Request.RouteValues[Parameter] as string ?? "";
        await (await lookup.FindAsync(caller.Workspace.Id, id, context.RequestAborted) is { } batch
            ? SinchAnswer.WriteAsync(context, batch, BatchJson.Write)
            : FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Batch")));
    }

    public async Task ListAsync(HttpContext context, SinchCaller caller)
    {
        var query = new SinchQuery(context.Request.Query, new ShapeFaults());
        var key = query.Text(Key) ?? query.Text("metadata_key");
        var value = query.Text(Value) ?? query.Text("metadata_value");
        if (key is null != value is null)
        {
            query.Faults.Add(key is null ? Key : Value, Both);
        }

        if (query.Faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, query.Faults.All);
            return;
        }

        var found = await lookup.ListAsync(
            caller.Workspace.Id, batch => key is null || BatchMetadata.Has(batch.Metadata, key, value!), MostListed, context.RequestAborted);
        await SinchAnswer.WriteAsync(context, found, BatchJson.WriteList);
    }

    /// <summary>Always 200, whatever there was to cancel (contracts/sinch.md §3.9), but for a gateway that cannot write it down.</summary>
    public async Task CancelAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, CancelRequest.Read) is not { } request)
        {
            return;
        }

        var batches = await NamedAsync(caller, request);
        foreach (var batch in batches.Where(batch => batch.Standing.Status is not (BulkStatus.Cancelled or BulkStatus.Finished)))
        {
            var result = await gateway.ChangeBulkAsync(caller.Workspace.Id, batch.Standing.PublicId, new BulkChange.Cancel(), CancellationToken.None);
            if (result.Kind == BulkChangeResultKind.Refused)
            {
                context.Response.Headers.RetryAfter = "1";
                await FaultAnswer.WriteAsync(context, SinchFault.Unavailable);
                return;
            }
        }

        await SinchAnswer.WriteNothingAsync(context);
    }

    private async ValueTask<IReadOnlyList<BatchView>> NamedAsync(SinchCaller caller, CancelRequest request)
    {
        if (request.BatchId is { } id)
        {
            return await lookup.FindAsync(caller.Workspace.Id, id, CancellationToken.None) is { } batch ? [batch] : [];
        }

        return await lookup.ListAsync(
            caller.Workspace.Id, batch => BatchMetadata.Has(batch.Metadata, request.Key!, request.Value!), BatchLookup.MostSearched, CancellationToken.None);
    }
}
