using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Storage.Rows;

/// <summary>The columns of a message's row, as stored. The rest stands in two blobs: <see cref="GivenCodec"/>, <see cref="JourneyCodec"/>.</summary>
internal readonly record struct MessageColumns(
    long Sequence, int Workspace, MessageState State, int Version, long Lane, long? Due, long? Done, long Recipient, long Bulk, long EnvelopeId, long Accepted)
{
    public WorkspaceId WorkspaceId => new(Workspace);

    public BulkKey BulkKey => new(Bulk);
}
