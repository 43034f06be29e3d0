using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Inbound;

/// <summary>The texts that came in, for those who read them. Thread-safe.</summary>
public interface ITextInbox
{
    /// <summary>Makes public ids; see <see cref="InboundIds"/>.</summary>
    MessageIdCodec Ids { get; }

    /// <summary>
    /// Texts that wait to be pulled, oldest first. They are leased to the caller: <see cref="Pulled{T}.ConfirmAsync"/> after the answer was flushed consumes them,
    /// disposing without it gives them back.
    /// </summary>
    /// <param name="since">Only those that wait since then.</param>
    ValueTask<PulledTexts> PullAsync(WorkspaceId workspace, DateTimeOffset since, int limit, CancellationToken cancellationToken);
}
