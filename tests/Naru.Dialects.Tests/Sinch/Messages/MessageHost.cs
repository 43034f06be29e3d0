using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Core.Workspaces;
using Naru.Dialects.Sinch;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Storage.Memory;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>The Sinch front door over the whole engine, on the memory store: from a request to the callbacks that follow it.</summary>
internal sealed class MessageHost : IAsyncDisposable
{
    public const string KeyId = "key-id";
    public const string KeySecret = "key-secret";
    public const string SenderKey = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
    public const string Phone = "821012345678";

    public static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 2, 3, 456, TimeSpan.Zero);

    private readonly WebApplication _app;

    private MessageHost(WebApplication app, ManualTime time)
    {
        _app = app;
        Time = time;
        Directory = app.Services.GetRequiredService<WorkspaceDirectory>();
        Gateway = app.Services.GetRequiredService<Gateway>();
        Book = app.Services.GetRequiredService<ContactBook>();
        Carrier = app.Services.GetRequiredService<ScriptedCarrier>();
        Callbacks = app.Services.GetRequiredService<Receiver>();
    }

    public ManualTime Time { get; }

    public WorkspaceDirectory Directory { get; }

    public Gateway Gateway { get; }

    public ContactBook Book { get; }

    public ScriptedCarrier Carrier { get; }

    public Receiver Callbacks { get; }

    /// <summary>That of the journey: moving it wakes what waits for an instant.</summary>
    public GatewayClock Clock => _app.Services.GetRequiredService<GatewayClock>();

    public HttpClient Client { get; private set; } = null!;

    public Workspace Project { get; private set; } = null!;

    /// <summary>An app on KakaoTalk with one webhook for the events of messages.</summary>
    public App App { get; private set; } = null!;

    public static async Task<MessageHost> StartAsync(ProcessingMode mode = ProcessingMode.Dispatch, Func<App, App>? change = null)
    {
        var time = new ManualTime(Start);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new GatewayClock(time));
        builder.Services.AddSingleton<IRandomSource, CountingRandom>();
        builder.Services.AddSingleton<IDirectoryStore, MemoryDirectoryStore>();
        builder.Services.AddSingleton<WorkspaceDirectory>();
        builder.Services.AddSingleton<MemoryDisk>();
        builder.Services.AddSingleton<IMessageStore, MemoryMessageStore>();
        builder.Services.AddSingleton<IContactStore, MemoryContactStore>();
        builder.Services.AddSingleton<ScriptedCarrier>();
        builder.Services.AddSingleton<ICarrier>(provider => provider.GetRequiredService<ScriptedCarrier>());
        builder.Services.AddSingleton<Receiver>();
        builder.Services.AddSingleton<IWebhookClient>(provider => provider.GetRequiredService<Receiver>());
        builder.Services.AddSingleton(new EngineSettings());
        builder.Services.AddSingleton<GatewayMeter>();
        builder.Services.AddSingleton<Gateway>();
        builder.Services.AddSingleton<IGateway>(provider => provider.GetRequiredService<Gateway>());
        builder.Services.AddSingleton(new ContactBookOptions());
        builder.Services.AddSingleton<ContactBook>();
        builder.Services.AddSingleton<IContactBook>(provider => provider.GetRequiredService<ContactBook>());
        builder.Services.AddSingleton(new GatewayModeOptions(GatewayMode.Demo, AllowRemote: false));
        builder.Services.AddSingleton(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]));
        builder.Services.AddSinch(builder.Configuration);

        var app = builder.Build();
        app.MapSinch();
        var host = new MessageHost(app, time);
        await host.Gateway.StartAsync(CancellationToken.None);
        await app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        host.Project = await host.Directory.CreateWorkspaceAsync(
            "demo",
            WorkspaceKind.Demo,
            null,
            (workspace, found, next) => found.Credentials.Add(new Credential(
                next(), workspace.Id, CredentialKind.SinchKey, KeyId, WorkspaceDirectory.Hash(CredentialKind.SinchKey, KeySecret), [], Start, null, null)),
            CancellationToken.None);
        await host.Directory.SaveSenderAsync(new Sender(host.Project.Id, SenderKey, "@shop", SenderState.Active, new SenderDetails("shop")), CancellationToken.None);
        foreach (var template in StarterTemplates.For(SenderKey, host.Project.CreatedAt))
        {
            await host.Directory.SaveTemplateAsync(template, CancellationToken.None);
        }

        host.App = await host.AddAppAsync(a => (change ?? (x => x))(a with { Mode = mode }));
        await host.SubscribeAsync(host.App, "s3cr3t");
        return host;
    }

    public async Task<App> AddAppAsync(Func<App, App> change) => (await Directory.AddAppAsync(
        Project.Id,
        (id, publicId) => change(new App(
            id, Project.Id, publicId, "app", [new AppChannel(Core.Content.Channel.AlimTalk, "@shop", SenderKey)], ProcessingMode.Dispatch, AppRetention.Default,
            7, false, null, null, null, AppLimits.None, Start)),
        CancellationToken.None))!;

    public Task ChangeAppAsync(Func<App, App> change) => Directory.ChangeAppAsync(Project.Id, App.PublicId, change, CancellationToken.None).AsTask();

    public async Task SubscribeAsync(App app, string? secret) => await Directory.AddSubscriptionAsync(
        app,
        (id, _) => ("http://127.0.0.1:1/hook", new Subscription(
            id, app.Id, true, secret, ["MESSAGE_DELIVERY", "MESSAGE_SUBMIT"],
            [Core.Messages.ReportEvent.Final, Core.Messages.ReportEvent.Submitted], null)),
        CancellationToken.None);

    /// <param name="path">Below the project.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"/v1/projects/{Project.PublicId}{path}");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{KeyId}:{KeySecret}")));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Sends, and waits for the last callback.</summary>
    /// <returns>The message's id and the callback.</returns>
    public async Task<(string Id, Callback Report)> ReportOfAsync(string body)
    {
        var id = await AcceptedAsync(body);
        return (id, await Callbacks.ReportOfAsync(id));
    }

    public async Task<string> AcceptedAsync(string body) =>
        (await PostAsync("/messages:send", body)).ShouldBeAnswer("SendMessageResponse").Json.GetProperty("message_id").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
