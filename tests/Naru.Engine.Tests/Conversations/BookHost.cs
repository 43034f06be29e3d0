using Microsoft.Extensions.Logging.Abstractions;
using Naru.Core.Conversations;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Conversations;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Tests.Hosting;
using Naru.Engine.Time;
using Naru.Storage.Memory;

namespace Naru.Engine.Tests.Conversations;

/// <summary>The book on a running gateway over the memory store, with an app that subscribes to everything.</summary>
internal sealed class BookHost : IAsyncDisposable
{
    private static readonly ReportEvent[] s_all =
    [
        ReportEvent.ContactCreated, ReportEvent.ContactUpdated, ReportEvent.ContactDeleted, ReportEvent.ContactMerged, ReportEvent.ConversationStarted,
        ReportEvent.ConversationStopped, ReportEvent.ConversationDeleted,
    ];

    private readonly MemoryGateway _ground;

    private BookHost(MemoryGateway? before)
    {
        _ground = new MemoryGateway(new StandingTime(), new EngineSettings(), [DialectName.Sinch], before);
        Reads = new CountingReads(new MemoryContactStore(_ground.Disk));
        Book = new ContactBook(Gateway, Reads, Directory, Clock, new PlainNotices(), new ContactBookOptions(), NullLogger<ContactBook>.Instance);
    }

    public GatewayClock Clock => _ground.Clock;

    public WorkspaceDirectory Directory => _ground.Directory;

    public Gateway Gateway => _ground.Gateway;

    public CountingReads Reads { get; }

    public ContactBook Book { get; }

    public App Shop { get; private set; } = null!;

    public App Desk { get; private set; } = null!;

    public WorkspaceId Mine => Shop.Workspace;

    public static async Task<BookHost> StartAsync(bool unified = false)
    {
        var host = new BookHost(null);
        await host.Gateway.StartAsync(CancellationToken.None);
        var workspace = await host.AddWorkspaceAsync(unified);
        host.Shop = await host.AddAppAsync(workspace);
        host.Desk = await host.AddAppAsync(workspace);
        return host;
    }

    /// <summary>The process ends and another one begins on the same rows.</summary>
    public async Task<BookHost> RestartAsync()
    {
        await DisposeAsync();
        var host = new BookHost(_ground);
        await host.Gateway.StartAsync(CancellationToken.None);
        host.Shop = host.Directory.FindApp(Shop.Id)!;
        host.Desk = host.Directory.FindApp(Desk.Id)!;
        return host;
    }

    public async Task<Workspace> AddWorkspaceAsync(bool unified = false)
    {
        var workspace = await Directory.CreateWorkspaceAsync("company", WorkspaceKind.Normal, null, (_, _, _) => { }, CancellationToken.None);
        workspace = workspace with { Settings = workspace.Settings with { UnifiedContacts = unified } };
        await Directory.SaveWorkspaceAsync(workspace, CancellationToken.None);
        return workspace;
    }

    public async Task<App> AddAppAsync(Workspace workspace, params ReportEvent[] events)
    {
        var app = await Directory.AddAppAsync(
            workspace.Id,
            (id, publicId) => new App(
                id, workspace.Id, publicId, "app", [], ProcessingMode.Conversation, AppRetention.Default, 0, false, null, null, null, AppLimits.None, Clock.Now),
            CancellationToken.None);
        await Directory.AddSubscriptionAsync(
            app!, (id, _) => ($"http://subscriber/{app!.Id}", new Subscription(id, app.Id, true, null, [], events.Length > 0 ? events : s_all, null)), CancellationToken.None);
        return app!;
    }

    public async Task<Talk> OpenAsync(TalkOrder order, App? app = null) =>
        (await Book.OpenTalkAsync(app ?? Shop, order, CancellationToken.None)).ShouldNotBeNull();

    /// <summary>The next so many things that subscribers are told, each as "app: event number", sorted: pushes run side by side.</summary>
    public async Task<string[]> ToldAsync(int count)
    {
        var told = new List<string>();
        while (told.Count < count)
        {
            told.Add(await _ground.Receiver.NextAsync());
        }

        return [.. told.Order(StringComparer.Ordinal)];
    }

    /// <summary>Nothing is told that was not asked for.</summary>
    public bool ToldMore => _ground.Receiver.HasMore;

    public ValueTask DisposeAsync() => _ground.DisposeAsync();

    private sealed class StandingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
    }

    private sealed class PlainNotices : INoticeWriter
    {
        public DialectName Dialect => DialectName.Sinch;

        public string Write(NoticeOrder order) =>
            $"{order.App.Id}: {order.Happened.Kind} {order.Happened.Contact?.Id ?? order.Happened.Conversation!.Id}{(order.Happened.Gone is { } gone ? $"<{gone.Id}" : "")}";

        public string? Write(BulkNoticeOrder order) => $"{order.App.Id}: {order.News.After} {order.News.PublicId}";
    }
}
