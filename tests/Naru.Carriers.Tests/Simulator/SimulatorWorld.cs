using Microsoft.Extensions.Logging.Abstractions;
using Naru.Carriers.Simulator;
using Naru.Core.Provisioning;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Carriers.Tests.Simulator;

/// <summary>A simulator on a folder of its own, with one workspace, its channel and its templates.</summary>
internal sealed class SimulatorWorld : IAsyncDisposable
{
    public const string Phone = "821012345678";
    public const string Otp = "인증번호는 123456 입니다.";

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-simulator-").FullName;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private IInboundSink? _inbox;
    private long _sequence;

    private SimulatorWorld()
    {
        Clock = new GatewayClock(Time);
        Registry = new WorkspaceDirectory(new NoDirectoryStore(), Clock, new SystemRandomSource());
    }

    public ManualTime Time { get; } = new();

    public GatewayClock Clock { get; }

    public WorkspaceDirectory Registry { get; }

    public SimulatorCarrier Simulator { get; private set; } = null!;

    public ReportLog Reports { get; } = new();

    public Workspace Home { get; private set; } = null!;

    public string FilePath => Path.Combine(_folder, "simulator.db");

    public static async Task<SimulatorWorld> OpenAsync(Func<SimulatorOptions, SimulatorOptions>? with = null, IInboundSink? inbox = null)
    {
        var world = new SimulatorWorld { _inbox = inbox };
        world.Home = await world.AddWorkspaceAsync("home");
        world.Reopen(with);
        return world;
    }

    /// <summary>As a new process would find the folder.</summary>
    public void Reopen(Func<SimulatorOptions, SimulatorOptions>? with = null)
    {
        Simulator?.Dispose();
        var options = new SimulatorOptions { DataFolder = _folder };
        Simulator = new SimulatorCarrier(with?.Invoke(options) ?? options, Registry, Clock, NullLoggerFactory.Instance, _inbox);
    }

    public void Run() => _running = Simulator.RunAsync(Reports, _stop.Token);

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public static string SenderOf(Workspace workspace) => $"sender-{workspace.Id}";

    public ValueTask<Workspace> AddWorkspaceAsync(string name) => Registry.CreateWorkspaceAsync(name, WorkspaceKind.Disposable, null, (workspace, change, _) =>
    {
        var sender = SenderOf(workspace);
        change.Senders.Add(new Sender(workspace.Id, sender, $"@{name}", SenderState.Active, new SenderDetails(name)));
        change.Templates.Add(new Template(sender, "otp", TemplateState.Approved, new TemplateDetails("otp", "인증번호는 #{code} 입니다.")));
        change.Templates.Add(new Template(sender, "buttons", TemplateState.Approved, new TemplateDetails("buttons", "안내")
        {
            Buttons = [new Button(ButtonKind.WebLink, "보기", "https://naru.example/#{id}"), new Button(ButtonKind.BotKeyword, "문의")],
        }));
        change.Templates.Add(new Template(sender, "stopped", TemplateState.Stopped, new TemplateDetails("stopped", "안내")));
        change.Templates.Add(new Template(sender, "review", TemplateState.InReview, new TemplateDetails("review", "안내")));
    }, CancellationToken.None);

    public Handover AlimTalk(string to = Phone, string text = Otp, string template = "otp", Workspace? workspace = null) =>
        Handover(to, new AlimTalkContent(template, text, null, [], null), workspace);

    public Handover Sms(string to = Phone, string text = "안녕하세요") => Handover(to, new SmsContent(text, null), null);

    public Handover Handover(string to, MessageContent content, Workspace? workspace)
    {
        var home = workspace ?? Home;
        var sender = content is SmsContent ? "0212345678" : SenderOf(home);
        var key = new MessageKey((byte)(_sequence % 64), ++_sequence);
        return new Handover(new AttemptId(key, 1), home.Id, Recipient.Parse(to), new Step("simulator", sender, content, TimeSpan.FromHours(1)),
            $"message-{_sequence}", Clock.Now + TimeSpan.FromHours(1));
    }

    public async Task<CarrierAnswer> SubmitAsync(Handover handover) => (await Simulator.SubmitAsync([handover], CancellationToken.None)).Single();

    public ValueTask<IReadOnlyList<HandsetMessage>> PhoneAsync(string? to = null, Workspace? workspace = null) => Simulator.ListAsync(
        new HandsetQuery { Workspace = (workspace ?? Home).Id, To = to is null ? null : Recipient.Parse(to) }, CancellationToken.None);

    /// <summary>Waits for arrivals by their signal.</summary>
    public ValueTask<IReadOnlyList<HandsetMessage>> ArrivalsAsync(int count, string? to = null) => Simulator.WaitAsync(
        new HandsetQuery { Workspace = Home.Id, To = to is null ? null : Recipient.Parse(to), Count = count }, TimeSpan.FromHours(10), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Simulator.Dispose();
        Registry.Dispose();
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class NoDirectoryStore : IDirectoryStore
    {
        public ValueTask<DirectoryContent> LoadAllAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult(new DirectoryContent([], [], [], [], [], [], []));

        public ValueTask ApplyAsync(DirectoryChange change, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<ActivityPage> ReadActivitiesAsync(
            string senderKey, string? templateCode, IReadOnlyCollection<ActivityKind>? kinds, int skip, int limit, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new ActivityPage([], 0));
    }
}
