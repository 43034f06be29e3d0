using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Core.Provisioning;

/// <summary>Something that happened to a sender or a template: its history, append-only.</summary>
/// <param name="Id">Grows with every activity; 0 until it is stored.</param>
/// <param name="TemplateCode">Null where it is the sender's own.</param>
/// <param name="Author">Who did it, as shown to the workspace's people.</param>
/// <param name="Comment">What was said: at most 65,535 characters.</param>
/// <param name="News">What subscribers are to be told of it; null = nothing.</param>
public sealed record Activity(
    long Id, WorkspaceId Workspace, string SenderKey, string? TemplateCode, ActivityKind Kind, DateTimeOffset At, string Author, string? Comment, ReportEvent? News);

/// <summary>Numbers are stored: never renumber.</summary>
public enum ActivityKind : byte
{
    Created = 1,
    Edited = 2,

    /// <summary>Saved without being handed in.</summary>
    Draft = 3,

    /// <summary>Handed in for review.</summary>
    InProgress = 4,

    Rejected = 5,
    Approved = 6,

    /// <summary>A sender's phone was verified.</summary>
    Active = 7,

    /// <summary>It cannot be used any more, or for the time being.</summary>
    Inactive = 8,

    CommentAdded = 9,

    /// <summary>A code was sent to the administrator's phone.</summary>
    CodeSent = 10,

    /// <summary>A sender's owner asked for its deletion.</summary>
    Deleted = 11,

    /// <summary>An inspection was called back by the owner.</summary>
    Withdrawn = 12,

    /// <summary>A template sleeps because nobody used it.</summary>
    Dormant = 13,
}

/// <summary>Who acts.</summary>
/// <param name="Name">As it is shown in the history.</param>
/// <param name="IsReviewer">On KakaoTalk's side: subscribers are told of a reviewer's comments, not of their own.</param>
public readonly record struct Actor(string Name, bool IsReviewer)
{
    public static readonly Actor KakaoTalk = new("KakaoTalk", true);
}
