using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// Reads contacts and conversations. They are written by <see cref="IMessageStore.CommitAsync"/>, so that whoever is told of a change is told in the same
/// commit. One suite (tests/Naru.Storage.Tests, <c>ContactStoreConformance</c>) runs on every adapter.
/// </summary>
public interface IContactStore
{
    /// <summary>Those that any member of the lookup names, each once, in no particular order.</summary>
    ValueTask<IReadOnlyList<Contact>> FindAsync(ContactLookup lookup, CancellationToken cancellationToken);

    /// <summary>Those that any member of the lookup names, each once, in no particular order.</summary>
    ValueTask<IReadOnlyList<Conversation>> FindAsync(ConversationLookup lookup, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    ValueTask<IReadOnlyList<Contact>> ListAsync(ContactQuery query, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    ValueTask<IReadOnlyList<Conversation>> ListAsync(ConversationQuery query, CancellationToken cancellationToken);

    /// <summary>How many conversations the query finds on all of its pages.</summary>
    ValueTask<long> CountAsync(ConversationQuery query, CancellationToken cancellationToken);

    /// <summary>The phone numbers that several contacts of a workspace have, on different channels.</summary>
    ValueTask<IReadOnlyList<IdentityConflict>> ListConflictsAsync(ConflictQuery query, CancellationToken cancellationToken);
}

/// <summary>Contacts to look up, all in one reading.</summary>
public sealed class ContactLookup
{
    public HashSet<long> Ids { get; } = [];

    /// <summary>As <see cref="Addresses"/> writes them.</summary>
    public HashSet<(WorkspaceId Workspace, ContactIdentity Identity)> Identities { get; } = [];

    /// <summary>Whoever has this number on any channel that addresses phones.</summary>
    public HashSet<(WorkspaceId Workspace, long Phone)> Phones { get; } = [];

    public bool IsEmpty => Ids.Count == 0 && Identities.Count == 0 && Phones.Count == 0;
}

/// <summary>Conversations to look up, all in one reading.</summary>
public sealed class ConversationLookup
{
    public HashSet<long> Ids { get; } = [];

    /// <summary>The active one of an app and a contact.</summary>
    public HashSet<(int App, long Contact)> Active { get; } = [];

    /// <summary>All of a contact.</summary>
    public HashSet<long> Contacts { get; } = [];

    public bool IsEmpty => Ids.Count == 0 && Active.Count == 0 && Contacts.Count == 0;
}

public sealed record ContactQuery
{
    public required WorkspaceId Workspace { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>Whoever has this address, in whatever app it means something.</summary>
    public (Channel Channel, Recipient Address)? Identity { get; init; }

    /// <summary>Only contacts with a smaller number: the next page.</summary>
    public long? BeforeId { get; init; }

    public int Limit { get; init; } = 10;
}

/// <summary>Of an app, of a contact, or of both; one of the two is named.</summary>
public sealed record ConversationQuery
{
    public required WorkspaceId Workspace { get; init; }

    public int? App { get; init; }

    public long? Contact { get; init; }

    public bool OnlyActive { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Only conversations with a smaller number: the next page.</summary>
    public long? BeforeId { get; init; }

    public int Limit { get; init; } = 10;
}

/// <param name="After">Only numbers greater than this one: the next page.</param>
public sealed record ConflictQuery(WorkspaceId Workspace, long After, int Limit);

/// <param name="Contacts">Ascending.</param>
public sealed record IdentityConflict(long Phone, IReadOnlyList<Channel> Channels, IReadOnlyList<long> Contacts);
