using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Naru.Core.Provisioning;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Provisioning;

/// <summary>
/// What happens to senders and templates by itself: subscribers are told of their activities, templates that nobody uses fall asleep, deleted senders go.
/// One timer, set to the earliest instant; a change, or a move of the gateway's clock, wakes it too.
/// </summary>
public sealed partial class ProvisioningPump(
    WorkspaceDirectory directory, Gateway gateway, SenderDesk senders, TemplateDesk templates, NewsDesk news, TemplateUse use, GatewayClock clock, ILogger<ProvisioningPump> log) : IBackgroundPump
{
    // A timer cannot be set further than 49 days ahead; waking once a day costs nothing.
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_pauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var timer = clock.System.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advanced += Wake;
        directory.Changed += Wake;
        use.Noted += Wake;
        gateway.Leaving += use.Note;
        try
        {
            while (true)
            {
                timer.Change(await TurnAsync(cancellationToken), Timeout.InfiniteTimeSpan);
                await _wake.Reader.ReadAsync(cancellationToken);
            }
        }
        finally
        {
            clock.Advanced -= Wake;
            directory.Changed -= Wake;
            use.Noted -= Wake;
            gateway.Leaving -= use.Note;
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    /// <returns>How long there is nothing to do.</returns>
    private async ValueTask<TimeSpan> TurnAsync(CancellationToken cancellationToken)
    {
        try
        {
            await use.WriteAsync(cancellationToken);
            await AgeAsync(cancellationToken);
            if (!await news.TellAsync(cancellationToken))
            {
                return s_pauseAfterFailure;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The disk failed: what was to happen is still due.
            TurnFailed(log, exception);
            return s_pauseAfterFailure;
        }

        var next = directory.Senders.Select(SenderLife.AgesAt).Concat(directory.Templates.Select(TemplateLife.AgesAt)).Min();
        return next is null || next - clock.Now > s_longestSleep ? s_longestSleep : next <= clock.Now ? TimeSpan.Zero : next.Value - clock.Now;
    }

    private async ValueTask AgeAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        foreach (var sender in directory.Senders.Where(sender => SenderLife.AgesAt(sender) <= now))
        {
            await senders.AgeAsync(sender.Workspace, sender.ChannelName, cancellationToken);
        }

        foreach (var template in directory.Templates.Where(template => TemplateLife.AgesAt(template) <= now))
        {
            if (directory.FindSender(template.SenderKey) is { } owner)
            {
                await templates.TakeAsync(
                    owner.Workspace, owner.ChannelName, template.Code,
                    static (life, aged, at) => life.Age(aged, at) ?? TemplateStep.Refused(ProvisioningFault.WrongState), cancellationToken);
            }
        }
    }

    [LoggerMessage(EventId = 1040, Level = LogLevel.Error, Message = "What happens to senders and templates by itself could not be written; it is tried again")]
    private static partial void TurnFailed(ILogger logger, Exception exception);
}
