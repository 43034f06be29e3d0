using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Conversations;
using Naru.Engine.Inbound;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Tests.Hosting;
using Naru.Engine.Time;
using Naru.Storage.Memory;

namespace Naru.Engine.Tests.Inbound;

/// <summary>The inbox on a running gateway over the memory store, with a company that has a number.</summary>
internal sealed class InboxHost : IAsyncDisposable
{
    public const string Number = "15881234";

    private readonly MemoryGateway _ground;

    private InboxHost(MemoryGateway? before)
    {
        DialectName[] dialects = [DialectName.Sinch, DialectName.InfobipInbound];
        _ground = new MemoryGateway(TimeProvider.System, new EngineSettings { RestAfterFailures = 1000 }, dialects, before);
        Texts = new MemoryInboundStore(_ground.Disk);
        Book = new ContactBook(
            Gateway, new MemoryContactStore(_ground.Disk), Directory, Clock, new SilentNotices(), new ContactBookOptions(), NullLogger<ContactBook>.Instance);
        var notices = new TextNotices(Directory, dialects.Select(static dialect => new PlainWriter(dialect)), new Lazy<IContactBook>(() => Book));
        Inbox = new TextInbox(new Lazy<Gateway>(() => Gateway), Texts, Directory, notices, _ground.Meter, Log);
    }

    public GatewayClock Clock => _ground.Clock;

    public WorkspaceDirectory Directory => _ground.Directory;

    public Gateway Gateway => _ground.Gateway;

    public Subscriber Receiver => _ground.Receiver;

    public MemoryInboundStore Texts { get; }

    public ContactBook Book { get; }

    public TextInbox Inbox { get; }

    public LineLog Log { get; } = new();

    public Workspace Company { get; private set; } = null!;

    public static async Task<InboxHost> StartAsync()
    {
        var host = new InboxHost(null);
        await host.Gateway.StartAsync(CancellationToken.None);
        host.Company = await host.AddCompanyAsync(Number);
        return host;
    }

    /// <summary>The process ends and another one begins on the same rows.</summary>
    public async Task<InboxHost> RestartAsync()
    {
        await DisposeAsync();
        var host = new InboxHost(_ground);
        await host.Gateway.StartAsync(CancellationToken.None);
        host.Company = host.Directory.FindWorkspace(Company.Id)!;
        return host;
    }

    public async Task<Workspace> AddCompanyAsync(string number, WorkspaceKind kind = WorkspaceKind.Normal)
    {
        var company = await Directory.CreateWorkspaceAsync("company", kind, null, static (_, _, _) => { }, CancellationToken.None);
        await Directory.AddNumberAsync(company.Id, number, CancellationToken.None);
        return Directory.FindWorkspace(company.Id)!;
    }

    public async Task<App> AddAppAsync(string name, ProcessingMode mode, Channel channel, ReportEvent[]? events = null)
    {
        var app = (await Directory.AddAppAsync(
            Company.Id,
            (id, publicId) => new App(
                id, Company.Id, publicId, name, [new AppChannel(channel, "", "")], mode, AppRetention.Default, 0, false, null, null, null, AppLimits.None, Clock.Now),
            CancellationToken.None))!;
        await Directory.AddSubscriptionAsync(
            app, (id, _) => ($"http://subscriber/{app.Id}", new Subscription(id, app.Id, true, null, ["MESSAGE_INBOUND"], events ?? [ReportEvent.TextReceived], null)), CancellationToken.None);
        return app;
    }

    public async Task SetAsync(Func<WorkspaceSettings, WorkspaceSettings> change) => await Directory.ChangeSettingsAsync(Company.Id, change, CancellationToken.None);

    public InboundSms Text(string text = "안녕", string to = Number, string reference = "one", string from = "821012345678") => new("mobile", from, to, text, Clock.Now, reference);

    public ValueTask ReceiveAsync(params InboundSms[] texts) => Inbox.ReceiveAsync(texts, CancellationToken.None);

    /// <summary>What a reader gets who reads and confirms.</summary>
    public async Task<(string[] Texts, long Pending)> PullAsync(int limit = 50)
    {
        using var pulled = await Inbox.PullAsync(Company.Id, DateTimeOffset.UnixEpoch, limit, CancellationToken.None);
        await pulled.ConfirmAsync();
        return ([.. pulled.Texts.Select(static text => text.Text)], pulled.Pending);
    }

    public async ValueTask DisposeAsync()
    {
        await _ground.DisposeAsync();
        Inbox.Dispose();
    }

    /// <summary>"app, text, keyword, conversation".</summary>
    private sealed class PlainWriter(DialectName dialect) : IInboundWriter
    {
        public DialectName Dialect => dialect;

        public string Write(InboundOrder order) => $"{order.App?.DisplayName ?? "company"}: {order.Text.Text}, {order.Text.Keyword}, {order.Talk?.Conversation}";
    }

    private sealed class SilentNotices : INoticeWriter
    {
        public DialectName Dialect => DialectName.Sinch;

        public string Write(NoticeOrder order) => "";

        public string? Write(BulkNoticeOrder order) => null;
    }

    public sealed class LineLog : ILogger<TextInbox>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
