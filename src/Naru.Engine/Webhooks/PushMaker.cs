using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;

namespace Naru.Engine.Webhooks;

/// <summary>Makes pushes of what happened, one row for up to a hundred items.</summary>
internal sealed class PushMaker(EngineSettings settings, GatewayLookups lookups, long nextPush)
{
    private readonly Dictionary<Line, List<Happening>> _lines = [];
    private readonly int _most = Math.Min(settings.ReportsPerPush, Push.MaxItems);
    private long _nextPush = nextPush;

    /// <summary>What is told in one push: to one endpoint, in one front door's words.</summary>
    /// <param name="Event">The default where items go one by one: then they may be of several kinds.</param>
    private readonly record struct Line(int Endpoint, WorkspaceId Workspace, DialectName Dialect, Channel Channel, int App, ReportEvent Event);

    public long NextId() => _nextPush++;

    /// <summary>Closes a flush: what was gathered in it becomes pushes, in the order in which it happened.</summary>
    public void Close(Flush flush, DateTimeOffset now)
    {
        foreach (var happening in flush.Told)
        {
            Gather(happening);
        }

        flush.Told.Clear();
        foreach (var news in flush.BulkNews)
        {
            Tell(news, flush, now);
        }

        flush.BulkNews.Clear();
        flush.AlarmNews.ForEach(news => Tell(news, flush, now));
        foreach (var (line, gathered) in _lines)
        {
            for (var at = 0; at < gathered.Count; at += _most)
            {
                Make(flush, line, gathered.GetRange(at, Math.Min(_most, gathered.Count - at)), now);
            }
        }

        _lines.Clear();
    }

    /// <summary>Notices become a push each: their subscribers are those of this moment.</summary>
    public void Add(EngineEvent.Noticed noticed, Flush flush, DateTimeOffset now)
    {
        foreach (var (happened, notice) in noticed.Notices)
        {
            var subscribers = notice.App == 0 ? lookups.WorkspaceSubscribers(noticed.Workspace, happened) : lookups.Subscribers(notice.App, happened);
            Make(flush, noticed.Workspace, noticed.Dialect, happened, notice, subscribers, now);
        }
    }

    private void Tell(in BulkNews news, Flush flush, DateTimeOffset now)
    {
        var subscribers = lookups.Subscribers(news.App, ReportEvent.BulkStatusChanged);
        if (subscribers.Count > 0 && lookups.NoticeOf(news, now) is { } told)
        {
            Make(flush, news.Workspace, told.Dialect, ReportEvent.BulkStatusChanged, new Notice(news.App, now, told.Body), subscribers, now);
        }
    }

    /// <summary>Each in the name of whose endpoint it is: the workspace's, or the installation's.</summary>
    private void Tell(in AlarmNews news, Flush flush, DateTimeOffset now)
    {
        var (body, endpoints) = lookups.AlarmNoticeOf(news);
        foreach (var endpoint in endpoints)
        {
            Make(flush, endpoint.Workspace, DialectName.Naru, news.Event, new Notice(0, now, body), [endpoint], now);
        }
    }

    private void Make(
        Flush flush, WorkspaceId workspace, DialectName dialect, ReportEvent happened, Notice notice, IReadOnlyList<WebhookEndpoint> subscribers, DateTimeOffset now)
    {
        foreach (var endpoint in subscribers)
        {
            var push = new Push
            {
                Id = NextId(),
                Workspace = workspace,
                EndpointId = endpoint.Id,
                Dialect = dialect,
                Channel = default,
                App = notice.App,
                Items = [new PushItem(default, happened)],
                Notice = notice,
                CreatedAt = now,
                OpenedAt = now,
                DueAt = now,
            };
            flush.Batch.Pushes.Add(push);
            flush.NewPushes.Add((push, []));
        }
    }

    private void Gather(Happening happening)
    {
        var envelope = happening.Message.Envelope;
        if (envelope.Reports.Route == ReportRoute.Endpoint)
        {
            // An endpoint that is not there went with its workspace.
            if (lookups.Endpoint(envelope.Reports.EndpointId) is not null)
            {
                Gather(happening, envelope.Reports.EndpointId);
            }

            return;
        }

        foreach (var endpoint in lookups.Subscribers(envelope.App, happening.Event))
        {
            Gather(happening, endpoint.Id);
        }
    }

    private void Gather(Happening happening, int endpoint)
    {
        var (message, happened) = happening;
        var envelope = message.Envelope;
        var line = new Line(
            endpoint, message.Workspace, envelope.Dialect, envelope.Route[0].Channel, envelope.App,
            lookups.ItemsPerRequest(envelope.Dialect) == 1 ? default : happened);
        if (!_lines.TryGetValue(line, out var gathered))
        {
            _lines.Add(line, gathered = []);
        }

        gathered.Add(happening);
    }

    private void Make(Flush flush, in Line line, List<Happening> told, DateTimeOffset now)
    {
        var push = new Push
        {
            Id = NextId(),
            Workspace = line.Workspace,
            EndpointId = line.Endpoint,
            Dialect = line.Dialect,
            Channel = line.Channel,
            App = line.App,
            Items = [.. told.Select(static t => new PushItem(t.Message.Key, t.Event))],
            CreatedAt = now,
            OpenedAt = now,
            DueAt = now,
        };
        flush.Batch.Pushes.Add(push);
        flush.NewPushes.Add((push, told.ConvertAll(static t => t.Message)));
    }
}
