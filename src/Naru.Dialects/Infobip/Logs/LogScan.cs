using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip.Reports;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Dialects.Infobip.Logs;

/// <summary>
/// Finds the messages of a log query, newest first. The store narrows by what it has indexes for; what it cannot know (the status group that
/// the item will show, bulks and messages named together) is looked at on each message, and more is read until the page is full.
/// </summary>
internal sealed class LogScan(IGateway gateway, GatewayClock clock)
{
    private static readonly TimeSpan s_reach = TimeSpan.FromHours(48);

    private const int SmallestRead = 100;

    /// <summary>One more than the page needs is looked for, so that the last page says that it is the last.</summary>
    /// <param name="before">Only messages older than this sequence.</param>
    public async ValueTask<LogPage> FindAsync(Workspace workspace, DialectName dialect, Channel? channel, LogQuery query, long? before, CancellationToken cancellationToken)
    {
        var narrowed = await NarrowAsync(workspace.Id, dialect, channel, query, cancellationToken);
        var found = new List<Message>();
        var size = Math.Max(query.Limit + 1, SmallestRead);
        while (narrowed.Sources.Count > 0)
        {
            var candidates = new List<Message>();
            foreach (var source in narrowed.Sources)
            {
                candidates.AddRange(await gateway.Store.ListAsync(source with { BeforeSequence = before, Limit = size }, cancellationToken));
            }

            var page = candidates.OrderByDescending(message => message.Key).Take(size).ToList();
            foreach (var message in page.Where(message => Shows(message, query.GeneralStatus) && (channel is not null || IsNowAt(message, query)) && narrowed.Holds(message)))
            {
                if (found.Count == query.Limit)
                {
                    return new LogPage(found, More: true);
                }

                found.Add(message);
            }

            if (candidates.Count < size)
            {
                break;
            }

            before = page[^1].Key.Sequence;
        }

        return new LogPage(found, More: false);
    }

    private static bool Shows(Message message, string? group) =>
        group is null || string.Equals(InfobipOutcome.Of(message).Status.GroupName, group, StringComparison.Ordinal);

    /// <summary>What an item of any channel shows is the step that its message has come to; the store knows the first one.</summary>
    private static bool IsNowAt(Message message, LogQuery query)
    {
        var step = message.Envelope.Route[message.StepIndex];
        return (query.UsedChannel is null || query.UsedChannel == step.Channel) && (query.Sender is null || string.Equals(query.Sender, step.Sender, StringComparison.Ordinal));
    }

    private async ValueTask<Narrowed> NarrowAsync(WorkspaceId workspace, DialectName dialect, Channel? channel, LogQuery query, CancellationToken cancellationToken)
    {
        var reach = clock.Now - s_reach;
        var common = new MessageQuery
        {
            Workspace = workspace,
            Dialect = dialect,
            Channel = channel,
            Sender = channel is null ? null : query.Sender,
            To = query.Destination,
            States = query.GeneralStatus is { } group ? InfobipOutcome.StatesOf(group) : null,
            Since = query.SentSince > reach ? query.SentSince : reach,
            Until = query.SentUntil,
            EntityId = query.EntityId,
            ApplicationId = query.ApplicationId,
            CampaignReferences = query.Campaigns,
        };
        if (common.States is { Count: 0 } || query.UsedChannel == default(Channel))
        {
            return Narrowed.Nothing;
        }

        var keys = query.MessageIds is null ? null : await KeysAsync(workspace, query.MessageIds, cancellationToken);
        if (query.BulkIds is null)
        {
            return keys is null ? new Narrowed([common], null) : Narrowed.To(keys, common, null);
        }

        var bulks = new BulkSet();
        foreach (var bulkId in query.BulkIds)
        {
            bulks.Add(await gateway.FindBulksAsync(workspace, bulkId, cancellationToken));
        }

        return keys is null ? bulks.Narrow(common) : Narrowed.To(keys, common, bulks);
    }

    private async ValueTask<HashSet<MessageKey>> KeysAsync(WorkspaceId workspace, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var keys = new HashSet<MessageKey>();
        foreach (var id in ids)
        {
            if (await gateway.FindKeyAsync(workspace, id, cancellationToken) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    /// <summary>Lists that together hold all that can match, none of it twice, and what must still be looked at.</summary>
    private sealed record Narrowed(IReadOnlyList<MessageQuery> Sources, BulkSet? Bulks)
    {
        public static readonly Narrowed Nothing = new([], null);

        public static Narrowed To(HashSet<MessageKey> keys, MessageQuery common, BulkSet? bulks) =>
            keys.Count == 0 ? Nothing : new Narrowed([common with { Keys = keys }], bulks);

        public bool Holds(Message message) => Bulks is null || Bulks.Holds(message);
    }

    /// <summary>What bulk ids name: bulks, and messages that came alone.</summary>
    private sealed class BulkSet
    {
        private readonly HashSet<BulkKey> _bulks = [];
        private readonly HashSet<MessageKey> _singles = [];

        public void Add(IReadOnlyList<BulkReference> references)
        {
            foreach (var reference in references)
            {
                if (reference.Single is { } single)
                {
                    _singles.Add(single);
                }
                else
                {
                    _bulks.Add(reference.Bulk);
                }
            }
        }

        public bool Holds(Message message) => _bulks.Contains(message.Bulk) || _singles.Contains(message.Key);

        public Narrowed Narrow(MessageQuery common)
        {
            var sources = new List<MessageQuery>();
            if (_bulks.Count > 0)
            {
                sources.Add(common with { Bulks = _bulks });
            }

            if (_singles.Count > 0)
            {
                sources.Add(common with { Keys = _singles });
            }

            return new Narrowed(sources, null);
        }
    }
}

/// <param name="More">There are older ones that match.</param>
internal sealed record LogPage(IReadOnlyList<Message> Messages, bool More);
