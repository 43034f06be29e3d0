using Naru.Core.Alarms;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// All that one transaction writes, carried out in this order: appends, seals, bulks, transitions, pull queue, pushes, limits, contacts and conversations, alarms, removals.
/// </summary>
public sealed class CommitBatch
{
    public List<SubmissionAppend> Appends { get; } = [];

    public List<BulkSeal> Seals { get; } = [];

    /// <summary>How far timed bulks have come, and what their owners changed.</summary>
    public List<BulkUpdate> Bulks { get; } = [];

    public List<Transition> Transitions { get; } = [];

    /// <summary>Final reports that nobody is pushed: they wait to be pulled. The message must exist in this batch or before.</summary>
    public List<PulledReport> PullAdds { get; } = [];

    /// <summary>Pulled reports whose answer was flushed to the client.</summary>
    public List<PulledReport> PullConsumed { get; } = [];

    /// <summary>Inserted when its id is new, else replaced.</summary>
    public List<Push> Pushes { get; } = [];

    /// <summary>Pushes that were merged into another before their first try.</summary>
    public List<long> PushesRemoved { get; } = [];

    /// <summary>Limits that are not set any more: their rows go. Before <see cref="Limits"/>.</summary>
    public List<LimitId> LimitsRemoved { get; } = [];

    /// <summary>Reservations of slots: each replaces the limit's row.</summary>
    public List<LimitRow> Limits { get; } = [];

    /// <summary>Contacts and conversations that are new, changed or gone.</summary>
    public List<TalkWrites> Talks { get; } = [];

    /// <summary>Alarms that left, by their numbers. Before <see cref="Alarms"/>.</summary>
    public List<long> AlarmsRemoved { get; } = [];

    /// <summary>Alarms that are new or changed: each once.</summary>
    public List<Alarm> Alarms { get; } = [];

    /// <summary>Retention and purges of whole workspaces, in small steps.</summary>
    public List<Removal> Removals { get; } = [];

    public bool IsEmpty => Appends.Count == 0 && Seals.Count == 0 && Bulks.Count == 0 && Transitions.Count == 0 && PullAdds.Count == 0
        && PullConsumed.Count == 0 && Pushes.Count == 0 && PushesRemoved.Count == 0 && LimitsRemoved.Count == 0
        && Limits.Count == 0 && Talks.Count == 0 && AlarmsRemoved.Count == 0 && Alarms.Count == 0 && Removals.Count == 0;
}

/// <summary>The messages of one submission, or one chunk of them. Either all of its non-conflicting rows are stored, or none.</summary>
public sealed class SubmissionAppend
{
    public required WorkspaceId Workspace { get; init; }

    /// <summary>In the order of the answer. Those whose client id is taken drop out and are named in the outcome.</summary>
    public required IReadOnlyList<AppendedMessage> Messages { get; init; }

    /// <summary>The bulk's row, with the first chunk only.</summary>
    public Bulk? Bulk { get; init; }

    /// <summary>
    /// Checked and claimed in the same transaction, with the first chunk only. A known key stores nothing of the chunk. A claim whose
    /// bulk was never sealed is forgotten at the next opening, like the bulk.
    /// </summary>
    public IdempotencyClaim? Idempotency { get; init; }

    /// <summary>
    /// With the chunk that completes a submission with an idempotency key: what is answered, stored under the key. The adapter marks the lines
    /// of this chunk that turned out to be duplicates, so that a replay says the same.
    /// </summary>
    public ReceiptAppend? Receipt { get; init; }
}

/// <param name="Message">Complete, with its key; its <see cref="Message.Version"/> as begun.</param>
/// <param name="EnvelopeId">0: the envelope is written within the row. Else a number that several messages share: written once, by the first that names it.</param>
public readonly record struct AppendedMessage(Message Message, long EnvelopeId);

/// <summary>A key that the caller chose for a whole request, honoured until <paramref name="ExpiresAt"/>.</summary>
/// <param name="BodyHash">Of the request, to tell a repetition from a reuse.</param>
public sealed record IdempotencyClaim(string Key, byte[] BodyHash, DateTimeOffset ExpiresAt);

/// <summary>From now on the bulk exists for everyone.</summary>
/// <param name="LastSequence">Of its rows: known only now, because others may have been stored between its chunks.</param>
public readonly record struct BulkSeal(BulkKey Bulk, long LastSequence);

/// <summary>Written only over <paramref name="FromRevision"/>.</summary>
public readonly record struct BulkUpdate(BulkKey Bulk, BulkTiming Timing, int FromRevision);

/// <param name="Key">The idempotency key.</param>
/// <param name="Offset">The line of <paramref name="Receipt"/> that belongs to the chunk's first message.</param>
public sealed record ReceiptAppend(string Key, SubmissionReceipt Receipt, int Offset);

/// <summary>A changed message; written only over <paramref name="FromVersion"/>.</summary>
public readonly record struct Transition(Message Message, int FromVersion);

/// <summary>One kind of removal, done for at most <paramref name="Limit"/> rows; how many went is in the outcome.</summary>
/// <param name="Policies">For <see cref="RemovalKind.FinishedMessages"/>: which messages stay although they ended before the instant. Null = none.</param>
public sealed record Removal(RemovalKind Kind, WorkspaceId? Workspace, DateTimeOffset Before, int Limit, AppPolicies? Policies = null);

/// <summary>The apps whose messages may have to stay longer than the installation keeps finished ones.</summary>
/// <param name="Now">The instant for which their policies are asked.</param>
/// <param name="Apps">By their numbers.</param>
public sealed record AppPolicies(DateTimeOffset Now, IReadOnlyDictionary<int, App> Apps)
{
    /// <param name="lastMessageAt">Of a conversation; null where it is gone.</param>
    public bool Keep(Message message, Func<long, DateTimeOffset?> lastMessageAt)
    {
        if (!Apps.TryGetValue(message.Envelope.App, out var app))
        {
            return false;
        }

        var last = AppRetentionRule.AsksForConversation(message, app) ? lastMessageAt(message.Envelope.Talk!.Value.Conversation) : null;
        return !AppRetentionRule.IsGone(message, app, last, Now);
    }
}

public enum RemovalKind
{
    /// <summary>
    /// Messages that ended before the instant, with their claims, envelopes and unread reports; not those that their app keeps, nor those of which an
    /// open push still tells.
    /// </summary>
    FinishedMessages = 1,

    /// <summary>Pushes that were settled before the instant.</summary>
    SettledPushes = 2,

    /// <summary>Idempotency claims that expired before the instant.</summary>
    ExpiredClaims = 3,

    /// <summary>
    /// Everything of <see cref="Removal.Workspace"/>: messages, claims, bulks, envelopes, unread reports, pushes, the limits of its apps, contacts, conversations, alarms.
    /// </summary>
    Workspace = 4,
}

/// <summary>What became of a batch; the lists run parallel to the batch's.</summary>
public sealed class CommitOutcome
{
    public required IReadOnlyList<SubmissionOutcome> Appends { get; init; }

    /// <summary>Transitions whose row was not at the version said (or is gone): nothing was written for them.</summary>
    public required IReadOnlyList<int> StaleTransitions { get; init; }

    /// <summary>Updates of bulks whose row was not at the revision said (or is gone): nothing was written for them.</summary>
    public IReadOnlyList<int> StaleBulks { get; init; } = [];

    /// <summary>Rows removed, per removal.</summary>
    public required IReadOnlyList<int> Removed { get; init; }
}

/// <param name="Kind">Whether it was stored.</param>
/// <param name="Duplicates">Indexes of messages whose client id was taken already, in the workspace or earlier in the same submission.</param>
/// <param name="Receipt">For <see cref="SubmissionOutcomeKind.Replayed"/>: what the first request was given.</param>
public sealed record SubmissionOutcome(SubmissionOutcomeKind Kind, IReadOnlyList<int> Duplicates, SubmissionReceipt? Receipt)
{
    public static readonly SubmissionOutcome AllStored = new(SubmissionOutcomeKind.Stored, [], null);
}

public enum SubmissionOutcomeKind
{
    Stored = 1,

    /// <summary>The idempotency key and body are known: nothing was stored, the first answer is given again.</summary>
    Replayed = 2,

    /// <summary>The idempotency key is known with another body: nothing was stored.</summary>
    KeyReused = 3,
}

/// <summary>The facts from which a dialect renders its answer, the first time and at every replay.</summary>
/// <param name="BulkId">The public bulk id.</param>
/// <param name="Messages">In the order of the request.</param>
public sealed record SubmissionReceipt(string BulkId, IReadOnlyList<ReceiptLine> Messages);

/// <param name="Key">Where it stands; meaningless for a duplicate.</param>
/// <param name="To">As accepted: the digits, or the text that is no number.</param>
/// <param name="PublicId">The client's id, or the one made by us.</param>
public sealed record ReceiptLine(MessageKey Key, string To, string PublicId, bool Duplicate);

/// <summary>Messages accepted together.</summary>
/// <param name="PublicId">The client's bulk id, or the one made by us.</param>
/// <param name="ByClient">The public id was chosen by the client: it is looked up by name, and several bulks may bear it.</param>
/// <param name="FirstSequence">Of its rows; others may lie between them.</param>
/// <param name="LastSequence">Of its rows; 0 until it is sealed.</param>
/// <param name="Sealed">False while its chunks are still being stored.</param>
/// <param name="Timing">Where its messages wait in lanes of its own; null where they never did.</param>
public sealed record Bulk(
    BulkKey Key, WorkspaceId Workspace, string PublicId, bool ByClient, long FirstSequence, long LastSequence, int Count, DateTimeOffset CreatedAt, bool Sealed,
    BulkTiming? Timing = null);

/// <summary>Contacts and conversations to write (inserted when their number is new, else replaced) and to remove; removed first.</summary>
public sealed class TalkWrites
{
    public List<Contact> Contacts { get; } = [];

    public List<Conversation> Conversations { get; } = [];

    public List<long> ContactsRemoved { get; } = [];

    public List<long> ConversationsRemoved { get; } = [];

    public bool IsEmpty => Contacts.Count == 0 && Conversations.Count == 0 && ContactsRemoved.Count == 0 && ConversationsRemoved.Count == 0;
}
