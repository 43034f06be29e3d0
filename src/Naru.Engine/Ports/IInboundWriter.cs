using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A front door's words for a text that came in. Written down when it comes, beside the text.</summary>
public interface IInboundWriter
{
    DialectName Dialect { get; }

    /// <summary>The whole body of a push: UTF-8 JSON.</summary>
    string Write(InboundOrder order);
}

/// <param name="App">Whose subscribers are told; null where the workspace itself is.</param>
/// <param name="Talk">The contact and conversation it belongs to, where the app keeps any.</param>
/// <param name="Ids">Makes public ids.</param>
public sealed record InboundOrder(Workspace Workspace, App? App, InboundText Text, TalkKey? Talk, MessageIdCodec Ids);
