using Naru.Core.Workspaces;

namespace Naru.Core.Senders;

/// <summary>A KakaoTalk channel profile of a workspace, and how far it has come (rules §1.1).</summary>
/// <param name="Key">40 characters, unique in the installation.</param>
/// <param name="ChannelName">The search id with its <c>@</c>, such as <c>@narudemo</c>.</param>
/// <param name="Details">What counts: what was reviewed, or, where nothing ever was, what was written last.</param>
public sealed record Sender(WorkspaceId Workspace, string Key, string ChannelName, SenderState State, SenderDetails Details)
{
    /// <summary>How long a deleted sender can still be used.</summary>
    public static readonly TimeSpan GraceAfterDeletion = TimeSpan.FromDays(60);

    /// <summary>The name in the head of the chat room.</summary>
    public string DisplayName => Details.Name;

    /// <summary>The channel's name as its owner wrote it, with or without <c>@</c>.</summary>
    public string GivenName { get; init; } = ChannelName;

    /// <summary>Other details for a sender that is in use: they count once they are approved. Null = none.</summary>
    public SenderChanges? Changes { get; init; }

    /// <summary>The code that its administrator is to give back; null where none is under way.</summary>
    public SenderVerification? Verification { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When it was last handed in for review; null where it never was.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When its deletion was asked; it goes <see cref="GraceAfterDeletion"/> later.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public bool WasApproved => State is not (SenderState.Draft or SenderState.InProgress or SenderState.Rejected);

    public bool IsInReview => State == SenderState.InProgress || Changes?.State == SenderState.InProgress;

    public DateTimeOffset? ReviewSince => State == SenderState.InProgress ? SubmittedAt : Changes is { State: SenderState.InProgress } changes ? changes.SubmittedAt : null;

    public SenderDetails Latest => Changes?.Details ?? Details;
}

/// <param name="Name">At most 512 characters.</param>
/// <param name="AdminPhone">Whom the code is sent to: at most 15 characters, as written.</param>
/// <param name="LogoUrl">A jpeg or png of at most 5 MB.</param>
/// <param name="CategoryCode">Eleven digits: large, medium, small (3 + 4 + 4). A draft may lack it, or have its beginning.</param>
public sealed record SenderDetails(string Name, string? AdminPhone = null, string? LogoUrl = null, string? CategoryCode = null);

/// <param name="State">Draft, InProgress or Rejected.</param>
public sealed record SenderChanges(SenderState State, SenderDetails Details, DateTimeOffset? SubmittedAt);

/// <summary>A code under way. The code itself is not kept.</summary>
/// <param name="Salt">Of this code, hexadecimal.</param>
/// <param name="CodeHash">SHA-256 of salt and code, hexadecimal.</param>
/// <param name="TriesLeft">Wrong answers that are still allowed.</param>
/// <param name="SentAt">The latest codes of the last hour, oldest first: how often one was asked for.</param>
public sealed record SenderVerification(string Salt, string CodeHash, DateTimeOffset ExpiresAt, int TriesLeft, IReadOnlyList<DateTimeOffset> SentAt)
{
    public bool Equals(SenderVerification? other) => other is not null
        && (Salt, CodeHash, ExpiresAt, TriesLeft) == (other.Salt, other.CodeHash, other.ExpiresAt, other.TriesLeft) && SentAt.SequenceEqual(other.SentAt);

    public override int GetHashCode() => HashCode.Combine(CodeHash, ExpiresAt, TriesLeft);

    /// <summary>Without what is secret: it may end up in a log.</summary>
    public override string ToString() => $"{nameof(SenderVerification)} until {ExpiresAt:O}, {TriesLeft} tries left";
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum SenderState : byte
{
    /// <summary>Being reviewed for the first time.</summary>
    InProgress = 1,

    /// <summary>Approved: its administrator's phone has to be verified.</summary>
    PendingVerification = 2,

    Active = 3,
    Rejected = 4,

    /// <summary>Suspended by an operator.</summary>
    Stopped = 5,

    /// <summary>Deleted, and the time in which it could still be used is over.</summary>
    Deleted = 6,

    /// <summary>Written, not handed in.</summary>
    Draft = 7,

    /// <summary>A code was sent and is waited for.</summary>
    Verifying = 8,

    /// <summary>By KakaoTalk.</summary>
    Blocked = 9,

    /// <summary>Closed by its owner at KakaoTalk.</summary>
    Inactive = 10,
}
