using System.Collections.Frozen;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Http;
using Naru.Dialects.Json;
using Naru.Dialects.Sinch.Answers;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Reports;

/// <summary>Callbacks of the Conversation API: one POST for each thing that happened, signed where there is a secret.</summary>
/// <param name="publicId">The public id of a message.</param>
public sealed class SinchReportRenderer(WorkspaceDirectory directory, TimeProvider system, Func<Message, string> publicId, TalkNames talks) : IReportRenderer
{
    /// <summary>What a callback takes, roughly: the first guess at a body's size.</summary>
    private const int Bytes = 1024;

    private static readonly FrozenDictionary<string, string> s_unsigned = FrozenDictionary<string, string>.Empty;

    public DialectName Dialect => DialectName.Sinch;

    /// <summary>The envelope has room for one (contracts/sinch.md §4).</summary>
    public int ItemsPerRequest => 1;

    public RenderedPush Render(RenderOrder order)
    {
        using var body = new PooledBytes(Bytes);
        App? app;
        if (order.Notice is { } notice)
        {
            app = directory.FindApp(notice.App);
            body.Raw(notice.Body);
        }
        else
        {
            var message = order.Messages[0];
            app = directory.FindApp(message.Envelope.App);
            SinchReportJson.Write(body, order.Event, Facts(message, app));
        }

        var unsigned = body.Length;
        var headers = SecretOf(order.Endpoint, app) is { Length: > 0 } secret
            ? SinchSignature.Of(body, secret, directory.NewUlid(), system.GetUtcNow())
            : s_unsigned;
        return new RenderedPush(body.Span[..unsigned].ToArray(), SinchAnswer.ContentType, headers);
    }

    /// <summary>A webhook has its own; a URL that a message named is signed with the app's.</summary>
    private static string? SecretOf(WebhookEndpoint endpoint, App? app) =>
        endpoint.Subscription is { } subscription ? subscription.Secret : app?.CallbackSecret;

    private SinchReportFacts Facts(Message message, App? app)
    {
        var talk = message.Envelope.Talk;
        return new SinchReportFacts(
            message,
            publicId(message),
            app?.PublicId ?? "",
            directory.FindWorkspace(message.Workspace)?.PublicId ?? default,
            talk is { } t ? talks.ContactId(t.Contact) : "",
            talk is { } u ? talks.ConversationId(u.Conversation) : "",
            talk is { } v && app is { ReportsMetadata: true } ? talks.MetadataJson(message.Workspace, v.Conversation) : null);
    }
}
