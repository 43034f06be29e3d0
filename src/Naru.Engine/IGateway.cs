using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Engine;

/// <summary>What the front doors and the console may ask of the engine. Thread-safe.</summary>
public interface IGateway
{
    /// <summary>Completes when the submission is durable, or with the reason why it was not stored.</summary>
    ValueTask<SubmissionResult> SubmitAsync(Submission submission, CancellationToken cancellationToken);

    /// <summary>
    /// Final reports that wait to be pulled. They are leased to the caller: <see cref="Pulled{T}.ConfirmAsync"/> after the answer was
    /// flushed consumes them, disposing without it gives them back.
    /// </summary>
    ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken);

    /// <summary>The public bulk ids of messages, parallel to the list.</summary>
    ValueTask<IReadOnlyList<string>> BulkIdsAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken);

    /// <summary>The public message id: the client's, or the one that decodes to the key.</summary>
    string PublicId(Message message);

    /// <summary>A message of this workspace by its public id, or null.</summary>
    ValueTask<Message?> FindAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken);

    /// <summary>The key of a message by its public id; whether it is of this workspace must be checked on the row.</summary>
    ValueTask<MessageKey?> FindKeyAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken);

    /// <summary>What a public bulk id names: bulks (several may bear a client's id), or for a message that came alone, its key. Empty when unknown.</summary>
    ValueTask<IReadOnlyList<BulkReference>> FindBulksAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken);

    /// <summary>Which carrier takes what, as it is now.</summary>
    CarrierRoutes Routes { get; }

    /// <summary>What would become of a submission that is handed in now, or at another instant. Nothing is stored.</summary>
    SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null);

    /// <summary>How the bulk of this public id stands; null when unknown. Of several that bear a client's id, the newest.</summary>
    ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken);

    /// <summary>Pauses, resumes, reschedules or cancels the bulks of this public id.</summary>
    ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken);

    /// <summary>Bulks of a workspace, newest first.</summary>
    /// <param name="before">Only those with a smaller number: the next page.</param>
    ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken);

    /// <summary>Messages of an app that were accepted and have not ended.</summary>
    int QueuedOf(int app);

    /// <summary>Changes what its owner may change of a message, wherever it is on its journey, in one durable step.</summary>
    ValueTask<AmendResult> AmendAsync(MessageKey key, Amendment amendment, CancellationToken cancellationToken);

    IMessageStore Store { get; }

    /// <summary>Push it again now, with its id and list.</summary>
    ValueTask<bool> ReplayPushAsync(WorkspaceId workspace, long pushId, CancellationToken cancellationToken);

    /// <summary>Push again all that were made since the instant. Returns how many.</summary>
    ValueTask<int> ReplayPushesSinceAsync(WorkspaceId workspace, int endpointId, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Removes every row of a workspace, in small steps.</summary>
    ValueTask PurgeWorkspaceAsync(WorkspaceId workspace, CancellationToken cancellationToken);
}

/// <param name="Message">As it is afterwards; null where there is none of this key, or the gateway is stopping.</param>
public readonly record struct AmendResult(AmendResultKind Kind, Message? Message);

public enum AmendResultKind
{
    Done = 1,
    NotFound = 2,

    /// <summary>The gateway is stopping or its store failed: nothing was changed.</summary>
    Refused = 3,
}

/// <summary>A bulk id names a bulk's row, or the one message that came alone.</summary>
public readonly record struct BulkReference(BulkKey Bulk, MessageKey? Single);
