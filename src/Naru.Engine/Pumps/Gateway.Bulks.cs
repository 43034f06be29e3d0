using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;

namespace Naru.Engine.Pumps;

/// <summary>Bulks: how they stand, and what their owners do with them.</summary>
public sealed partial class Gateway
{
    public SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null) => throw new NotSupportedException();

    public ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
