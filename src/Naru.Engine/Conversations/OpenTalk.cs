using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <summary>A message belongs to somebody: the contact and the active conversation are found, or made.</summary>
internal sealed class OpenTalk(App app, TalkOrder order) : BookOrder<Talk>(app.Workspace)
{
    public override void Name(ContactLookup lookup, bool unified)
    {
        if (order.Contact is { } contact)
        {
            lookup.Ids.Add(contact);
        }

        lookup.Name(Workspace, order.Identities, unified);
    }

    public override void Name(ConversationLookup lookup, BookPage page)
    {
        if (Known(page) is { } contact)
        {
            lookup.Active.Add((app.Id, contact.Id));
        }
    }

    protected override TalkResult<Talk>? Try(BookPage page)
    {
        var contact = Known(page);
        if (contact is null && order.Contact is not null)
        {
            return TalkFault.NoContact;
        }

        if (contact is not null && !page.KnowsActive(app.Id, contact.Id))
        {
            return null;
        }

        var active = contact is null ? null : page.Active(app.Id, contact.Id);
        var talk = active?.Used(order.Channel, order.CorrelationId, order.MetadataJson, order.MergeMetadata, page.Now, order.ReceivedAt);
        if (!MergePatch.Fits((talk ?? Begun(0, 0, page)).MetadataJson))
        {
            return TalkFault.MetadataTooLarge;
        }

        contact = contact is null ? New(page) : WithAddresses(contact, page);
        if (talk is null)
        {
            page.Put(talk = Begun(page.NewConversationId(), contact.Id, page));
        }
        else if (!ReferenceEquals(talk, active))
        {
            page.Put(talk);
        }

        return new Talk(contact, talk);
    }

    private Contact? Known(BookPage page)
    {
        if (order.Contact is { } id)
        {
            return page.Contact(id);
        }

        foreach (var identity in order.Identities)
        {
            if (page.Contact(identity) is { } contact)
            {
                return contact;
            }
        }

        return order.Identities.Select(page.Owner).FirstOrDefault(owner => owner is not null);
    }

    private Contact New(BookPage page)
    {
        var contact = new Contact(
            page.NewContactId(), Workspace, [.. order.Identities.Distinct()], [], Contact.Unknown, null, null, Contact.NoLanguage, null, page.Now, 1);
        page.Put(contact, app.Id);
        return contact;
    }

    /// <summary>The caller says that all these addresses are one person's: those that nobody has are the contact's from now on.</summary>
    private Contact WithAddresses(Contact contact, BookPage page)
    {
        var grown = contact.With(order.Contact is null ? order.Identities.Where(identity => page.Owner(identity) is not { } owner || owner.Id == contact.Id) : []);
        if (!ReferenceEquals(grown, contact))
        {
            page.Put(grown, app.Id);
        }

        return grown;
    }

    private Conversation Begun(long id, long contact, BookPage page)
    {
        var metadata = order is { MetadataJson: { } patch, MergeMetadata: true } ? MergePatch.Apply(null, patch) : order.MetadataJson;
        return new Conversation(id, Workspace, app.Id, contact, Active: true, order.Channel, order.ReceivedAt, metadata, null, order.CorrelationId, page.Now, page.Now, 1);
    }
}
