using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Conversations;

/// <summary>A person, as a workspace knows them.</summary>
/// <param name="Id">Dense, ascending, unique in the installation; shown as a ULID that decodes to it.</param>
/// <param name="Identities">At least one; no two contacts of a workspace have the same.</param>
/// <param name="Priority">Channels in the order of preference; may be empty.</param>
/// <param name="DisplayName">"Unknown" where nobody said one.</param>
/// <param name="Language">The front door's word, such as <c>KO</c>; <c>UNSPECIFIED</c> where nobody said one.</param>
/// <param name="Metadata">The caller's own data, at most 1,024 characters.</param>
/// <param name="Version">One more with every change.</param>
public sealed record Contact(
    long Id,
    WorkspaceId Workspace,
    IReadOnlyList<ContactIdentity> Identities,
    IReadOnlyList<Channel> Priority,
    string DisplayName,
    string? Email,
    string? ExternalId,
    string Language,
    string? Metadata,
    DateTimeOffset CreatedAt,
    int Version)
{
    public const string Unknown = "Unknown";
    public const string NoLanguage = "UNSPECIFIED";
}

/// <summary>Under which address a channel knows a person.</summary>
/// <param name="Address">A phone number, or what the channel calls the person.</param>
/// <param name="AppId">The app within which the address means something; empty on channels that address phones.</param>
public readonly record struct ContactIdentity(Channel Channel, Recipient Address, string AppId = "");

/// <summary>What an app and a contact have said to each other.</summary>
/// <param name="Id">Dense, ascending, unique in the installation; shown as a ULID that decodes to it.</param>
/// <param name="App">The number of the app.</param>
/// <param name="Active">At most one of an app and a contact is.</param>
/// <param name="ActiveChannel">The channel last used.</param>
/// <param name="LastReceived">When the contact last wrote; null = never.</param>
/// <param name="MetadataJson">The caller's own data: a JSON object of at most 2,048 bytes.</param>
/// <param name="Metadata">The older form of it, a text of at most 1,024 characters.</param>
/// <param name="CorrelationId">Of the latest message that had one.</param>
/// <param name="LastMessageAt">When the latest message was accepted.</param>
/// <param name="Version">One more with every change.</param>
public sealed record Conversation(
    long Id,
    WorkspaceId Workspace,
    int App,
    long Contact,
    bool Active,
    Channel ActiveChannel,
    DateTimeOffset? LastReceived,
    string? MetadataJson,
    string? Metadata,
    string? CorrelationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastMessageAt,
    int Version);
