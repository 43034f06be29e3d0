using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary>Conversations of an app, of a contact, or of both, newest first (contracts/sinch.md §3.1).</summary>
internal sealed class ConversationLists(ContactBook book, WorkspaceDirectory directory)
{
    private const string List = "conversations";
    private const int DefaultPage = 10;
    private const int LargestPage = 20;

    public async Task ListAsync(HttpContext context, SinchCaller caller)
    {
        var query = new SinchQuery(context.Request.Query, new ShapeFaults());
        var size = query.PageSize(DefaultPage, LargestPage);
        var appId = query.Text(ConversationMembers.AppId);
        var contactId = query.Text(ConversationMembers.ContactId);
        var onlyActive = query.Flag("only_active") ?? false;
        var channel = query.Choice(ConversationMembers.ActiveChannel, ContactChannels.Choice);
        var after = query.PageAfter(List);
        var before = book.ReadConversationId(after);
        if (after is not null && before is null)
        {
            query.Faults.Add(PageToken.Parameter, PageToken.Rule);
        }

        if (appId is null && contactId is null)
        {
            query.Faults.Add(ConversationMembers.AppId, "must be given, or contact_id");
        }
        else if (appId is not null && !Ulid.TryParse(appId, out _))
        {
            query.Faults.Add(ConversationMembers.AppId, ConversationRequestReader.NotAnAppId);
        }

        if (query.Faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, query.Faults.All);
            return;
        }

        var app = appId is null ? null : directory.FindApp(caller.Workspace.Id, appId);
        var contact = book.ReadContactId(contactId);
        if (appId is not null && app is null)
        {
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
        }
        else if (contactId is not null && contact is null)
        {
            await TalkFaultAnswer.WriteAsync(context, TalkFault.NoContact);
        }
        else
        {
            await AnswerAsync(context, size, new ConversationQuery
            {
                Workspace = caller.Workspace.Id,
                App = app?.Id,
                Contact = contact,
                OnlyActive = onlyActive,
                Channel = channel,
                BeforeId = before,
                Limit = size + 1,
            });
        }
    }

    private async Task AnswerAsync(HttpContext context, int size, ConversationQuery query)
    {
        var found = await book.Store.ListAsync(query, context.RequestAborted);
        var total = await book.Store.CountAsync(query, context.RequestAborted);
        await SinchAnswer.WriteAsync(context, (Page: new Page<Conversation>(found, size), Total: total), Write);
    }

    private void Write(Utf8JsonWriter json, (Page<Conversation> Page, long Total) list)
    {
        json.WriteStartObject();
        json.WriteStartArray("conversations"u8);
        foreach (var talk in list.Page.Items)
        {
            ConversationJson.Write(
                json, talk, new ConversationNames(book.ConversationId(talk.Id), directory.FindApp(talk.App)?.PublicId ?? "", book.ContactId(talk.Contact)));
        }

        json.WriteEndArray();
        list.Page.WriteToken(json, List, talk => book.ConversationId(talk.Id));
        json.WriteNumber("total_size"u8, list.Total);
        json.WriteEndObject();
    }
}
