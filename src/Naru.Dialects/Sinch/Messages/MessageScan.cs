using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>
/// Finds the messages of a list, newest first. The store narrows by what it has; what it cannot know (policies, deleted conversations) is looked at on each
/// message, and more is read until the page is full.
/// </summary>
internal sealed class MessageScan(IGateway gateway, WorkspaceDirectory directory, MessageViews views, GatewayClock clock)
{
    private const int SmallestRead = 100;

    /// <summary>The journey's own limit: what was accepted longer ago than this before an instant had ended by then.</summary>
    private static readonly TimeSpan s_longestJourney = JourneyPolicy.Default.MaxValidity;

    private static readonly MessageState[] s_open = [.. Enum.GetValues<MessageState>().Where(state => !state.IsFinal())];

    /// <param name="narrow">Adds to the query what the filter does not say.</param>
    /// <param name="before">Only messages older than this sequence.</param>
    public async ValueTask<MessagePage> FindAsync(
        WorkspaceId workspace, MessageFilter filter, Func<MessageQuery, MessageQuery> narrow, int limit, long? before,
        CancellationToken cancellationToken)
    {
        if (!filter.CanHoldAny)
        {
            return new MessagePage([], false, filter.WithMetadata);
        }

        var query = narrow(Common(workspace, filter)) with { Limit = Math.Max(limit + 1, SmallestRead) };
        var found = new List<MessageView>();
        while (true)
        {
            var read = await gateway.Store.ListAsync(query with { BeforeSequence = before }, cancellationToken);
            foreach (var view in await views.ShowAsync(workspace, read, cancellationToken))
            {
                if (found.Count == limit)
                {
                    return new MessagePage(found, true, filter.WithMetadata);
                }

                found.Add(view);
            }

            if (read.Count < query.Limit)
            {
                return new MessagePage(found, false, filter.WithMetadata);
            }

            before = read[^1].Key.Sequence;
        }
    }

    private MessageQuery Common(WorkspaceId workspace, MessageFilter filter)
    {
        var apps = filter.App is { } one ? directory.FindApp(one) is { } app ? [app] : [] : directory.AppsOf(workspace);
        var query = new MessageQuery
        {
            Workspace = workspace,
            Dialect = DialectName.Sinch,
            App = filter.App,
            Channel = filter.CoreChannel,
            InTalk = filter.InConversations,
            Hidden = false,
            Until = filter.Until,
            Since = filter.Since,
        };
        return filter.InConversations ? query : OutsideConversations(query, apps);
    }

    /// <summary>
    /// Outside conversations next to nothing is kept: without its policies a list would walk over everything that ended to find what is still open.
    /// </summary>
    private MessageQuery OutsideConversations(MessageQuery query, IReadOnlyList<App> apps)
    {
        var days = apps.Select(app => app.DispatchDays).DefaultIfEmpty().Max();
        if (days == 0)
        {
            return query with { States = s_open };
        }

        var reach = clock.Now.AddDays(-days) - s_longestJourney;
        return query with { Since = query.Since > reach ? query.Since : reach };
    }
}
