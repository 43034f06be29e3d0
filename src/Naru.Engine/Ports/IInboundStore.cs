using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// Reads the texts that came in. They are written by <see cref="IMessageStore.CommitAsync"/>, so that whoever is told of one is told in the same commit. One suite
/// (tests/Naru.Storage.Tests, <c>InboundStoreConformance</c>) runs on every adapter.
/// </summary>
public interface IInboundStore
{
    /// <summary>Those of a carrier's references under which a text is stored.</summary>
    ValueTask<IReadOnlyCollection<string>> FindReferencesAsync(string carrier, IReadOnlyCollection<string> references, CancellationToken cancellationToken);

    /// <summary>Texts that wait to be pulled, oldest first. Reading does not consume.</summary>
    /// <param name="since">Only those that wait since then.</param>
    /// <param name="except">Texts that are leased to another reader: skipped.</param>
    ValueTask<IReadOnlyList<InboundText>> ReadWaitingAsync(WorkspaceId workspace, DateTimeOffset since, IReadOnlySet<long> except, int limit, CancellationToken cancellationToken);

    /// <summary>How many wait to be pulled.</summary>
    ValueTask<long> CountWaitingAsync(WorkspaceId workspace, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    ValueTask<IReadOnlyList<InboundText>> ListAsync(InboundQuery query, CancellationToken cancellationToken);
}

/// <summary>A list of texts that came in. Every member narrows it; null means "any".</summary>
public sealed record InboundQuery
{
    public required WorkspaceId Workspace { get; init; }

    public Recipient? From { get; init; }

    /// <summary>The workspace's number, as it registered it.</summary>
    public string? To { get; init; }

    /// <summary>Only texts with a smaller number: the next page.</summary>
    public long? BeforeId { get; init; }

    public int Limit { get; init; } = 50;
}
