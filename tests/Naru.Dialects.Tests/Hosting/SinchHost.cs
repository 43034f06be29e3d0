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
using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Dialects.Sinch;
using Naru.Engine;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>The Sinch front door on a real Kestrel, over a <see cref="FakeGateway"/>.</summary>
internal sealed class SinchHost : IAsyncDisposable
{
    public const string KeyId = "key-id";
    public const string KeySecret = "key-secret";
    public const string SenderKey = "d3a0a1b2c3d4e5f60718293a4b5c6d7e8f901234";
    public const string ChannelName = "@shop";

    public static readonly DateTimeOffset Start = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;
    private IPAddress? _pretendedAddress;

    private SinchHost(ManualTime time, LogLines log, WebApplication app)
    {
        Time = time;
        Log = log;
        _app = app;
        Gateway = (FakeGateway)app.Services.GetRequiredService<IGateway>();
        Directory = app.Services.GetRequiredService<WorkspaceDirectory>();
    }

    public ManualTime Time { get; }

    public LogLines Log { get; }

    public FakeGateway Gateway { get; }

    public WorkspaceDirectory Directory { get; }

    public HttpClient Client { get; private set; } = null!;

    /// <summary>The workspace whose keys <see cref="SendAsync(HttpMethod, string, string?, ValueTuple{string, string}[])"/> sends.</summary>
    public Workspace Project { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public static string Basic(string name, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"));

    public static async Task<SinchHost> StartAsync(params (string Key, string Value)[] settings)
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
        builder.Services.AddSingleton<ICarrier>(new CarrierOf(Channel.AlimTalk));
        builder.Services.AddSingleton(new GatewayModeOptions(GatewayMode.Demo, AllowRemote: settings.Contains(("AllowRemote", "true"))));
        builder.Services.AddSingleton(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]));
        builder.Services.AddBook();
        builder.Services.AddSinch(builder.Configuration);

        var app = builder.Build();
        var host = new SinchHost(time, log, app);
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = host._pretendedAddress ?? context.Connection.RemoteIpAddress;
            return next(context);
        });
        app.MapSinch();
        await app.Services.OpenBookAsync();
        await app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        host.Project = await host.AddWorkspaceAsync("demo", KeyId, KeySecret, WorkspaceKind.Demo);
        await host.AddSenderAsync(host.Project, SenderKey, ChannelName);
        return host;
    }

    /// <summary>From now on every request seems to come from this address.</summary>
    public void Pretend(string address) => _pretendedAddress = IPAddress.Parse(address);

    public async Task<Workspace> AddWorkspaceAsync(string name, string keyId, string keySecret, WorkspaceKind kind = WorkspaceKind.Normal) =>
        await Directory.CreateWorkspaceAsync(
            name,
            kind,
            null,
            (workspace, change, next) => change.Credentials.Add(new Credential(
                next(), workspace.Id, CredentialKind.SinchKey, keyId, WorkspaceDirectory.Hash(CredentialKind.SinchKey, keySecret), [], Start, null, null)),
            CancellationToken.None);

    public async Task AddSenderAsync(Workspace workspace, string key, string channelName, SenderState state = SenderState.Active) =>
        await Directory.SaveSenderAsync(new Sender(workspace.Id, key, channelName, state, new SenderDetails("shop")), CancellationToken.None);

    /// <param name="path">Below the project; an absolute one begins with <c>//</c>.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : $"/v1/projects/{Project.PublicId}{path}");
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
            request.Headers.TryAddWithoutValidation("Authorization", Basic(KeyId, KeySecret));
        }

        foreach (var (name, value) in headers.Where(h => h.Value.Length > 0))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value) && request.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Post, path, body, headers);

    public Task<Answer> PatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Answer> FetchTokenAsync(string authorization, string form = "grant_type=client_credentials", string mediaType = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth2/token") { Content = new StringContent(form, Encoding.UTF8, mediaType) };
        return await SendAsync(request, ("Authorization", authorization));
    }

    public async Task<string> TokenAsync() =>
        (await FetchTokenAsync(Basic(KeyId, KeySecret))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("access_token").GetString()!;

    /// <summary>An app on the sender's channel; its public id.</summary>
    public async Task<string> AddAppAsync(string? body = null) =>
        (await PostAsync("/apps", body ?? AppBody())).ShouldBe(HttpStatusCode.OK).Json.GetProperty("id").GetString()!;

    public static string AppBody(string more = "", string senderKey = SenderKey, string channelName = ChannelName) =>
        $$$"""{"display_name":"kakao","channel_credentials":[{"channel":"KAKAOTALK","kakaotalk_credentials":{"kakaotalk_plus_friend_id":"{{{channelName}}}","kakaotalk_sender_key":"{{{senderKey}}}"}}]{{{more}}}}""";

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>A way out that is only asked what it carries.</summary>
    private sealed class CarrierOf(Channel channel) : ICarrier
    {
        public string Name => "carrier";

        public Core.Messages.CarrierTraits Traits => throw NotAsked();

        public bool Carries(Channel asked) => asked == channel;

        public ValueTask<IReadOnlyList<Core.Messages.CarrierAnswer>> SubmitAsync(IReadOnlyList<Handover> batch, CancellationToken cancellationToken) =>
            throw NotAsked();

        public Task RunAsync(ICarrierReportSink sink, CancellationToken cancellationToken) => throw NotAsked();

        private static NotSupportedException NotAsked() => new("No front door asks for this.");
    }
}
