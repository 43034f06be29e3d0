using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Smpp;
using Naru.Carriers.Smpp.Links;
using Naru.Carriers.Tests.Simulator;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Time;
using Naru.Fakes.Smsc;

namespace Naru.Carriers.Tests.Smpp;

/// <summary>An account at a carrier on loopback: ours by default. It can be left and entered again, as by a new process on the same folder.</summary>
internal sealed class SmppWorld : IAsyncDisposable
{
    public const string Phone = "821012345678";

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-smpp-").FullName;
    private readonly Func<string, int, SmppOptions> _options;
    private readonly int _port;
    private readonly SemaphoreSlim _bindsMoved = new(0);
    private CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private long _sequence;

    private SmppWorld(SmscServer? smsc, int port, Func<string, int, SmppOptions> options) => (Carrier, Smsc, _port, _options) = (null!, smsc!, port, options);

    public SmscServer Smsc { get; }

    public SmppCarrier Carrier { get; private set; }

    public ReportLog Reports { get; } = new();

    public InboundLog Inbound { get; } = new();

    public GatewayClock Clock { get; } = new(TimeProvider.System);

    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System).Token;

    /// <param name="react">What the carrier does with a submission.</param>
    /// <param name="waits">Until the binds are up.</param>
    public static async Task<SmppWorld> OpenAsync(
        Func<SmscSubmission, SmscReaction>? react = null, Func<SmscOptions, SmscOptions>? smsc = null, Func<string, int, SmppOptions>? options = null,
        bool waits = true)
    {
        var settings = new SmscOptions { React = react ?? (_ => SmscReaction.Delivers) };
        var server = new SmscServer(smsc?.Invoke(settings) ?? settings);
        var world = new SmppWorld(server, server.Port, options ?? Options);
        await world.EnterAsync(waits);
        return world;
    }

    /// <summary>Against a carrier that somebody else plays.</summary>
    public static async Task<SmppWorld> OpenAtAsync(int port, Func<string, int, SmppOptions>? options = null)
    {
        var world = new SmppWorld(null, port, options ?? Options);
        await world.EnterAsync();
        return world;
    }

    public static SmppOptions Options(string folder, int port) => new()
    {
        Name = "mobile",
        DataFolder = folder,
        Host = "127.0.0.1",
        Port = port,
        SystemId = "naru",
        Password = "secret",
        FirstGap = TimeSpan.FromMilliseconds(20),
        FirstPause = TimeSpan.FromMilliseconds(50),
        ResponseTimeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>As a new process would find the folder.</summary>
    public async Task EnterAsync(bool waits = true)
    {
        var before = Smsc?.Journal.Of(SmscEvent.Bound).Count ?? 0;
        _stop = new CancellationTokenSource();
        Carrier = new SmppCarrier(_options(_folder, _port), Clock, new SystemRandomSource(), Inbound, NullLogger<SmppCarrier>.Instance);
        Carrier.BindsMoved += () => _bindsMoved.Release();
        _running = Carrier.RunAsync(Reports, _stop.Token);
        if (waits && Smsc is not null)
        {
            await Smsc.Journal.WaitAsync(SmscEvent.Bound, before + Carrier.Binds.Count, Patience);
            await BoundAsync();
        }
    }

    /// <summary>Until all binds are up.</summary>
    public Task BoundAsync() => UntilBindsAsync(static binds => binds.All(static bind => bind.IsUp));

    /// <summary>Asked again whenever one of them moves.</summary>
    public async Task UntilBindsAsync(Func<IReadOnlyList<SmppBindHealth>, bool> are)
    {
        while (!are(Carrier.Binds))
            await _bindsMoved.WaitAsync(Patience);
    }

    public async Task LeaveAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Patience);
        Carrier.Dispose();
        _stop.Dispose();
    }

    public Handover Handover(string text = "안녕하세요", string to = Phone, TimeSpan? left = null, string sender = "15771577")
    {
        var key = new MessageKey((byte)(_sequence % 64), ++_sequence);
        return new Handover(new AttemptId(key, 1), new WorkspaceId(1), Recipient.Parse(to), new Step("mobile", sender, new SmsContent(text, null), TimeSpan.FromHours(1)),
            $"message-{_sequence}", Clock.Now + (left ?? TimeSpan.FromHours(1)));
    }

    public Task<IReadOnlyList<CarrierAnswer>> SubmitAsync(params IReadOnlyList<Handover> batch) =>
        Carrier.SubmitAsync(batch, CancellationToken.None).AsTask().WaitAsync(Patience);

    public async Task<IReadOnlyList<CarrierReport>> ReportsAsync(int count)
    {
        var reports = new List<CarrierReport>();
        while (reports.Count < count)
            reports.Add(await Reports.NextAsync());
        return reports;
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        if (Smsc is not null)
            await Smsc.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
