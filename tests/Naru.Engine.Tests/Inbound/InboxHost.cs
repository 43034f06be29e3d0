using System.Text;
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
using Naru.Engine.Time;
using Naru.Storage.Memory;

namespace Naru.Engine.Tests.Inbound;

/// <summary>The inbox on a running gateway over the memory store, with a company that has a number.</summary>
internal sealed class InboxHost : IAsyncDisposable
{
    public const string Number = "15881234";

    private readonly MemoryDisk _disk;
    private readonly GatewayMeter _meter = new();

    private InboxHost(MemoryDisk disk, MemoryDirectoryStore rows)
    {
        (_disk, Rows) = (disk, rows);
        Clock = new GatewayClock(TimeProvider.System);
        Directory = new WorkspaceDirectory(rows, Clock, new SystemRandomSource());
        Gateway = new Gateway(
            new MemoryMessageStore(disk), Directory, Clock, new SystemRandomSource(), [], [new PlainWriter(DialectName.Sinch), new PlainWriter(DialectName.InfobipInbound)], [], Receiver,
            new EngineSettings { RestAfterFailures = 1000 }, _meter, NullLogger<Gateway>.Instance);
        Texts = new MemoryInboundStore(disk);
        Book = new ContactBook(
            Gateway, new MemoryContactStore(disk), Directory, Clock, new SilentNotices(), new ContactBookOptions(), NullLogger<ContactBook>.Instance);
        var notices = new TextNotices(Directory, [new PlainWriter(DialectName.Sinch), new PlainWriter(DialectName.InfobipInbound)], new Lazy<IContactBook>(() => Book));
        Inbox = new TextInbox(new Lazy<Gateway>(() => Gateway), Texts, Directory, notices, _meter, Log);
    }

    public MemoryDirectoryStore Rows { get; }

    public GatewayClock Clock { get; }

    public WorkspaceDirectory Directory { get; }

    public Gateway Gateway { get; }

    public MemoryInboundStore Texts { get; }

    public ContactBook Book { get; }

    public TextInbox Inbox { get; }

    public Subscriber Receiver { get; } = new();

    public LineLog Log { get; } = new();

    public Workspace Company { get; private set; } = null!;

    public static async Task<InboxHost> StartAsync()
    {
        var host = new InboxHost(new MemoryDisk(), new MemoryDirectoryStore());
        await host.Gateway.StartAsync(CancellationToken.None);
        host.Company = await host.AddCompanyAsync(Number);
        return host;
    }

    /// <summary>The process ends and another one begins on the same rows.</summary>
    public async Task<InboxHost> RestartAsync()
    {
        await DisposeAsync();
        var host = new InboxHost(_disk, Rows);
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
        await Gateway.DisposeAsync();
        Inbox.Dispose();
        Directory.Dispose();
        _meter.Dispose();
    }

    /// <summary>"app, text, keyword, conversation".</summary>
    private sealed class PlainWriter(DialectName dialect) : IInboundWriter, IReportRenderer
    {
        public DialectName Dialect => dialect;

        public int ItemsPerRequest => 1;

        public string Write(InboundOrder order) => $"{order.App?.DisplayName ?? "company"}: {order.Text.Text}, {order.Text.Keyword}, {order.Talk?.Conversation}";

        public ValueTask<RenderedPush> RenderAsync(RenderOrder order, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new RenderedPush(Encoding.UTF8.GetBytes(order.Notice!.Body), "application/json", new Dictionary<string, string>()));
    }

    private sealed class SilentNotices : INoticeWriter
    {
        public DialectName Dialect => DialectName.Sinch;

        public string Write(NoticeOrder order) => "";

        public string? Write(BulkNoticeOrder order) => null;
    }

    public sealed class Subscriber : IWebhookClient
    {
        private readonly System.Threading.Channels.Channel<string> _told = System.Threading.Channels.Channel.CreateUnbounded<string>();

        public int Answer { get; set; } = 200;

        public Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken)
        {
            _told.Writer.TryWrite(Encoding.UTF8.GetString(push.Body.Span));
            return Task.FromResult(new WebhookAnswer(Answer, null, null));
        }

        public async Task<string> NextAsync() => await _told.Reader.ReadAsync(CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        public bool HasMore => _told.Reader.TryPeek(out _);
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
