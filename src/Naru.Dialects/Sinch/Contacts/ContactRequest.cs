using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Dialects.Sinch.Requests;

namespace Naru.Dialects.Sinch.Contacts;

/// <summary>What a POST or PATCH says of a contact. Null = not said.</summary>
internal sealed class ContactRequest
{
    /// <summary>The members that the body has, be it as <c>null</c>.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<ContactIdentity>? Identities { get; set; }

    public IReadOnlyList<Channel>? Priority { get; set; }

    public string? DisplayName { get; set; }

    public string? Email { get; set; }

    public string? ExternalId { get; set; }

    public string? Language { get; set; }

    public string? Metadata { get; set; }

    /// <summary>Complete but for its number and dates.</summary>
    public Contact Create(WorkspaceId workspace) => new(
        0, workspace, Identities!, Priority ?? [], Name(DisplayName), Said(Email), Said(ExternalId), Language!, Said(Metadata), default, 1);

    /// <summary>The contact with what was said. A member that the mask names and the body has not goes back to its default.</summary>
    public Contact ApplyTo(Contact contact, UpdateMask mask) => contact with
    {
        Identities = Sets(mask, ContactMembers.Identities) ? Identities! : contact.Identities,
        Priority = Sets(mask, ContactMembers.Priority) ? Priority ?? [] : contact.Priority,
        DisplayName = Sets(mask, ContactMembers.DisplayName) ? Name(DisplayName) : contact.DisplayName,
        Email = Sets(mask, ContactMembers.Email) ? Said(Email) : contact.Email,
        ExternalId = Sets(mask, ContactMembers.ExternalId) ? Said(ExternalId) : contact.ExternalId,
        Language = Sets(mask, ContactMembers.Language) ? Language ?? Contact.NoLanguage : contact.Language,
        Metadata = Sets(mask, ContactMembers.Metadata) ? Said(Metadata) : contact.Metadata,
    };

    /// <summary>Whether the change would take all addresses away, which no contact is without.</summary>
    public bool TakesAllIdentities(UpdateMask mask) => Sets(mask, ContactMembers.Identities) && Identities is null;

    private bool Sets(UpdateMask mask, string member) => mask.Sets(member, Members.Contains(member));

    private static string Name(string? text) => string.IsNullOrEmpty(text) ? Contact.Unknown : text;

    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
