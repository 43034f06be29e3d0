using Microsoft.Extensions.Logging;
using Naru.Core.Provisioning;
using Naru.Core.Results;
using Naru.Core.Templates;
using Naru.Engine.Ports;
using Naru.Engine.Provisioning;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Simulator.Review;

/// <summary>
/// The reviewers of the simulated KakaoTalk: some time after a sender or template was handed in they decide by the rules
/// (<see cref="SenderReview"/>, <see cref="TemplateLinter"/>). Without <see cref="IReviewControl.ReviewAfter"/> people decide, at the review desk.
/// </summary>
/// <remarks>What is in review stands in the directory, so a restart forgets nothing.</remarks>
internal sealed partial class Reviewer : IBackgroundPump, IReviewControl
{
    private readonly WakeLoop _loop;
    private readonly WorkspaceDirectory _directory;
    private readonly SenderDesk _senders;
    private readonly TemplateDesk _templates;
    private readonly AlimTalkRules _rules;
    private readonly GatewayClock _clock;
    private readonly ILogger<Reviewer> _log;
    private long _afterTicks;

    public Reviewer(WorkspaceDirectory directory, SenderDesk senders, TemplateDesk templates, SimulatorOptions options, GatewayClock clock, ILogger<Reviewer> log)
    {
        (_directory, _senders, _templates, _rules, _clock, _log) = (directory, senders, templates, options.Rules, clock, log);
        (_loop, _afterTicks) = (new WakeLoop(clock), options.ReviewAfter?.Ticks ?? -1);
    }

    public TimeSpan? ReviewAfter
    {
        get => Interlocked.Read(ref _afterTicks) is >= 0 and var ticks ? TimeSpan.FromTicks(ticks) : null;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? TimeSpan.Zero, TimeSpan.Zero, nameof(value));
            Interlocked.Exchange(ref _afterTicks, value?.Ticks ?? -1);
            _loop.Wake();
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _directory.Changed += _loop.Wake;
        try
        {
            await _loop.RunAsync(
                async cancelled => ReviewAfter is { } after ? await ReviewAsync(after, cancelled) : null, failure => ReviewFailed(_log, failure), cancellationToken);
        }
        finally
        {
            _directory.Changed -= _loop.Wake;
        }
    }

    /// <returns>When the next decision is due; null where nothing waits for one.</returns>
    private async ValueTask<DateTimeOffset?> ReviewAsync(TimeSpan after, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var sender in _directory.Senders.Where(sender => sender.ReviewSince is not null))
        {
            if (IsDue(sender.ReviewSince!.Value))
            {
                var against = SenderReview.Of(sender.Latest);
                await (against.Count == 0
                    ? _senders.ApproveAsync(sender.Workspace, sender.ChannelName, null, Actor.KakaoTalk, cancellationToken)
                    : _senders.RejectAsync(sender.Workspace, sender.ChannelName, Say(against), Actor.KakaoTalk, cancellationToken));
            }
        }

        foreach (var template in _directory.Templates.Where(template => template.ReviewSince is not null))
        {
            if (IsDue(template.ReviewSince!.Value) && _directory.FindSender(template.SenderKey) is { } owner)
            {
                var against = TemplateLinter.Check(template.Latest, _rules).Where(finding => finding.Severity >= Severity.Warning).Select(finding => finding.Explanation).ToList();
                await _templates.TakeAsync(
                    owner.Workspace, owner.ChannelName, template.Code,
                    (life, there, now) => against.Count == 0 ? life.Approve(there, Actor.KakaoTalk, null, now) : life.Reject(there, Actor.KakaoTalk, Say(against), now),
                    cancellationToken);
            }
        }

        return next;

        bool IsDue(DateTimeOffset since)
        {
            var due = since + after;
            if (due <= _clock.Now)
            {
                return true;
            }

            next = next is null || due < next ? due : next;
            return false;
        }
    }

    /// <summary>In both languages: reviewers write to people whose language they do not know.</summary>
    private static string Say(IReadOnlyList<BilingualText> against) =>
        string.Join('\n', against.Select(text => "- " + text.Ko).Append("").Concat(against.Select(text => "- " + text.En)));

    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "The simulator's reviewers could not decide; they try again")]
    private static partial void ReviewFailed(ILogger logger, Exception exception);
}
