using Naru.Core.Provisioning;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Provisioning;

/// <summary>A page of what happened to a sender or template, newest first.</summary>
/// <param name="Skipped">How many newer ones there are.</param>
/// <param name="Verdict">What the reviewer said when it was last rejected.</param>
public sealed record HistoryView(IReadOnlyList<Activity> Activities, int Skipped, bool HasOlder, string? Verdict)
{
    private const int PageSize = 30;

    private static readonly ActivityKind[] s_rejected = [ActivityKind.Rejected];

    public static async ValueTask<HistoryView> ReadAsync(WorkspaceDirectory directory, string senderKey, string? templateCode, int? skip, CancellationToken cancellationToken)
    {
        var skipped = Math.Max(0, skip ?? 0);
        var page = await directory.ReadActivitiesAsync(senderKey, templateCode, skipped, PageSize, cancellationToken);
        var rejections = await directory.ReadActivitiesAsync(senderKey, templateCode, s_rejected, 0, 1, cancellationToken);
        return new HistoryView(page.Activities, skipped, skipped + page.Activities.Count < page.Total, rejections.Activities is [var last, ..] ? last.Comment : null);
    }
}
