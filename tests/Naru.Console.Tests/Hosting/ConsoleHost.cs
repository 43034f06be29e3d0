using Naru.Storage.Memory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Core.Content;
using Naru.Core.Inbound;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Alarms;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Kakao.Scraping;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Provisioning;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Tests;

namespace Naru.Console.Tests.Hosting;

/// <summary>The pages on a real Kestrel, with a demo workspace and fakes behind them.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    private WebApplication? _app;

    public GatewayModeOptions Mode { get; init; } = new(GatewayMode.Demo, AllowRemote: false);

    public ConsoleOptions Options { get; init; } = new() { DemoSignIn = $"{OperatorName} / {OperatorPassword}" };

    public const string OperatorName = "demo-operator";

    public const string OperatorPassword = "demo-operator-password";

    public MemoryHandset Handset { get; } = new();

    public MemoryMessages Messages { get; } = new();

    /// <summary>Where the texts are that came in.</summary>
    public MemoryDisk Disk { get; } = new();

    public MemoryGateway Gateway { get; }

    public MemoryAlarms Alarms { get; } = new();

    public PlayedDealer Dealer { get; } = new();

    /// <summary>What was sent to prove senders, and who reviews.</summary>
    public PlayedKakaoTalk KakaoTalk { get; }

    public PlayedImages Images { get; } = new();

    public WorkspaceDirectory Directory { get; }

    public GatewayClock Clock { get; } = new(TimeProvider.System);

    public Workspace Workspace { get; private set; } = null!;

    public Sender Sender { get; private set; } = null!;

    public string Url { get; private set; } = "";

    /// <summary>What may be fetched.</summary>
    public WebhookTargetPolicy Targets { get; private set; } = WebhookTargetPolicy.PublicOnly;

    public PageScraper Scraper => _app!.Services.GetRequiredService<PageScraper>();

    /// <summary>The Developers platform behind the pages.</summary>
    public KakaoDirectory Kakao => _app!.Services.GetRequiredService<KakaoDirectory>();

    public LeftOutLinks LeftOut => _app!.Services.GetRequiredService<LeftOutLinks>();

    public ConsoleHost()
    {
        Directory = new WorkspaceDirectory(new MemoryDirectoryStore(), Clock, new SystemRandomSource());
        Gateway = new MemoryGateway(Messages);
        KakaoTalk = new PlayedKakaoTalk(this);
    }

    public static async Task<ConsoleHost> StartAsync(GatewayModeOptions? mode = null, ConsoleOptions? options = null, WebhookTargetPolicy? targets = null)
    {
        var host = new ConsoleHost { Mode = mode ?? new GatewayModeOptions(GatewayMode.Demo, AllowRemote: false) };
        if (options is not null)
        {
            host = new ConsoleHost { Mode = host.Mode, Options = options };
        }

        host.Targets = targets ?? host.Targets;
        host.Workspace = await host.AddWorkspaceAsync("나루 데모", WorkspaceKind.Demo, OperatorName, []);
        host.Sender = new Sender(host.Workspace.Id, new string('a', 40), "@narudemo", SenderState.Active, new SenderDetails("나루 택배"));
        await host.Directory.SaveSenderAsync(host.Sender, default);
        await host.StartAsync(0);
        return host;
    }

    /// <summary>Texts that came in on the workspace's number.</summary>
    public async Task ReceiveAsync(params IEnumerable<string> texts)
    {
        var batch = new CommitBatch();
        batch.Inbound.AddRange(texts.Select((text, i) => new InboundText(
            i + 1, Workspace.Id, "mobile", $"text {i}", Core.Messages.Recipient.FromDigits(821012340000 + i), "15881234", text, 1, i == 0 ? "QUIZ" : null, Clock.Now, i == 1 ? Clock.Now : null)));
        await new MemoryMessageStore(Disk).CommitAsync(batch, default);
    }

    /// <summary>A workspace with an operator who knows <see cref="OperatorPassword"/>.</summary>
    public async Task<Workspace> AddWorkspaceAsync(string name, WorkspaceKind kind, string operatorName, IReadOnlyList<string> scopes) =>
        await Directory.CreateWorkspaceAsync(
            name,
            kind,
            null,
            (workspace, change, nextCredential) => change.Credentials.Add(new Credential(
                nextCredential(), workspace.Id, CredentialKind.Operator, operatorName,
                WorkspaceDirectory.Hash(CredentialKind.Operator, OperatorPassword), scopes, Clock.Now, null, null)),
            default);

    public async Task StartAsync(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        builder.Logging.AddFilter(level => level >= LogLevel.Warning).AddConsole();
        builder.Services.AddSingleton(Mode);
        builder.Services.AddSingleton(Clock);
        builder.Services.AddSingleton(Directory);
        builder.Services.AddSingleton<IHandset>(Handset);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<IGateway>(Gateway);
        builder.Services.AddSingleton<IAlarms>(Alarms);
        builder.Services.AddSingleton<ICarrier>(new SilentCarrier(Channel.AlimTalk, Channel.Sms));
        builder.Services.AddSingleton<ICarrier>(Dealer);
        builder.Services.AddSingleton<IDealer>(Dealer);
        builder.Services.AddSingleton<GatewayMeter>();
        builder.Services.AddSingleton(new EngineSettings { CarriersPerSecond = new Dictionary<string, int> { ["played"] = 200 } });
        builder.Services.AddSingleton(Targets);
        builder.Services.AddSingleton<IRandomSource, SystemRandomSource>();
        builder.Services.AddSingleton<ISenderCodes>(KakaoTalk);
        builder.Services.AddSingleton<IReviewControl>(KakaoTalk);
        builder.Services.AddSingleton<IImageSource>(Images);
        builder.Services.AddSingleton<SenderDesk>();
        builder.Services.AddSingleton<TemplateDesk>();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IInboundStore>(new MemoryInboundStore(Disk));
        builder.Services.AddSingleton<IKakaoStore, MemoryKakaoStore>();
        builder.Services.AddSingleton<ISecretBox, PlainBox>();
        builder.Services.AddSingleton<ITalkPhones>(Handset);
        builder.Services.AddKakaoPlatform(new KakaoOptions(), new KakaoHosts());
        builder.Services.AddConsole(Options);
        _app = builder.Build();
        _app.UseRouting();
        _app.MapConsole();
        await _app.StartAsync();
        Url = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    /// <summary>Goes away as a gateway that is restarted does; <see cref="StartAsync(int)"/> brings it back at the same port.</summary>
    public async Task StopAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Dispose();
    }
}
