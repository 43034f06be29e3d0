using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>What happens to contacts and conversations, and to whatever else subscribers are told of by notices.</summary>
public sealed partial class Gateway
{
    /// <summary>Writes it in the next flush, with the pushes that tell of it.</summary>
    /// <param name="write">Adds what else is written; null = only the pushes.</param>
    /// <param name="stillWanted">Asked in the engine's own order of things, so that nothing is written behind the purge of a workspace.</param>
    internal async ValueTask<TalkCommit> CommitAsync(
        WorkspaceId workspace, Action<CommitBatch>? write, DialectName dialect, IReadOnlyList<NoticedEvent> notices, Func<bool> stillWanted)
    {
        var written = false;
        var done = new Signal();
        var waiting = Watch(done);
        var told = new EngineEvent.Noticed(workspace, dialect, notices, done, batch =>
        {
            written = stillWanted();
            if (written)
            {
                write?.Invoke(batch);
            }
        });
        if (!IsReady || !_events.Writer.TryWrite(told) || !await waiting)
        {
            return TalkCommit.Failed;
        }

        return written ? TalkCommit.Durable : TalkCommit.Unwanted;
    }
}

internal enum TalkCommit
{
    Durable = 1,

    /// <summary>Nothing was written: the workspace has gone.</summary>
    Unwanted = 2,

    /// <summary>The store failed, or the gateway stops: nothing is known to be written.</summary>
    Failed = 3,
}
