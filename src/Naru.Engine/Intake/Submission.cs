using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Engine.Intake;

/// <summary>What a dialect hands in: shape-checked, translated, nothing decided.</summary>
public sealed record Submission
{
    /// <summary>Infobip: "up to 180 days ahead" (contracts/infobip.md §3).</summary>
    public static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(180);

    public required WorkspaceId Workspace { get; init; }

    /// <summary>In the order of the answer. All through the same app, or none through any.</summary>
    public required IReadOnlyList<SubmittedMessage> Messages { get; init; }

    /// <summary>The app they come through; 0 = none.</summary>
    public int App => Messages.Count == 0 ? 0 : Messages[0].Envelope.App;

    /// <summary>The caller's own bulk id; null = one is made.</summary>
    public string? ClientBulkId { get; init; }

    /// <summary>Not before; null = at once. At most <see cref="FurthestAhead"/> from now.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>How fast its messages begin; null = as fast as they can.</summary>
    public EvenPace? Pace { get; init; }

    /// <summary>Whether any of it waits for an instant.</summary>
    public bool IsTimed => SendAt is not null || Pace is not null || Messages.Any(static m => m.Envelope.Window is not null || m.Envelope.IsAdvertisement);

    /// <summary>Messages of one envelope do not stand beside each other: routes led them different ways.</summary>
    internal bool IsMixed { get; init; }

    /// <summary>From the <c>Idempotency-Key</c> header.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Of the request body; needed with a key.</summary>
    public byte[]? BodyHash { get; init; }
}

/// <param name="Envelope">Messages that share one are given the same object.</param>
/// <param name="Validity">Shorter than the policy's maximum, or null for it.</param>
/// <param name="Refusal">Why it can never be sent: it is accepted all the same, and ends at its first turn with a report.</param>
/// <param name="RefusalNote">Which of its parts is at fault, in plain English, without personal data.</param>
/// <param name="Note">What else its reader should know of how it was taken, in plain English: it stands on the timeline where it was accepted.</param>
public readonly record struct SubmittedMessage(
    Recipient To, Envelope Envelope, string? ClientId, TimeSpan? Validity, MessageClass Class, EndReason Refusal = EndReason.ResultCode, string? RefusalNote = null,
    string? Note = null)
{
    /// <summary>All that is said where it was accepted; null where there is nothing to say.</summary>
    public string? Remark => (RefusalNote, Note) switch
    {
        (null, _) => Note,
        (_, null) => RefusalNote,
        _ => $"{RefusalNote}; {Note}",
    };
}

/// <summary>What became of a submission.</summary>
public sealed record SubmissionResult(SubmissionResultKind Kind, SubmissionReceipt? Receipt)
{
    public static readonly SubmissionResult InFlight = new(SubmissionResultKind.InFlight, null);
    public static readonly SubmissionResult KeyReused = new(SubmissionResultKind.KeyReused, null);
    public static readonly SubmissionResult QueueFull = new(SubmissionResultKind.QueueFull, null);
    public static readonly SubmissionResult Refused = new(SubmissionResultKind.Refused, null);
}

public enum SubmissionResultKind
{
    Stored = 1,

    /// <summary>The stored answer of an earlier request with the same key and body.</summary>
    Replayed = 2,

    /// <summary>The same idempotency key is being worked on.</summary>
    InFlight = 3,

    /// <summary>The idempotency key was used with another body.</summary>
    KeyReused = 4,

    /// <summary>The gateway is stopping or its store failed: nothing was stored.</summary>
    Refused = 5,

    /// <summary>The app has as many messages accepted and not yet ended as it may have: nothing was stored.</summary>
    QueueFull = 6,
}
