using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Http;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Storage.Memory;
using Naru.Storage.Sqlite;

namespace Naru.Carriers.Tests.Dealers;

/// <summary>A whole gateway on a store that outlives it, with one dealer; it can be killed and started again.</summary>
internal sealed class DealerGateway : IAsyncDisposable
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(40);

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-dealer-").FullName;
    private readonly MemoryDisk _disk = new();
    private readonly bool _onSqlite;
    private readonly CurrentWebhook _webhook = new();
    private readonly CommitSignal _commits = new();
    private readonly WebhookClient _client = new(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), TimeProvider.System, TimeSpan.FromSeconds(5));
    private readonly DealerUnderTest _dealer;
    private readonly EngineSettings _settings;
    private WebApplication? _host;
    private GatewayMeter _meter = new();
    private SqliteDatabase? _database;
    private ICarrier _carrier = null!;
    private long _lastNumber = 1_0000_0000;

    private DealerGateway(DealerUnderTest dealer, bool onSqlite, JourneyPolicy? policy)
    {
        _onSqlite = onSqlite;
        _dealer = dealer;
        _settings = new EngineSettings
        {
            Journey = policy ?? new JourneyPolicy
            {
                AttemptTimeout = TimeSpan.FromSeconds(10),
                FirstBackoff = TimeSpan.FromMilliseconds(200),
                MaxBackoff = TimeSpan.FromSeconds(1),
                RetryDelay = TimeSpan.FromMilliseconds(200),
            },
        };
        Registry = new WorkspaceDirectory(new MemoryDirectoryStore(), Clock, new SystemRandomSource());
    }

    public GatewayClock Clock { get; } = new(TimeProvider.System);

    public WorkspaceDirectory Registry { get; }

    public Gateway Gateway { get; private set; } = null!;

    public ICarrier Carrier => _carrier;

    public Workspace Workspace { get; private set; } = null!;

    public Uri WebhookAddress { get; private set; } = null!;

    public static async Task<DealerGateway> StartAsync(DealerUnderTest dealer, bool pushes, bool onSqlite = false, JourneyPolicy? policy = null)
    {
        var world = new DealerGateway(dealer, onSqlite, policy);
        await world.HostWebhookAsync();
        dealer.Webhook = pushes ? world.WebhookAddress : null;
        await dealer.StartAsync();
        await world.BeginAsync();
        world.Workspace = await world.Registry.CreateWorkspaceAsync("shop", WorkspaceKind.Normal, null, static (_, _, _) => { }, s_none);
        await world.Registry.SaveSenderAsync(new Sender(world.Workspace.Id, DealerUnderTest.SenderKey, "@narudemo", SenderState.Active, new SenderDetails("Naru")), s_none);
        await world.Registry.SaveTemplateAsync(
            new Template(DealerUnderTest.SenderKey, DealerUnderTest.TemplateCode, TemplateState.Approved, new TemplateDetails("package", "고객님의 택배 #{package_id}는 #{expected_delivery}에 도착합니다.")), s_none);
        return world;
    }

    /// <summary>As many messages, each to a number of its own unless one is given.</summary>
    public async Task<MessageKey[]> SendAsync(int count, string? to = null, Func<int, string>? text = null)
    {
        var submission = new Submission
        {
            Workspace = Workspace.Id,
            Messages =
            [
                .. Enumerable.Range(0, count).Select(i => new SubmittedMessage(
                    to is null ? Recipient.FromDigits(8210_0000_0000 + Interlocked.Increment(ref _lastNumber)) : Recipient.Parse(to),
                    new Envelope(
                        DialectName.Infobip,
                        [
                            new Step(
                                DealerUnderTest.Name, DealerUnderTest.SenderKey,
                                new AlimTalkContent(DealerUnderTest.TemplateCode, text?.Invoke(i) ?? $"고객님의 택배 {i}는 내일에 도착합니다.", null, [], null), TimeSpan.FromHours(1)),
                        ],
                        ReportTarget.Silent),
                    null, null, MessageClass.Standard)),
            ],
        };
        var outcome = await Gateway.SubmitAsync(submission, s_none);
        return [.. outcome.Receipt.ShouldNotBeNull().Messages.Select(line => line.Key)];
    }

    /// <summary>Waits until each of them is so.</summary>
    public async Task<Message[]> UntilAsync(IReadOnlyCollection<MessageKey> keys, Func<Message, bool> so, TimeSpan? patience = null)
    {
        using var ended = new CancellationTokenSource(patience ?? s_patience);
        while (true)
        {
            // Asked for before the look: a commit in between is not missed.
            var next = _commits.Next;
            var messages = await Gateway.Store.LoadAsync([.. keys], s_none);
            if (messages.Count == keys.Count && messages.All(so))
            {
                return [.. messages];
            }

            try
            {
                await next.WaitAsync(ended.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException(
                    string.Join('\n', messages.Where(m => !so(m)).Take(5).Select(m => $"{m.Key} {m.State} {m.ResultCode} {string.Join(" | ", m.Timeline.Select(t => $"{t.At:ss.fff} {t.Kind} {t.Code} {t.Note}"))}")), late);
            }
        }
    }

    /// <summary>As a SIGKILL leaves it: what was committed stays, nothing is handed back.</summary>
    public async Task KillAsync()
    {
        _webhook.Current = null;
        await Gateway.StopAsync(new CancellationToken(canceled: true));
        (_carrier as IDisposable)?.Dispose();
        _meter.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
            _database = null;
        }
    }

    public async Task BeginAsync()
    {
        _meter = new GatewayMeter();
        _carrier = _dealer.NewCarrier(Registry, Clock, _folder);
        Gateway = new Gateway(
            NewStore(), Registry, Clock, new SystemRandomSource(), [_carrier], [], [], _client, _settings, _meter, NullLogger<Gateway>.Instance);
        await Gateway.StartAsync(s_none);
        _webhook.Current = (ICarrierWebhook)_carrier;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _client.Dispose();
        _commits.Dispose();
        Registry.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private IMessageStore NewStore()
    {
        if (!_onSqlite)
        {
            return new MemoryMessageStore(_disk);
        }

        NativeSqlite.EnsureLoaded();
        _database = new SqliteDatabase(new SqliteStoreOptions { Folder = _folder }, TimeProvider.System, new SystemRandomSource(), NullLogger<SqliteDatabase>.Instance);
        return new SqliteMessageStore(_database);
    }

    private async Task HostWebhookAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ICarrierWebhook>(_webhook);
        _host = builder.Build();
        _host.MapCarrierWebhooks();
        await _host.StartAsync();
        WebhookAddress = new Uri(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + $"/carriers/{DealerUnderTest.Name}/webhook");
    }

    /// <summary>The webhook of whichever carrier lives.</summary>
    private sealed class CurrentWebhook : ICarrierWebhook
    {
        public string Name => DealerUnderTest.Name;

        public ICarrierWebhook? Current { get; set; }

        public Task HandleAsync(HttpContext context)
        {
            if (Current is { } current)
            {
                return current.HandleAsync(context);
            }

            context.Abort();
            return Task.CompletedTask;
        }
    }
}
