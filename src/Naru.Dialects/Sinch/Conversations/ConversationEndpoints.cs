using Microsoft.AspNetCore.Http;
using Naru.Core.Conversations;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Contacts;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine.Conversations;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Conversations;

/// <summary><c>/conversations</c>, <c>/conversations/{conversation_id}</c> and <c>:stop</c>.</summary>
internal sealed class ConversationEndpoints(ContactBook book, WorkspaceDirectory directory)
{
    public const string Parameter = "conversation_id";

    private static readonly JsonChoice<bool> s_strategies = new(("REPLACE", false), ("MERGE_PATCH", true));

    public async Task CreateAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, ConversationRequestReader.ReadCreate) is not { } request)
        {
            return;
        }

        var workspace = caller.Workspace.Id;
        if (directory.FindApp(workspace, request.AppId!) is not { } app)
        {
            await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
        }
        else if (book.ReadContactId(request.ContactId) is not { } id || await book.FindContactAsync(workspace, id, context.RequestAborted) is not { } contact)
        {
            await TalkFaultAnswer.WriteAsync(context, TalkFault.NoContact);
        }
        else
        {
            await AnswerAsync(context, await book.CreateConversationAsync(request.Create(workspace, app.Id, contact)));
        }
    }

    public async Task GetAsync(HttpContext context, SinchCaller caller)
    {
        var talk = Named(context) is { } id ? await book.FindConversationAsync(caller.Workspace.Id, id, context.RequestAborted) : null;
        await AnswerAsync(context, talk is null ? TalkFault.NoConversation : talk);
    }

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        var mask = UpdateMask.Of(context.Request);
        var query = new SinchQuery(context.Request.Query, new ShapeFaults());
        var merge = query.Choice("metadata_update_strategy", s_strategies) ?? false;
        mask.Check(query.Faults, ConversationMembers.All);
        if (query.Faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, query.Faults.All);
        }
        else if (await SinchBody.ReadAsync(context, ConversationRequestReader.ReadUpdate) is { } request)
        {
            await AnswerAsync(context, Named(context) is { } id
                ? await book.ChangeConversationAsync(caller.Workspace.Id, id, talk => request.ApplyTo(talk, mask, merge))
                : TalkFault.NoConversation);
        }
    }

    public Task DeleteAsync(HttpContext context, SinchCaller caller) => DoAsync(context, id => book.DeleteConversationAsync(caller.Workspace.Id, id));

    public Task StopAsync(HttpContext context, SinchCaller caller) => DoAsync(context, id => book.StopConversationAsync(caller.Workspace.Id, id));

    private async Task DoAsync(HttpContext context, Func<long, ValueTask<TalkResult<Conversation>>> change)
    {
        var (_, fault) = Named(context) is { } id ? await change(id) : TalkFault.NoConversation;
        await (fault == TalkFault.None ? SinchAnswer.WriteNothingAsync(context) : TalkFaultAnswer.WriteAsync(context, fault));
    }

    private long? Named(HttpContext context) => book.ReadConversationId(context.Request.RouteValues[Parameter] as string);

    private Task AnswerAsync(HttpContext context, TalkResult<Conversation> result) => result is { Fault: TalkFault.None, Value: { } talk }
        ? SinchAnswer.WriteAsync(
            context,
            (Talk: talk, Names: new ConversationNames(book.ConversationId(talk.Id), directory.FindApp(talk.App)?.PublicId ?? "", book.ContactId(talk.Contact))),
            static (json, shown) => ConversationJson.Write(json, shown.Talk, shown.Names))
        : TalkFaultAnswer.WriteAsync(context, result.Fault);
}
