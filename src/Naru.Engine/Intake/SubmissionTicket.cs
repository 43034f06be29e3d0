using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Ports;

namespace Naru.Engine.Intake;

/// <summary>A submission on its way through the intake, and afterwards its outcome.</summary>
public sealed class SubmissionTicket(Submission submission)
{
    public Submission Submission { get; } = submission;

    public SubmissionResultKind Result { get; internal set; }

    /// <summary>The answer of an earlier request, for <see cref="SubmissionResultKind.Replayed"/>.</summary>
    public SubmissionReceipt? Earlier { get; internal set; }

    public DateTimeOffset AcceptedAt { get; internal set; }

    public BulkKey Bulk { get; internal set; }

    /// <summary>Where each message stands, in the order of the submission.</summary>
    public MessageKey[] Keys { get; internal set; } = [];

    /// <summary>Which client ids were taken already; null = none.</summary>
    public bool[]? Duplicates { get; internal set; }

    /// <summary>The pump's waiter.</summary>
    public Action? OnAnswered { get; set; }

    /// <summary>Messages that were put into a flush so far.</summary>
    internal int Taken { get; set; }

    /// <summary>The first message of the chunk in flight.</summary>
    internal int ChunkStart { get; set; }

    internal long LastSequence { get; set; }

    internal bool NeedsBulkRow => Submission.Messages.Count > 1 || Submission.ClientBulkId is not null;

    /// <summary>Where its messages wait in lanes of the bulk's own: its lines. Null where they do not.</summary>
    internal BulkLines? Lines { get; set; }

    /// <summary>The row of each envelope, where routes mixed them.</summary>
    internal Dictionary<Envelope, long>? EnvelopeIds { get; set; }

    /// <summary>The time of its bulk as it was stored.</summary>
    internal BulkTiming? Timing { get; set; }

    /// <summary>The row of its bulk as it was stored; null where it has none.</summary>
    internal Bulk? Row { get; set; }
}
