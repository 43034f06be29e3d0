using Microsoft.AspNetCore.Http;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>GET /messages</c>: newest first.</summary>
internal sealed class ListMessages(IGateway gateway, WorkspaceDirectory directory, IContactBook contacts, MessageScan scan)
{
    public const int DefaultPage = 10;
    public const int MaxPage = 1000;

    public async Task HandleAsync(HttpContext context, SinchCaller caller)
    {
        var faults = new ShapeFaults();
        var query = new SinchQuery(context.Request.Query, faults);
        var appId = query.Text("app_id");
        var conversationId = query.Text("conversation_id");
        var contactId = query.Text("contact_id");
        var identity = query.Identity("channel_identity");
        var size = query.PageSize(DefaultPage, MaxPage);
        var after = query.PageAfter(MessagePage.List);
        var filter = Filter(query);
        if (appId is not null && !Ulid.TryParse(appId, out _))
        {
            faults.Add("app_id", SendReader.NotUlid);
        }

        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
            return;
        }

        var workspace = caller.Workspace.Id;
        if (appId is not null)
        {
            if (directory.FindApp(workspace, appId) is not { } app)
            {
                await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
                return;
            }

            filter = filter with { App = app.Id };
        }

        var before = after is null ? null : (await gateway.FindKeyAsync(workspace, after, context.RequestAborted))?.Sequence;
        var conversations = await ConversationsAsync(caller, conversationId, contactId, context.RequestAborted);
        var to = identity is null ? (Recipient?)null : Recipient.Parse(identity);
        var page = conversations is { Count: 0 }
            ? MessagePage.Empty
            : await scan.FindAsync(
                workspace, filter, common => common with { Conversations = conversations, To = to }, size, before, context.RequestAborted);
        await SinchAnswer.WriteAsync(context, page, MessageJson.WritePage);
    }

    private static MessageFilter Filter(SinchQuery query)
    {
        var filter = new MessageFilter
        {
            InConversations = query.Choice("messages_source", MessageFilter.Sources) ?? true,
            WithMetadata = query.Choice("view", MessageFilter.Views) ?? true,
            Channel = query.Choice("channel", SinchChannels.Choice),
            Direction = query.Choice("direction", MessageFilter.Directions) ?? MessageDirection.Any,
            OnlyFromPeople = query.Flag("only_recipient_originated") ?? false,
            Since = query.Time("start_time"),
            Until = query.Time("end_time"),
        };
        if (filter.OnlyFromPeople && filter.InConversations)
        {
            query.Faults.Add("only_recipient_originated", "needs messages_source DISPATCH_SOURCE");
        }

        return filter;
    }

    /// <summary>The conversations that the query names, itself or by their contact; null = it names none.</summary>
    private async ValueTask<IReadOnlyCollection<long>?> ConversationsAsync(
        SinchCaller caller, string? conversationId, string? contactId, CancellationToken cancellationToken)
    {
        if (conversationId is null && contactId is null)
        {
            return null;
        }

        var named = new HashSet<long>();
        if (contactId is null)
        {
            if (contacts.ReadConversationId(conversationId) is { } id)
            {
                named.Add(id);
            }

            return named;
        }

        if (contacts.ReadContactId(contactId) is { } contact)
        {
            named.UnionWith((await contacts.ConversationsOfAsync(caller.Workspace.Id, contact, cancellationToken)).Select(talk => talk.Id));
        }

        return conversationId is null ? named : contacts.ReadConversationId(conversationId) is { } one && named.Contains(one) ? [one] : [];
    }
}
