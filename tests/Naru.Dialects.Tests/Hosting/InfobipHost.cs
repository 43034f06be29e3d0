using Naru.Storage.Memory;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Core.Workspaces;
using Naru.Dialects.Infobip;
using Naru.Engine;
using Naru.Engine.Inbound;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>The Infobip front door on a real Kestrel, over a <see cref="FakeGateway"/>.</summary>
internal sealed class InfobipHost : IAsyncDisposable
{
    public const string Key = "demo-api-key";
    public const string Sender = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";

    public static readonly DateTimeOffset Start = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private IPAddress? _pretendedAddress;

    private InfobipHost(ManualTime time, WebApplication app)
    {
        Time = time;
        _app = app;
        Gateway = (FakeGateway)app.Services.GetRequiredService<IGateway>();
        Directory = app.Services.GetRequiredService<WorkspaceDirectory>();
        Clock = app.Services.GetRequiredService<GatewayClock>();
    }

    public ManualTime Time { get; }

    public GatewayClock Clock { get; }

    public FakeGateway Gateway { get; }

    public WorkspaceDirectory Directory { get; }

    public HttpClient Client { get; private set; } = null!;

    public LogLines Log { get; private set; } = null!;

    public Workspace Demo { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public static async Task<InfobipHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var time = new ManualTime(Start);
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(new GatewayClock(time));
        builder.Services.AddSingleton<IRandomSource, CountingRandom>();
        builder.Services.AddSingleton<IDirectoryStore, MemoryDirectoryStore>();
        builder.Services.AddSingleton<WorkspaceDirectory>();
        builder.Services.AddSingleton<IGateway, FakeGateway>();
        var mode = settings.Where(s => s.Key == "Mode").Select(s => Enum.Parse<GatewayMode>(s.Value)).FirstOrDefault(GatewayMode.Demo);
        builder.Services.AddSingleton(new GatewayModeOptions(mode, AllowRemote: settings.Contains(("AllowRemote", "true"))));
        builder.Services.AddSingleton(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]));
        builder.Services.AddBook();
        builder.Services.AddInfobip(builder.Configuration);

        var app = builder.Build();
        var host = new InfobipHost(time, app) { Log = log };
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = host._pretendedAddress ?? context.Connection.RemoteIpAddress;
            return next(context);
        });
        app.MapInfobip();
        await app.Services.OpenBookAsync();
        await app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        host.Demo = await host.AddWorkspaceAsync("demo", WorkspaceKind.Demo, Key, "demo", "demo-password", "demo-client", "demo-client-secret");
        return host;
    }

    /// <summary>From now on every request seems to come from this address.</summary>
    public void Pretend(string address) => _pretendedAddress = IPAddress.Parse(address);

    public Task<Workspace> AddWorkspaceAsync(string name, string apiKey, params string[] scopes) =>
        AddAsync(name, WorkspaceKind.Normal, (workspace, change, next) =>
            change.Credentials.Add(Credential(workspace, next(), CredentialKind.ApiKey, name, apiKey, scopes)));

    /// <summary>A sender of the demo workspace, in use.</summary>
    public async Task AddSenderAsync(string key, Workspace? workspace = null) => await Directory.SaveSenderAsync(
        new Core.Senders.Sender((workspace ?? Demo).Id, key, "@shop", Core.Senders.SenderState.Active, new Core.Senders.SenderDetails("shop")), CancellationToken.None);

    /// <summary>Somebody sent a text to a number of the demo workspace.</summary>
    public async Task ReceiveAsync(string text, string to, string reference, int parts = 1) => await Services.GetRequiredService<TextInbox>().ReceiveAsync(
        [new Engine.Ports.InboundSms("mobile", "01012340001", to, text, Clock.Now, reference, parts)], CancellationToken.None);

    public async Task SetInboundAsync(string? url, params string[] keywords)
    {
        await Directory.ChangeSettingsAsync(Demo.Id, settings => settings with { InboundUrl = url, InboundKeywords = keywords }, CancellationToken.None);
        Demo = Directory.FindWorkspace(Demo.Id)!;
    }

    /// <summary>A sender number of the demo workspace.</summary>
    public async Task AddNumberAsync(string number)
    {
        await Directory.ChangeSettingsAsync(
            Demo.Id, settings => settings with { SmsNumbers = [.. settings.SmsNumbers, new Core.Senders.SmsNumber(number, Start)] }, CancellationToken.None);
        Demo = Directory.FindWorkspace(Demo.Id)!;
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await SendAsync(request, headers);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        if (!headers.Any(h => h.Name == "Authorization"))
        {
            request.Headers.TryAddWithoutValidation("Authorization", "App " + Key);
        }

        foreach (var (name, value) in headers)
        {
            if (value.Length > 0 && !request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/kakao-alim/1/messages", body, headers);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private Task<Workspace> AddWorkspaceAsync(
        string name, WorkspaceKind kind, string apiKey, string user, string password, string client, string clientSecret) =>
        AddAsync(name, kind, (workspace, change, next) => change.Credentials.AddRange(
        [
            Credential(workspace, next(), CredentialKind.ApiKey, name, apiKey, []),
            Credential(workspace, next(), CredentialKind.User, user, password, []),
            Credential(workspace, next(), CredentialKind.OAuthClient, client, clientSecret, []),
        ]));

    private async Task<Workspace> AddAsync(string name, WorkspaceKind kind, Action<Workspace, DirectoryChange, Func<long>> furnish) =>
        await Directory.CreateWorkspaceAsync(name, kind, null, furnish, CancellationToken.None);

    private static Credential Credential(Workspace workspace, long id, CredentialKind kind, string name, string secret, IReadOnlyList<string> scopes) =>
        new(id, workspace.Id, kind, name, WorkspaceDirectory.Hash(kind, secret), scopes, Start, null, null);
}
