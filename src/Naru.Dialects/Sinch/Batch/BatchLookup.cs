using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Ports;

namespace Naru.Dialects.Sinch.Batch;

/// <summary>
/// Finds batches among a workspace's bulks. Those of other front doors are none: their ids are of another form, or their messages are of another door.
/// What the caller wrote on a batch stands in its messages.
/// </summary>
internal sealed class BatchLookup(IGateway gateway)
{
    /// <summary>Newest batches that a search by metadata looks through. A batch begins within 7 days, and a project sends a few a day.</summary>
    public const int MostSearched = 1000;

    private const int Page = 100;

    public async ValueTask<BatchView?> FindAsync(WorkspaceId workspace, string id, CancellationToken cancellationToken)
    {
        if (!IsBatchId(id))
        {
            return null;
        }

        var bulks = (await gateway.FindBulksAsync(workspace, id, cancellationToken)).Where(bulk => bulk.Bulk.Exists).Select(bulk => bulk.Bulk).ToList();
        return bulks.Count > 0 && await gateway.FindBulkAsync(workspace, id, cancellationToken) is { } standing
            ? await ViewAsync(workspace, bulks, standing, cancellationToken)
            : null;
    }

    /// <summary>Newest first.</summary>
    /// <param name="most">How many are returned.</param>
    public async ValueTask<IReadOnlyList<BatchView>> ListAsync(
        WorkspaceId workspace, Func<BatchView, bool> which, int most, CancellationToken cancellationToken)
    {
        var found = new List<BatchView>();
        BulkKey? before = null;
        for (var seen = 0; seen < MostSearched && found.Count < most; seen += Page)
        {
            var page = await gateway.ListBulksAsync(workspace, before, Page, cancellationToken);
            foreach (var (key, standing) in page)
            {
                if (found.Count < most && IsBatchId(standing.PublicId)
                    && await ViewAsync(workspace, [key], standing, cancellationToken) is { } view && which(view))
                {
                    found.Add(view);
                }
            }

            if (page.Count < Page)
            {
                break;
            }

            before = page[^1].Key;
        }

        return found;
    }

    private async ValueTask<BatchView?> ViewAsync(
        WorkspaceId workspace, IReadOnlyList<BulkKey> bulks, BulkStanding standing, CancellationToken cancellationToken)
    {
        var some = await gateway.Store.ListAsync(new MessageQuery { Workspace = workspace, Bulks = [.. bulks], Limit = 1 }, cancellationToken);
        return some switch
        {
            // All of its messages were deleted.
            [] => new BatchView(standing, null),
            [{ Envelope: { Dialect: DialectName.Sinch } envelope }, ..] => new BatchView(standing, envelope.CampaignReference),
            _ => null,
        };
    }

    private static bool IsBatchId(string id) => Ulid.TryParse(id, out _);
}
