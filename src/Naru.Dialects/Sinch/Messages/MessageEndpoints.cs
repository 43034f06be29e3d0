using Microsoft.AspNetCore.Http;
using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Dialects.Sinch.Errors;
using Naru.Dialects.Sinch.Requests;
using Naru.Engine;

namespace Naru.Dialects.Sinch.Messages;

/// <summary><c>/messages/{message_id}</c>.</summary>
internal sealed class MessageEndpoints(IGateway gateway, MessageViews views)
{
    public const string Parameter = "message_id";

    private sealed record Update(string Metadata);

    public async Task GetAsync(HttpContext context, SinchCaller caller)
    {
        if (await FindAsync(context, caller) is { } view)
        {
            await SinchAnswer.WriteAsync(context, view, MessageJson.Write);
        }
    }

    public async Task UpdateAsync(HttpContext context, SinchCaller caller)
    {
        if (await SinchBody.ReadAsync(context, ReadUpdate) is { } update && await FindAsync(context, caller) is { } view)
        {
            await AmendAsync(context, caller, view, new Amendment(update.Metadata), static (context, view) =>
                view is null ? NotFoundAsync(context) : SinchAnswer.WriteAsync(context, view, MessageJson.Write));
        }
    }

    /// <summary>Forgets the message; one that is on its way goes on.</summary>
    public async Task DeleteAsync(HttpContext context, SinchCaller caller)
    {
        if (await FindAsync(context, caller) is { } view)
        {
            await AmendAsync(context, caller, view, new Amendment(Hide: true), static (context, _) => SinchAnswer.WriteNothingAsync(context));
        }
    }

    private async Task AmendAsync(
        HttpContext context, SinchCaller caller, MessageView view, Amendment amendment, Func<HttpContext, MessageView?, Task> answer)
    {
        // What has arrived whole is done even if the client hangs up now.
        var (kind, message) = await gateway.AmendAsync(view.Message.Key, amendment, CancellationToken.None);
        switch (kind)
        {
            case AmendResultKind.Done:
                await answer(context, await views.ShowAsync(caller.Workspace.Id, message!, context.RequestAborted));
                break;
            case AmendResultKind.NotFound:
                await NotFoundAsync(context);
                break;
            case AmendResultKind.Refused:
                context.Response.Headers.RetryAfter = "1";
                await FaultAnswer.WriteAsync(context, SinchFault.Unavailable);
                break;
            default:
                throw new InvalidOperationException($"No such result: {kind}.");
        }
    }

    /// <summary>The message in the path, or an answer why there is none; null then.</summary>
    private async ValueTask<MessageView?> FindAsync(HttpContext context, SinchCaller caller)
    {
        var faults = new ShapeFaults();
        var inConversations = new SinchQuery(context.Request.Query, faults).Choice("messages_source", MessageFilter.Sources) ?? true;
        if (faults.Any)
        {
            await FaultAnswer.BadRequestAsync(context, faults.All);
            return null;
        }

        var id = context.Request.RouteValues[Parameter] as string ?? "";
        if (await gateway.FindAsync(caller.Workspace.Id, id, context.RequestAborted) is { } message
            && message.Envelope.Talk.HasValue == inConversations
            && await views.ShowAsync(caller.Workspace.Id, message, context.RequestAborted) is { } view)
        {
            return view;
        }

        await NotFoundAsync(context);
        return null;
    }

    private static Task NotFoundAsync(HttpContext context) => FaultAnswer.WriteAsync(context, SinchFault.NoSuch("Message"));

    private static Update ReadUpdate(ref StrictJson json)
    {
        string? metadata = null;
        while (json.NextMember())
        {
            if (json.Is("metadata"u8))
            {
                metadata = json.String("metadata", SendReader.MaxMetadata);
            }
            else
            {
                json.SkipMember();
            }
        }

        json.Require(metadata is not null, "metadata");
        return new Update(metadata ?? "");
    }
}
