using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Simulator;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Server.Demo;
using Naru.Server.Tests.Hosting;
using Naru.Server.Tests.Operations;
using Naru.Storage.Memory;
using Naru.Storage.Postgres;
using Naru.Storage.Sqlite;

namespace Naru.Server.Tests.Limits;

/// <summary>The gateway with its durable store and its simulator, in a time that the test moves.</summary>
internal sealed class LimitedGateway : IAsyncDisposable
{
    private readonly DataFolder _folder = new();
    private readonly IAsyncDisposable _database;
    private readonly SimulatorCarrier _simulator;
    private readonly WorkspaceDirectory _directory;
    private readonly GatewayMeter _meter = new();
    private Workspace? _workspace;

    public LimitedGateway(int perSecond)
    {
        var clock = new GatewayClock(Time);
        var random = new SystemRandomSource();
        (_database, Store) = Open(_folder.Path, Time, random);
        _directory = new WorkspaceDirectory(new MemoryDirectoryStore(), clock, random);
        _simulator = new SimulatorCarrier(new SimulatorOptions { DataFolder = _folder.Path }, _directory, clock, NullLoggerFactory.Instance);
        Carrier = new CountingCarrier(_simulator, clock);

        // In a time that stands still between two steps no pause ends the precedence of requests: what goes out meanwhile must not run dry.
        var settings = new EngineSettings { HandoversPerAccepted = 1, CarriersPerSecond = new Dictionary<string, int> { [SimulatorCarrier.CarrierName] = perSecond } };
        Gateway = new Gateway(Store, _directory, clock, random, [Carrier], [], [], new NoWebhooks(), settings, _meter, NullLogger<Gateway>.Instance);
    }

    public ManualTime Time { get; } = new();

    public IMessageStore Store { get; }

    public CountingCarrier Carrier { get; }

    public Gateway Gateway { get; }

    public async Task StartAsync()
    {
        await Gateway.StartAsync(CancellationToken.None);
        _workspace = await DemoWorkspace.EnsureAsync(_directory, CancellationToken.None);
    }

    /// <summary>Parcel notices, all from the one sender. Durable on return.</summary>
    public async Task SendParcelsAsync(int count) => await SendAsync(
        "package_template", "주문하신 상품 7의 도착 예정일은 내일입니다.", MessageClass.Standard, count);

    /// <summary>One code. Durable on return.</summary>
    public async Task<MessageKey> SendCodeAsync() =>
        (await SendAsync("otp_template", "인증번호는 4711 입니다.", MessageClass.Authentication, 1)).Messages[0].Key;

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        _simulator.Dispose();
        await _database.DisposeAsync();
        _directory.Dispose();
        _meter.Dispose();
        _folder.Dispose();
    }

    private static (IAsyncDisposable Database, IMessageStore Store) Open(string folder, TimeProvider time, IRandomSource random)
    {
        if (StoreUnderTest.SettingFor(folder) is { } setting)
        {
            var postgres = new PostgresDatabase(new PostgresStoreOptions { ConnectionString = setting }, time, random, NullLogger<PostgresDatabase>.Instance);
            return (postgres, new PostgresMessageStore(postgres));
        }

        var sqlite = new SqliteDatabase(new SqliteStoreOptions { Folder = folder }, time, random, NullLogger<SqliteDatabase>.Instance);
        return (sqlite, new SqliteMessageStore(sqlite));
    }

    private async Task<SubmissionReceipt> SendAsync(string template, string text, MessageClass messageClass, int count)
    {
        var envelope = new Envelope(
            DialectName.Infobip,
            [new Step(SimulatorCarrier.CarrierName, DemoCredentials.SenderKey, new AlimTalkContent(template, text, null, [], null), TimeSpan.FromHours(24))],
            ReportTarget.Silent);
        var result = await Gateway.SubmitAsync(
            new Submission
            {
                Workspace = _workspace!.Id,
                Messages = [.. Enumerable.Range(0, count).Select(i => new SubmittedMessage(Recipient.FromDigits(821000000000 + i), envelope, null, null, messageClass))],
            },
            CancellationToken.None);
        result.Kind.ShouldBe(SubmissionResultKind.Stored);
        return result.Receipt!;
    }

    private sealed class NoWebhooks : IWebhookClient
    {
        public Task<WebhookAnswer> PostAsync(WebhookTarget target, RenderedPush push, string pushId, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nobody wants to be told.");
    }
}
