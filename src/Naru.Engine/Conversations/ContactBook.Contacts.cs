using Naru.Core.Conversations;
using Naru.Core.Workspaces;

namespace Naru.Engine.Conversations;

/// <summary>Contacts, as their owners keep them.</summary>
public sealed partial class ContactBook
{
    /// <param name="draft">Complete but for its number, dates and version.</param>
    public ValueTask<TalkResult<Contact>> CreateContactAsync(Contact draft) => AskAsync(new CreateContact(draft));

    /// <param name="identities">Addresses that the contact may get by the change.</param>
    public ValueTask<TalkResult<Contact>> ChangeContactAsync(
        WorkspaceId workspace, long id, IReadOnlyList<ContactIdentity> identities, Func<Contact, Contact> change) =>
        AskAsync(new ChangeContact(workspace, id, change, identities));

    /// <summary>With the contact go its conversations.</summary>
    public ValueTask<TalkResult<Contact>> DeleteContactAsync(WorkspaceId workspace, long id) => AskAsync(new DeleteContact(workspace, id));

    /// <returns>The contact that stays.</returns>
    public ValueTask<TalkResult<Contact>> MergeContactsAsync(WorkspaceId workspace, long stays, long goes)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(goes, stays);
        return AskAsync(new MergeContacts(workspace, stays, goes));
    }
}
