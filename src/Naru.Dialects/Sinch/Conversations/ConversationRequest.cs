using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Dialects.Sinch.Requests;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary>What a POST or PATCH says of a conversation. Null = not said.</summary>
internal sealed class ConversationRequest
{
    /// <summary>The members that the body has, be it as <c>null</c>.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public string? AppId { get; set; }

    public string? ContactId { get; set; }

    public bool? Active { get; set; }

    public Channel? ActiveChannel { get; set; }

    public string? Metadata { get; set; }

    /// <summary>Compact.</summary>
    public string? MetadataJson { get; set; }

    public string? CorrelationId { get; set; }

    /// <summary>Complete but for its number and dates. Without a channel it begins on the one that the contact prefers.</summary>
    public Conversation Create(WorkspaceId workspace, int app, Contact contact) => new(
        0, workspace, app, contact.Id, Active ?? true,
        ActiveChannel ?? (contact.Priority.Count > 0 ? contact.Priority[0] : contact.Identities[0].Channel),
        null, MetadataJson, Said(Metadata), Said(CorrelationId), default, default, 1);

    /// <summary>The conversation with what was said. A member that the mask names and the body has not goes back to its default.</summary>
    /// <param name="merge">The metadata is merged into what is there (RFC 7386); else it replaces it.</param>
    public Conversation ApplyTo(Conversation talk, UpdateMask mask, bool merge) => talk with
    {
        Active = Sets(mask, ConversationMembers.Active) ? Active ?? false : talk.Active,
        ActiveChannel = Sets(mask, ConversationMembers.ActiveChannel) ? ActiveChannel ?? talk.ActiveChannel : talk.ActiveChannel,
        Metadata = Sets(mask, ConversationMembers.Metadata) ? Said(Metadata) : talk.Metadata,
        MetadataJson = !Sets(mask, ConversationMembers.MetadataJson) ? talk.MetadataJson
            : merge && MetadataJson is not null ? MergePatch.Apply(talk.MetadataJson, MetadataJson)
            : MetadataJson,
        CorrelationId = Sets(mask, ConversationMembers.CorrelationId) ? Said(CorrelationId) : talk.CorrelationId,
    };

    private bool Sets(UpdateMask mask, string member) => mask.Sets(member, Members.Contains(member));

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
