using Naru.Core.Provisioning;
using Naru.Core.Senders;

namespace Naru.Dialects.SinchProvisioning.Senders;

/// <summary>
/// A sender on Sinch's two axes (contracts/sinch.md §6): <c>state</c> of what is in use, <c>changes.status</c> of what is being worked on. Beside them one
/// <c>status</c> for the whole, as the vendor's guide speaks of it.
/// </summary>
internal static class SenderWords
{
    public static readonly IReadOnlyList<string> States = ["ACTIVE", "BLOCKED", "INACTIVE", "SUSPENDED", "VERIFYING"];

    public static readonly IReadOnlyList<string> Statuses = ["DRAFT", "IN_PROGRESS", "REJECTED"];

    public static readonly IReadOnlyCollection<ActivityKind> Activities =
    [
        ActivityKind.Active, ActivityKind.CommentAdded, ActivityKind.Created, ActivityKind.Draft, ActivityKind.Edited, ActivityKind.InProgress, ActivityKind.Inactive,
        ActivityKind.Rejected,
    ];

    /// <summary>Null until its review has approved it, and until its code was asked for.</summary>
    public static string? StateOf(Sender sender) => sender.State switch
    {
        SenderState.Active => "ACTIVE",
        SenderState.Blocked => "BLOCKED",
        SenderState.Inactive or SenderState.Deleted => "INACTIVE",
        SenderState.Stopped => "SUSPENDED",
        SenderState.Verifying => "VERIFYING",
        _ => null,
    };

    /// <summary>What is being worked on, and how far it has come; null where nothing is.</summary>
    public static (string Status, SenderDetails Details)? ChangesOf(Sender sender) => sender switch
    {
        { WasApproved: false } => (StatusWord(sender.State), sender.Details),
        { Changes: { } changes } => (StatusWord(changes.State), changes.Details),
        _ => null,
    };

    public static string WholeOf(Sender sender) =>
        sender.State == SenderState.PendingVerification ? "PENDING_VERIFICATION" : StateOf(sender) ?? StatusWord(sender.State);

    private static string StatusWord(SenderState state) => state switch
    {
        SenderState.Draft => "DRAFT",
        SenderState.InProgress => "IN_PROGRESS",
        SenderState.Rejected => "REJECTED",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "It is no state of changes."),
    };
}
