using Naru.Core.Conversations;
using Naru.Core.Workspaces;

namespace Naru.Engine.Conversations;

/// <summary>Conversations, as their owners keep them.</summary>
public sealed partial class ContactBook
{
    /// <param name="draft">Complete but for its number, dates and version.</param>
    public ValueTask<TalkResult<Conversation>> CreateConversationAsync(Conversation draft) => AskAsync(new CreateConversation(draft));

    public ValueTask<TalkResult<Conversation>> ChangeConversationAsync(WorkspaceId workspace, long id, Func<Conversation, Conversation> change) =>
        AskAsync(new ChangeConversation(workspace, id, change));

    /// <summary>The next message begins another one. Nothing happens where it is stopped already.</summary>
    public ValueTask<TalkResult<Conversation>> StopConversationAsync(WorkspaceId workspace, long id) =>
        ChangeConversationAsync(workspace, id, talk => talk with { Active = false });

    public ValueTask<TalkResult<Conversation>> DeleteConversationAsync(WorkspaceId workspace, long id) => AskAsync(new DeleteConversation(workspace, id));
}
