using Naru.Core.Provisioning;

namespace Naru.Dialects.SinchProvisioning.Activities;

/// <summary>Sinch's words for what happens to senders and templates. What it has no word for is not shown (contracts/sinch.md §6, §7).</summary>
internal static class ActivityWords
{
    public static string Of(ActivityKind kind) => kind switch
    {
        ActivityKind.Active => "ACTIVE",
        ActivityKind.CommentAdded => "COMMENT_ADDED",
        ActivityKind.Created => "CREATED",
        ActivityKind.Draft => "DRAFT",
        ActivityKind.Edited => "EDITED",
        ActivityKind.InProgress => "IN_PROGRESS",
        ActivityKind.Inactive => "INACTIVE",
        ActivityKind.Rejected => "REJECTED",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Sinch has no word for it."),
    };
}
