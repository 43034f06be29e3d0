using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Inbound;

/// <summary>A text that somebody sent to a number of a workspace.</summary>
/// <param name="Id">Dense, ascending, unique in the installation; see <see cref="InboundIds"/> for what it is called outside.</param>
/// <param name="Carrier">The configured name of the carrier that brought it.</param>
/// <param name="Reference">The carrier's own reference: a text that comes again has the same, as far as the carrier can tell. At most 64 characters.</param>
/// <param name="From">Who sent it: an E.164 number as a rule.</param>
/// <param name="To">The workspace's number, as it registered it.</param>
/// <param name="Parts">Of how many parts it was put together.</param>
/// <param name="Keyword">The first word, where it is one of the workspace's keywords, as the workspace writes it.</param>
/// <param name="At">When it arrived.</param>
/// <param name="WaitsSince">Since when it waits to be pulled; null where it does not: it was told or pulled.</param>
public sealed record InboundText(
    long Id, WorkspaceId Workspace, string Carrier, string Reference, Recipient From, string To, string Text, int Parts, string? Keyword, DateTimeOffset At, DateTimeOffset? WaitsSince = null)
{
    /// <summary>Without the text and the numbers, so that it is safe to log.</summary>
    public override string ToString() => $"inbound text {Id} of {Carrier}";
}

/// <summary>What texts are called outside: ids that decode to their number, as a front door likes them.</summary>
public static class InboundIds
{
    public static string Uuid(this MessageIdCodec ids, InboundText text) => ids.ToUuid(IdKind.InboundText, text.At, new MessageKey(0, text.Id));

    public static string Ulid(this MessageIdCodec ids, InboundText text) => ids.ToUlid(IdKind.InboundText, text.At, new MessageKey(0, text.Id));
}
