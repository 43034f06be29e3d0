using Microsoft.AspNetCore.Http;
using Naru.Core.Messages;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>POST messages:fetch-last-message</c>: of each address, or each contact, the newest message that fits; newest first.</summary>
internal sealed class FetchLastMessages(IGateway gateway, WorkspaceDirectory directory, IContactBook contacts, MessageScan scan)
{
    /// <summary>A thousand contacts, each with their ids.</summary>
    private const int RequestLimit = 256 * 1024;

    public async Task HandleAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, FetchLastRequest.Read, RequestLimit) is not { } request)
        {
            return;
        }

        var filter = request.Filter;
        if (request.AppId is not null)
        {
            if (directory.FindApp(caller.Workspace.Id, request.AppId) is not { } app)
            {
                await FaultAnswer.WriteAsync(context, SinchFault.NoSuch("App"));
                return;
            }

            filter = filter with { App = app.Id };
        }

        var before = request.After is null ? null : (await gateway.FindKeyAsync(caller.Workspace.Id, request.After, context.RequestAborted))?.Sequence;
        var last = new SortedDictionary<MessageKey, MessageView>();
        foreach (var narrow in await NarrowAsync(caller, request, context.RequestAborted))
        {
            if ((await scan.FindAsync(caller.Workspace.Id, filter, narrow, 1, null, context.RequestAborted)).Messages is [var newest])
            {
                last[newest.Message.Key] = newest;
            }
        }

        var rest = last.Values.Reverse().Where(view => before is null || view.Message.Key.Sequence < before).ToList();
        var page = new MessagePage([.. rest.Take(request.PageSize)], rest.Count > request.PageSize, filter.WithMetadata);
        await SinchAnswer.WriteAsync(context, page, MessageJson.WritePage);
    }

    private async ValueTask<List<Func<MessageQuery, MessageQuery>>> NarrowAsync(
        SinchCaller caller, FetchLastRequest request, CancellationToken cancellationToken)
    {
        var narrowings = new List<Func<MessageQuery, MessageQuery>>();
        foreach (var address in (request.Identities ?? []).Select(Recipient.Parse).Distinct())
        {
            narrowings.Add(query => query with { To = address });
        }

        foreach (var contact in (request.Contacts ?? []).Select(contacts.ReadContactId).OfType<long>().Distinct())
        {
            var talks = (await contacts.ConversationsOfAsync(caller.Workspace.Id, contact, cancellationToken)).Select(talk => talk.Id).ToHashSet();
            if (talks.Count > 0)
            {
                narrowings.Add(query => query with { Conversations = talks });
            }
        }

        return narrowings;
    }
}
