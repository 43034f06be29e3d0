using System.Collections.Frozen;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>Callbacks of the Conversation API: one POST for each thing that happened, signed where there is a secret.</summary>
/// <remarks>The gateway pushes through the renderer, and gateway and contact book are asked for ids: both are looked up when the first push is made.</remarks>
public sealed class SinchReportRenderer(WorkspaceDirectory directory, GatewayClock clock, Lazy<IGateway> gateway, Lazy<IContactBook> contacts)
    : IReportRenderer
{
    /// <summary>What a callback takes, roughly: the first guess at a body's size.</summary>
    private const int Bytes = 1024;

    private static readonly FrozenDictionary<string, string> s_unsigned = FrozenDictionary<string, string>.Empty;

    public DialectName Dialect => DialectName.Sinch;

    /// <summary>The envelope has room for one (contracts/sinch.md §4).</summary>
    public int ItemsPerRequest => 1;

    public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken)
    {
        if (order.Notice is { } notice)
        {
            return ValueTask.FromResult(RenderNotice(order.Endpoint, notice));
        }

        var message = order.Messages[0];
        var app = directory.FindApp(message.Envelope.App);
        return message.Envelope.Talk is { } talk && app is { ReportsMetadata: true }
            ? RenderWithMetadataAsync(order, message, app, talk, cancellationToken)
            : ValueTask.FromResult(Render(order, message, app, null));
    }

    private async ValueTask<RenderedPush> RenderWithMetadataAsync(
        RenderOrder order, Message message, App app, TalkKey talk, CancellationToken cancellationToken)
    {
        var found = await contacts.Value.FindConversationsAsync(message.Workspace, [talk.Conversation], cancellationToken);
        return Render(order, message, app, found.GetValueOrDefault(talk.Conversation)?.MetadataJson);
    }

    private RenderedPush RenderNotice(WebhookEndpoint endpoint, Notice notice)
    {
        using var body = new PooledBytes(Bytes);
        body.Raw(notice.Body);
        return Signed(body, endpoint, directory.FindApp(notice.App));
    }

    private RenderedPush Render(RenderOrder order, Message message, App? app, string? conversationMetadata)
    {
        var talk = message.Envelope.Talk;
        using var body = new PooledBytes(Bytes);
        SinchReportJson.Write(body, order.Event, new SinchReportFacts(
            message,
            gateway.Value.PublicId(message),
            app?.PublicId ?? "",
            directory.FindWorkspace(message.Workspace)?.PublicId ?? default,
            talk is { } with ? contacts.Value.ContactId(with.Contact) : "",
            talk is { } of ? contacts.Value.ConversationId(of.Conversation) : "",
            conversationMetadata));
        return Signed(body, order.Endpoint, app);
    }

    private RenderedPush Signed(PooledBytes body, WebhookEndpoint endpoint, App? app)
    {
        var length = body.Length;
        var headers = SecretOf(endpoint, app) is { Length: > 0 } secret
            ? SinchSignature.Of(body, secret, directory.NewUlid(), clock.System.GetUtcNow())
            : s_unsigned;
        return new RenderedPush(body.Span[..length].ToArray(), SinchAnswer.ContentType, headers);
    }

    /// <summary>A webhook has its own; a URL that a message named is signed with the app's.</summary>
    private static string? SecretOf(WebhookEndpoint endpoint, App? app) =>
        endpoint.Subscription is { } subscription ? subscription.Secret : app?.CallbackSecret;
}
