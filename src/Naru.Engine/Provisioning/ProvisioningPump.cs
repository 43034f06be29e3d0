using Microsoft.Extensions.Logging;
using Naru.Core.Provisioning;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Provisioning;

/// <summary>
/// What happens to senders and templates by itself: subscribers are told of their activities, templates that nobody uses fall asleep, deleted senders go.
/// A change of the directory wakes it, and the earliest instant at which something ages.
/// </summary>
public sealed partial class ProvisioningPump(
    WorkspaceDirectory directory, Gateway gateway, SenderDesk senders, TemplateDesk templates, NewsDesk news, TemplateUse use, GatewayClock clock, ILogger<ProvisioningPump> log) : IBackgroundPump
{
    private readonly WakeLoop _loop = new(clock);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        directory.Changed += _loop.Wake;
        use.Noted += _loop.Wake;
        gateway.Leaving += use.Note;
        try
        {
            await _loop.RunAsync(TurnAsync, failure => TurnFailed(log, failure), cancellationToken);
        }
        finally
        {
            directory.Changed -= _loop.Wake;
            use.Noted -= _loop.Wake;
            gateway.Leaving -= use.Note;
        }
    }

    private async ValueTask<DateTimeOffset?> TurnAsync(CancellationToken cancellationToken)
    {
        await use.WriteAsync(cancellationToken);
        await AgeAsync(cancellationToken);
        return await news.TellAsync(cancellationToken)
            ? directory.Senders.Select(SenderLife.AgesAt).Concat(directory.Templates.Select(TemplateLife.AgesAt)).Min()
            : _loop.AfterFailure;
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
