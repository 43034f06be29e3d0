using Naru.Core.Workspaces;

namespace Naru.Storage.Sqlite;

/// <summary>What has to be known of a row to remove it with all that hangs on it.</summary>
internal sealed record RemovableMessage(long Sequence, WorkspaceId WorkspaceId, long Recipient, long Bulk, long EnvelopeId, byte[] Given)
{
    public const string Columns = "id, workspace, recipient, bulk, envelope, given, accepted, done";
    public const int AcceptedColumn = 6;
    public const int DoneColumn = 7;

    public static RemovableMessage Of(in Statement.Reading row) => new(
        row.Number(0), new WorkspaceId((int)row.Number(1)), row.Number(2), row.Number(3), row.Number(4), row.Blob(5).ToArray());
}
