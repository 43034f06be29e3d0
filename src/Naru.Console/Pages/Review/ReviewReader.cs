using Naru.Core.Provisioning;
using Naru.Core.Results;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Images;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Review;

/// <summary>Something that waits for a verdict.</summary>
/// <param name="Template">Null where it is the sender itself.</param>
/// <param name="Since">When it was handed in.</param>
/// <param name="Findings">What the rules say to a template, the worst first.</param>
/// <param name="Objections">What they say to a sender.</param>
public sealed record ReviewItem(Sender Sender, Template? Template, DateTimeOffset Since, IReadOnlyList<Finding> Findings, IReadOnlyList<BilingualText> Objections);

/// <summary>Everything on the desk.</summary>
/// <param name="Waiting">Oldest first, the first of them.</param>
/// <param name="MoreWaiting">How many wait behind them.</param>
/// <param name="Reviewed">What was decided before and can be taken out of use, or put back.</param>
public sealed record ReviewView(
    ReviewMode Mode, IReadOnlyList<ReviewItem> Waiting, int MoreWaiting, string Search, IReadOnlyList<(Sender Sender, Template? Template)> Reviewed, int MoreReviewed);

/// <summary>Reads the desk of a workspace. Thread-safe.</summary>
public sealed class ReviewReader(WorkspaceDirectory directory, IReviewControl control, AlimTalkRules rules, ImageInspector images)
{
    private const int MaxWaiting = 20;
    private const int MaxReviewed = 50;

    public ReviewView Read(WorkspaceId workspace, string search)
    {
        var senders = directory.SendersOf(workspace);
        var waiting = senders.Where(sender => sender.ReviewSince is not null).Select(sender => (Sender: sender, Template: (Template?)null, Since: sender.ReviewSince!.Value))
            .Concat(
                from sender in senders
                from template in directory.TemplatesOf(sender.Key)
                where template.ReviewSince is not null
                select (Sender: sender, Template: (Template?)template, Since: template.ReviewSince!.Value))
            .OrderBy(item => item.Since)
            .ToArray();
        var reviewed = senders.Where(sender => sender.WasApproved && sender.State != SenderState.Deleted)
            .SelectMany(sender => directory.TemplatesOf(sender.Key).Where(template => template.WasApproved).Select(template => (Sender: sender, Template: (Template?)template))
                .Prepend((Sender: sender, Template: null)))
            .Where(item => Matches(item.Sender, item.Template, search))
            .ToArray();
        return new ReviewView(
            ReviewMode.Of(control.ReviewAfter),
            [.. waiting.Take(MaxWaiting).Select(item => Item(item.Sender, item.Template, item.Since))], Math.Max(0, waiting.Length - MaxWaiting),
            search,
            [.. reviewed.Take(MaxReviewed)], Math.Max(0, reviewed.Length - MaxReviewed));
    }

    /// <summary>Tells apart what the desk would show differently.</summary>
    public string Mark(WorkspaceId workspace) => string.Join('\n', directory.SendersOf(workspace).Select(sender =>
        $"{sender.Key} {sender.State} {sender.ReviewSince?.UtcTicks} " + string.Join(' ', directory.TemplatesOf(sender.Key).Select(template => $"{template.Code} {template.State} {template.ReviewSince?.UtcTicks}"))));

    private ReviewItem Item(Sender sender, Template? template, DateTimeOffset since) => new(
        sender, template, since,
        template is null ? [] : [.. TemplateLinter.Check(template.Latest, rules).Concat(images.Known(template.Latest)).OrderByDescending(finding => finding.Severity)],
        template is null ? SenderReview.Of(sender.Latest) : []);

    private static bool Matches(Sender sender, Template? template, string search) =>
        search.Length == 0
        || sender.ChannelName.Contains(search, StringComparison.OrdinalIgnoreCase)
        || sender.DisplayName.Contains(search, StringComparison.OrdinalIgnoreCase)
        || template?.Code.Contains(search, StringComparison.OrdinalIgnoreCase) == true
        || template?.Details.Name.Contains(search, StringComparison.OrdinalIgnoreCase) == true;
}
