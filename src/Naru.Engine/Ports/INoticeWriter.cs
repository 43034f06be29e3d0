using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A dialect's words for what happens to contacts, conversations and bulks. Written down when it happens: later the thing itself may be gone.</summary>
public interface INoticeWriter
{
    DialectName Dialect { get; }

    /// <summary>The whole body of a push: UTF-8 JSON.</summary>
    string Write(NoticeOrder order);

    /// <summary>Likewise; null where the dialect has one word for both, so that nothing has changed.</summary>
    string? Write(BulkNoticeOrder order);
}

/// <param name="App">Whose subscribers are told.</param>
/// <param name="Talked">The app of <see cref="TalkEvent.Conversation"/>; null where there is none, or it has been deleted.</param>
/// <param name="Ids">Makes public ids.</param>
public sealed record NoticeOrder(Workspace Workspace, App App, TalkEvent Happened, App? Talked, DateTimeOffset At, MessageIdCodec Ids);

/// <param name="App">Whose subscribers are told.</param>
public sealed record BulkNoticeOrder(Workspace Workspace, App App, BulkNews News, DateTimeOffset At);
