using Naru.Core.Conversations;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Conversations;

/// <param name="draft">Complete but for its number.</param>
internal sealed class CreateConversation(Conversation draft) : BookOrder<Conversation>(draft.Workspace)
{
    public override void Name(ContactLookup lookup, bool unified) => lookup.Ids.Add(draft.Contact);

    public override void Name(ConversationLookup lookup, BookPage page) => lookup.Active.Add((draft.App, draft.Contact));

    protected override TalkResult<Conversation>? Try(BookPage page)
    {
        if (page.Contact(draft.Contact) is null)
        {
            return TalkFault.NoContact;
        }

        if (draft.Active && !page.KnowsActive(draft.App, draft.Contact))
        {
            return null;
        }

        if (draft.Active && page.Active(draft.App, draft.Contact) is not null)
        {
            return TalkFault.AlreadyActive;
        }

        var talk = draft with { Id = page.NewConversationId(), CreatedAt = page.Now, LastMessageAt = page.Now, Version = 1 };
        page.Put(talk);
        return talk;
    }
}

/// <param name="change">Given the conversation as it is; its number, app, contact and version are none of its affair.</param>
internal sealed class ChangeConversation(WorkspaceId workspace, long id, Func<Conversation, Conversation> change) : BookOrder<Conversation>(workspace)
{
    /// <summary>Known from the second turn on: which others there are.</summary>
    private Conversation? _before;

    public override void Name(ConversationLookup lookup, BookPage page)
    {
        lookup.Ids.Add(id);
        if (_before is { } talk)
        {
            lookup.Active.Add((talk.App, talk.Contact));
        }
    }

    protected override TalkResult<Conversation>? Try(BookPage page)
    {
        if (page.Conversation(id) is not { } before)
        {
            return TalkFault.NoConversation;
        }

        var after = change(before) with
        {
            Id = before.Id, Workspace = before.Workspace, App = before.App, Contact = before.Contact, CreatedAt = before.CreatedAt, Version = before.Version,
        };
        if (after == before)
        {
            return before;
        }

        if (!MergePatch.Fits(after.MetadataJson))
        {
            return TalkFault.MetadataTooLarge;
        }

        if (after.Active && !before.Active)
        {
            if (!page.KnowsActive(before.App, before.Contact))
            {
                _before = before;
                return null;
            }

            if (page.Active(before.App, before.Contact) is not null)
            {
                return TalkFault.AlreadyActive;
            }
        }

        after = after with { Version = before.Version + 1 };
        page.Put(after);
        return after;
    }
}

internal sealed class DeleteConversation(WorkspaceId workspace, long id) : BookOrder<Conversation>(workspace)
{
    public override void Name(ConversationLookup lookup, BookPage page) => lookup.Ids.Add(id);

    protected override TalkResult<Conversation>? Try(BookPage page)
    {
        if (page.Conversation(id) is not { } talk)
        {
            return TalkFault.NoConversation;
        }

        page.Remove(talk);
        return talk;
    }
}
