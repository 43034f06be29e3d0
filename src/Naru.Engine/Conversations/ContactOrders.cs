using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <param name="draft">Complete but for its number.</param>
internal sealed class CreateContact(Contact draft) : BookOrder<Contact>(draft.Workspace)
{
    public override void Name(ContactLookup lookup, bool unified) => lookup.Identities.UnionWith(draft.Identities.Select(identity => (Workspace, identity)));

    protected override TalkResult<Contact>? Try(BookPage page)
    {
        if (draft.Identities.Any(identity => page.Contact(identity) is not null))
        {
            return TalkFault.IdentityTaken;
        }

        var contact = draft with { Id = page.NewContactId(), CreatedAt = page.Now, Version = 1 };
        page.Put(contact, app: 0);
        return contact;
    }
}

/// <param name="change">Given the contact as it is; its number and version are none of its affair.</param>
/// <param name="identities">Those that it may get by the change.</param>
internal sealed class ChangeContact(WorkspaceId workspace, long id, Func<Contact, Contact> change, IReadOnlyList<ContactIdentity> identities) : BookOrder<Contact>(workspace)
{
    public override void Name(ContactLookup lookup, bool unified)
    {
        lookup.Ids.Add(id);
        lookup.Identities.UnionWith(identities.Select(identity => (Workspace, identity)));
    }

    protected override TalkResult<Contact>? Try(BookPage page)
    {
        if (page.Contact(id) is not { } before)
        {
            return TalkFault.NoContact;
        }

        var after = change(before) with { Id = before.Id, Workspace = before.Workspace, CreatedAt = before.CreatedAt, Version = before.Version + 1 };
        if (after.Identities.Any(identity => page.Contact(identity) is { } owner && owner.Id != id))
        {
            return TalkFault.IdentityTaken;
        }

        if (after.SaysTheSame(before))
        {
            return before;
        }

        page.Put(after, app: 0);
        return after;
    }
}

/// <summary>With the contact go its conversations.</summary>
internal sealed class DeleteContact(WorkspaceId workspace, long id) : BookOrder<Contact>(workspace)
{
    public override void Name(ContactLookup lookup, bool unified) => lookup.Ids.Add(id);

    public override void Name(ConversationLookup lookup, BookPage page) => lookup.Contacts.Add(id);

    protected override TalkResult<Contact>? Try(BookPage page)
    {
        if (page.Contact(id) is not { } contact)
        {
            return TalkFault.NoContact;
        }

        if (!page.KnowsConversations(id))
        {
            return null;
        }

        foreach (var talk in page.ConversationsOf(id))
        {
            page.Remove(talk);
        }

        page.Remove(contact);
        return contact;
    }
}

/// <summary>
/// The conversations of the contact that goes become those of the one that stays. An app that talks with both keeps the talk of the one that stays as
/// the active one.
/// </summary>
internal sealed class MergeContacts(WorkspaceId workspace, long stays, long goes) : BookOrder<Contact>(workspace)
{
    public override void Name(ContactLookup lookup, bool unified) => lookup.Ids.UnionWith([stays, goes]);

    public override void Name(ConversationLookup lookup, BookPage page) => lookup.Contacts.UnionWith([stays, goes]);

    protected override TalkResult<Contact>? Try(BookPage page)
    {
        if (page.Contact(stays) is not { } preserved || page.Contact(goes) is not { } gone)
        {
            return TalkFault.NoContact;
        }

        if (!page.KnowsConversations(stays) || !page.KnowsConversations(goes))
        {
            return null;
        }

        foreach (var talk in page.ConversationsOf(goes))
        {
            var active = talk.Active && page.Active(talk.App, stays) is null;
            page.Put(talk with { Contact = stays, Active = active, Version = talk.Version + 1 });
        }

        var merged = ContactMerge.Merge(preserved, gone);
        page.Merge(gone, merged);
        return merged;
    }
}
