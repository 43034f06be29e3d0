using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A dialect's words for what happens to contacts and conversations. Written down when it happens: later the thing itself may be gone.</summary>
public interface INoticeWriter
{
    DialectName Dialect { get; }

    /// <summary>The whole body of a push: UTF-8 JSON.</summary>
    string Write(NoticeOrder order);
}

/// <param name="App">Whose subscribers are told.</param>
/// <param name="Talked">The app of <see cref="TalkEvent.Conversation"/>; null where there is none, or it has been deleted.</param>
/// <param name="Ids">Makes public ids.</param>
public sealed record NoticeOrder(Workspace Workspace, App App, TalkEvent Happened, App? Talked, DateTimeOffset At, MessageIdCodec Ids);
