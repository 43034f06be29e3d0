namespace Naru.Core.Templates;

/// <summary>An AlimTalk template and how far it has come (rules §1.2, §1.5).</summary>
/// <param name="SenderKey">The sender that owns it.</param>
/// <param name="Code">At most 30 characters, unique for its sender.</param>
/// <param name="Details">What counts: the wording that was approved, or, where none ever was, the one that was written last.</param>
public sealed record Template(string SenderKey, string Code, TemplateState State, TemplateDetails Details)
{
    /// <summary>Another wording for a template that was approved: it counts once it is approved too. Null = none.</summary>
    public TemplateChanges? Changes { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>When the wording in <see cref="Details"/> was last handed in for inspection; null where it never was.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The day on which it was last sent, to the day; null where it never was.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>When it was last woken from sleep; null where it never was.</summary>
    public DateTimeOffset? WokenAt { get; init; }

    /// <summary>Approved and never sent: such an approval can be taken back.</summary>
    public bool IsWaiting => State == TemplateState.Approved && UsedAt is null;

    /// <summary>Whether any wording of it was ever approved.</summary>
    public bool WasApproved => State is TemplateState.Approved or TemplateState.Stopped or TemplateState.Dormant or TemplateState.Blocked;

    /// <summary>Whether an inspection is under way, of the template or of its changes.</summary>
    public bool IsInReview => State == TemplateState.InReview || Changes?.State == TemplateState.InReview;

    /// <summary>When what is in review was handed in; null where nothing is.</summary>
    public DateTimeOffset? ReviewSince => State == TemplateState.InReview ? SubmittedAt : Changes is { State: TemplateState.InReview } changes ? changes.SubmittedAt : null;

    /// <summary>The wording that a reader works on: the changes, where there are any.</summary>
    public TemplateDetails Latest => Changes?.Details ?? Details;
}

/// <param name="State">Registered (a draft), InReview or Rejected.</param>
/// <param name="SubmittedAt">When it was last handed in; null where it never was.</param>
public sealed record TemplateChanges(TemplateState State, TemplateDetails Details, DateTimeOffset? SubmittedAt);

/// <summary>Numbers are stored: never renumber.</summary>
public enum TemplateState : byte
{
    /// <summary>Written, not handed in: a draft.</summary>
    Registered = 1,

    InReview = 2,
    Rejected = 3,
    Approved = 4,

    /// <summary>By its owner or an operator; can be taken into use again.</summary>
    Stopped = 5,

    /// <summary>A year without a change or a message; can be woken.</summary>
    Dormant = 6,

    /// <summary>By KakaoTalk.</summary>
    Blocked = 7,
}
