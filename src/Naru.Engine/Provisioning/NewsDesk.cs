using Naru.Core.Provisioning;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;

namespace Naru.Engine.Provisioning;

/// <summary>
/// Tells subscribers what happened to senders and templates. An activity of which they are to be told says so in its row until the pushes are stored: after a
/// crash in between they are told again, never not at all.
/// </summary>
public sealed class NewsDesk(WorkspaceDirectory directory, Gateway gateway, IEnumerable<IProvisioningNoticeWriter> writers)
{
    /// <summary>Tells all that is untold, in its order. False where the rest has to be tried again.</summary>
    internal async ValueTask<bool> TellAsync(CancellationToken cancellationToken)
    {
        foreach (var activity in directory.UntoldActivities)
        {
            if (!await TellAsync(activity))
            {
                return false;
            }

            await directory.ToldAsync([activity], cancellationToken);
        }

        return true;
    }

    private async ValueTask<bool> TellAsync(Activity activity)
    {
        // The sender and the template as they are by now: an instant later than they were, or more, should it be told after a crash.
        if (directory.SubscribersOf(activity.Workspace, activity.News!.Value).Count == 0
            || directory.FindWorkspace(activity.Workspace) is not { } workspace
            || directory.FindSender(activity.SenderKey) is not { } sender)
        {
            return true;
        }

        var template = activity.TemplateCode is { } code ? directory.FindTemplate(sender.Key, code)?.Template : null;
        if (activity.TemplateCode is not null && template is null)
        {
            return true;
        }

        var told = new ProvisioningNews(workspace, activity.News.Value, sender, template, activity.Comment, activity.At);
        foreach (var writer in writers)
        {
            var notice = new NoticedEvent(told.Happened, new Notice(0, activity.At, writer.Write(told)));
            if (await gateway.CommitAsync(workspace.Id, null, writer.Dialect, [notice], () => directory.FindWorkspace(workspace.Id) is not null) == TalkCommit.Failed)
            {
                return false;
            }
        }

        return true;
    }
}
