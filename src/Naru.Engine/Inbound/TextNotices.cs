using Naru.Core.Content;
using Naru.Core.Conversations;
using Naru.Core.Inbound;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Conversations;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Engine.Inbound;

/// <summary>Who is told of texts that came in, and in which words.</summary>
/// <param name="contacts">Looked up at the first text of a conversation: it stands on the gateway.</param>
public sealed class TextNotices(WorkspaceDirectory directory, IEnumerable<IInboundWriter> writers, Lazy<IContactBook> contacts)
{
    private readonly Dictionary<DialectName, IInboundWriter> _writers = writers.ToDictionary(static writer => writer.Dialect);

    /// <summary>For each text the workspace's endpoint, where there is one, and the apps that take texts.</summary>
    /// <param name="endpoint">0 = none.</param>
    internal async ValueTask<IReadOnlyList<NoticedEvent>> WriteAsync(
        Workspace workspace, IReadOnlyList<InboundText> texts, int endpoint, MessageIdCodec ids, CancellationToken cancellationToken)
    {
        var told = new List<NoticedEvent>();
        foreach (var text in texts)
        {
            if (endpoint != 0)
            {
                var body = _writers[DialectName.InfobipInbound].Write(new InboundOrder(workspace, null, text, null, ids));
                told.Add(new NoticedEvent(ReportEvent.TextReceived, new Notice(0, text.At, body), new NoticeAddress(DialectName.InfobipInbound, endpoint, text.Id)));
            }

            foreach (var app in directory.AppsOf(workspace.Id).Where(static app => app.ChannelFor(Channel.Sms) is not null))
            {
                var talk = await TalkOfAsync(app, text, cancellationToken);
                if (directory.SubscribersOf(app.Id, ReportEvent.TextReceived).Count > 0)
                {
                    var body = _writers[DialectName.Sinch].Write(new InboundOrder(workspace, app, text, talk, ids));
                    told.Add(new NoticedEvent(ReportEvent.TextReceived, new Notice(app.Id, text.At, body)));
                }
            }
        }

        return told;
    }

    /// <summary>The text belongs to a conversation, whether anybody is told of it or not.</summary>
    private async ValueTask<TalkKey?> TalkOfAsync(App app, InboundText text, CancellationToken cancellationToken)
    {
        if (app.Mode != ProcessingMode.Conversation)
        {
            return null;
        }

        var order = new TalkOrder(null, [new ContactIdentity(Channel.Sms, text.From)], Channel.Sms, ReceivedAt: text.At);
        return (await contacts.Value.OpenTalkAsync(app, order, cancellationToken))?.Key;
    }
}
