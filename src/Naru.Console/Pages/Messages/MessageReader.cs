using Naru.Console.Access;
using Naru.Console.Pages.Templates;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Pages.Messages;

/// <summary>All that the page of one message shows.</summary>
/// <param name="Bulk">Its bulk as it stands; null where that is not known any more.</param>
/// <param name="Steps">The route, each step with its sender and template where the directory knows them.</param>
/// <param name="Pushes">Those that carried its report, latest first.</param>
public sealed record MessageDetail(
    Message Message, string PublicId, string BulkId, BulkStanding? Bulk, DateTimeOffset Now, IReadOnlyList<StepDetail> Steps, WebhookEndpoint? Endpoint, IReadOnlyList<Push> Pushes)
{
    /// <summary>Where it leaves its template as that is now; null where it was not refused for that, or does not leave it any more.</summary>
    public RefusedText? Refused { get; init; }
}

public sealed record StepDetail(Step Step, Sender? Sender, Template? Template);

internal sealed class MessageReader(IGateway gateway, WorkspaceDirectory directory, AlimTalkRules rules, GatewayClock clock)
{
    // A push is made in the commit that ends the message, but may be merged into an earlier one that waits, or be made again by a
    // later one; a receiver that was slow for an hour is far beyond both.
    private static readonly TimeSpan PushedBefore = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PushedAfter = TimeSpan.FromHours(1);
    private const int PushPages = 10;

    public async ValueTask<MessageDetail?> ReadAsync(Visitor visitor, string publicId, CancellationToken cancellationToken)
    {
        if (await gateway.FindAsync(visitor.Workspace.Id, publicId, cancellationToken) is not { } message)
        {
            return null;
        }

        var bulks = await gateway.BulkIdsAsync([message], cancellationToken);
        return new MessageDetail(
            message,
            gateway.PublicId(message),
            bulks[0],
            await gateway.FindBulkAsync(visitor.Workspace.Id, bulks[0], cancellationToken),
            clock.Now,
            [.. message.Envelope.Route.Select(step => Detail(visitor, step))],
            message.Envelope.Reports.Route == ReportRoute.Endpoint ? directory.FindEndpoint(message.Envelope.Reports.EndpointId) : null,
            await PushesOfAsync(message, cancellationToken))
        {
            Refused = RefusalOf(message),
        };
    }

    /// <summary>The centre says only a code: the place is found by comparing once more.</summary>
    private RefusedText? RefusalOf(Message message)
    {
        if (message.ResultCode is not { } code || message.Step.Content is not AlimTalkContent content || !AlimTalkCheck.Codes.Contains(code, StringComparer.Ordinal))
        {
            return null;
        }

        var review = AlimTalkReview.Of(directory, message.Workspace, message.Step.Sender, toPhone: true, content, rules);
        return review.Code == code ? RefusedText.Of(content, review.Difference) : null;
    }

    private StepDetail Detail(Visitor visitor, Step step)
    {
        var sender = directory.FindSender(step.Sender) is { } found && found.Workspace == visitor.Workspace.Id ? found : null;
        var template = sender is not null && step.Content is AlimTalkContent content
            ? directory.FindTemplate(sender.Key, content.TemplateCode)?.Template
            : null;
        return new StepDetail(step, sender, template);
    }

    private async ValueTask<IReadOnlyList<Push>> PushesOfAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.Timeline.IsEmpty || (!message.IsFinal && !message.Envelope.TellsSubmitted) || message.Envelope.Reports.Route is not (ReportRoute.Endpoint or ReportRoute.Subscribers))
        {
            return [];
        }

        // What subscribers of an app are told begins when a carrier takes it; the others are told the end.
        var first = message.Envelope.TellsSubmitted ? message.SentAt ?? message.AcceptedAt : EndOf(message);
        var query = new PushQuery
        {
            Workspace = message.Workspace,
            EndpointId = message.Envelope.Reports.Route == ReportRoute.Endpoint ? message.Envelope.Reports.EndpointId : null,
            Since = first - PushedBefore,
            Until = EndOf(message) + PushedAfter,
            Limit = 200,
        };
        var found = new List<Push>();
        for (var page = 0; page < PushPages; page++)
        {
            var pushes = await gateway.Store.ListPushesAsync(query, cancellationToken);
            found.AddRange(pushes.Where(push => push.Items.Any(item => item.Message == message.Key)));
            if (pushes.Count < query.Limit)
            {
                break;
            }

            query = query with { BeforeId = pushes[^1].Id };
        }

        return found;
    }

    private static DateTimeOffset EndOf(Message message) =>
        (message.Timeline.LastOrDefault(line => line.Kind == TimelineKind.Ended) ?? message.Timeline[^1]).At;
}
