using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>A list of messages, newest first. Every member narrows it; null means "any".</summary>
public sealed record MessageQuery
{
    public required WorkspaceId Workspace { get; init; }

    public DialectName? Dialect { get; init; }

    /// <summary>The channel of the route's first step.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The sender of the route's first step.</summary>
    public string? Sender { get; init; }

    public Recipient? To { get; init; }

    public IReadOnlyCollection<MessageState>? States { get; init; }

    public IReadOnlyCollection<BulkKey>? Bulks { get; init; }

    /// <summary>Only these; an empty list finds nothing.</summary>
    public IReadOnlyCollection<MessageKey>? Keys { get; init; }

    /// <summary>Accepted at or after.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Accepted before.</summary>
    public DateTimeOffset? Until { get; init; }

    public string? EntityId { get; init; }

    public string? ApplicationId { get; init; }

    /// <summary>The number of the app it came through.</summary>
    public int? App { get; init; }

    public IReadOnlyCollection<string>? CampaignReferences { get; init; }

    /// <summary>True: only those of conversations; false: only those outside.</summary>
    public bool? InTalk { get; init; }

    /// <summary>Those of these conversations.</summary>
    public IReadOnlyCollection<long>? Conversations { get; init; }

    /// <summary>False: without those that their owners deleted.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Only messages with a smaller sequence: the next page.</summary>
    public long? BeforeSequence { get; init; }

    public int Limit { get; init; } = 50;
}

public sealed record PullQuery
{
    public required WorkspaceId Workspace { get; init; }

    public required DialectName Dialect { get; init; }

    /// <summary>The queue: <see cref="DialectNames.QueueOf"/>.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Only messages whose journey ended in a step of this channel.</summary>
    public Channel? EndedIn { get; init; }

    /// <summary>Reports that came into the queue at or after.</summary>
    public DateTimeOffset? Since { get; init; }

    public BulkKey? Bulk { get; init; }

    public MessageKey? Key { get; init; }

    public string? EntityId { get; init; }

    public string? ApplicationId { get; init; }

    public string? CampaignReference { get; init; }

    /// <summary>Reports that are leased to another reader: skipped.</summary>
    public IReadOnlySet<MessageKey>? Except { get; init; }

    public int Limit { get; init; } = 50;

    /// <summary>Whether it asks for something that stands in the message and not in the queue.</summary>
    public bool AsksMessages => this is not { Bulk: null, EntityId: null, ApplicationId: null, CampaignReference: null, EndedIn: null };

    /// <summary>Whether what it asks of the message itself is so.</summary>
    public bool Fits(Message message) =>
        (Bulk is null || Bulk == message.Bulk)
        && (EndedIn is null || EndedIn == message.Envelope.Route[message.StepIndex].Channel)
        && (EntityId is null || EntityId == message.Envelope.EntityId)
        && (ApplicationId is null || ApplicationId == message.Envelope.ApplicationId)
        && (CampaignReference is null || CampaignReference == message.Envelope.CampaignReference);
}

/// <summary>A final report that waits to be pulled. There is at most one per message.</summary>
/// <param name="Channel">The queue: <see cref="DialectNames.QueueOf"/>.</param>
/// <param name="At">When it came into the queue: at the end of the message, or when its pushes ran out.</param>
public readonly record struct PulledReport(WorkspaceId Workspace, DialectName Dialect, Channel Channel, MessageKey Key, DateTimeOffset At);

public sealed record PushQuery
{
    public required WorkspaceId Workspace { get; init; }

    public int? EndpointId { get; init; }

    public IReadOnlyCollection<PushState>? States { get; init; }

    /// <summary>Created at or after.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Created before.</summary>
    public DateTimeOffset? Until { get; init; }

    public long? BeforeId { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A search in the text of messages, upper and lower case alike.</summary>
public sealed record TextQuery
{
    public required WorkspaceId Workspace { get; init; }

    /// <summary>A part of the text or title; one or two characters are looked for among the newest messages only. Empty finds nothing.</summary>
    public required string Text { get; init; }

    /// <summary>Only messages with a smaller sequence: the next page.</summary>
    public long? BeforeSequence { get; init; }

    public int Limit { get; init; } = 50;
}

/// <param name="Messages">Newest first.</param>
/// <param name="LagRows">Messages, of all workspaces, that were committed and cannot be searched yet.</param>
public sealed record TextSearchResult(IReadOnlyList<Message> Messages, long LagRows);
