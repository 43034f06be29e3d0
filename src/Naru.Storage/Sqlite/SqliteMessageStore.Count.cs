using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Sqlite;

/// <summary>What waits.</summary>
public sealed partial class SqliteMessageStore
{
    public ValueTask<StoreCounts> CountAsync(WorkspaceId? workspace, CancellationToken cancellationToken) => ReadAsync(
        tables =>
        {
            var unsealed = tables.Bulks.Unsealed();
            var open = new Dictionary<MessageState, long>();
            using (var rows = tables.Messages.OpenRows())
            {
                while (rows.Next())
                {
                    if ((workspace is null || rows.Number(1) == workspace.Value.Value) && !unsealed.Contains(rows.Number(2)))
                    {
                        var state = (MessageState)rows.Number(0);
                        open[state] = open.GetValueOrDefault(state) + rows.Number(3);
                    }
                }
            }

            return new StoreCounts(open, tables.Pulls.Count(workspace), tables.Pushes.CountOpen(workspace));
        },
        cancellationToken);
}
