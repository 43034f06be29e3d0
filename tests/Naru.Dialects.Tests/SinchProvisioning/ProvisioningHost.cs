using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Core.Messages;
using Naru.Core.Provisioning;
using Naru.Core.Senders;
using Naru.Core.Workspaces;
using Naru.Dialects.Sinch;
using Naru.Dialects.SinchProvisioning;
using Naru.Dialects.Tests.Hosting;
using Naru.Dialects.Tests.Sinch.Messages;
using Naru.Engine;
using Naru.Engine.Conversations;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Provisioning;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Storage.Memory;
using Naru.Tests;

namespace Naru.Dialects.Tests.SinchProvisioning;

/// <summary>Both Sinch APIs over the whole engine, on the memory store. The test is KakaoTalk: it reviews, and it has the administrator's phone.</summary>
internal sealed class ProvisioningHost : IAsyncDisposable
{
    public const string KeyId = "key-id";
    public const string KeySecret = "key-secret";

    public static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 2, 3, 456, TimeSpan.Zero);

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _pumping;

    private ProvisioningHost(WebApplication app, ManualTime time)
    {
        _app = app;
        Time = time;
        Directory = app.Services.GetRequiredService<WorkspaceDirectory>();
        Senders = app.Services.GetRequiredService<SenderDesk>();
        Templates = app.Services.GetRequiredService<TemplateDesk>();
        Images = app.Services.GetRequiredService<PlayedImages>();
        Phone = app.Services.GetRequiredService<AdminPhone>();
        Callbacks = app.Services.GetRequiredService<Receiver>();
        var pumps = app.Services.GetServices<IBackgroundPump>().ToList();
        _pumping = Task.WhenAll(pumps.Select(pump => Task.Run(() => pump.RunAsync(_stopping.Token))));
    }

    public ManualTime Time { get; }

    public WorkspaceDirectory Directory { get; }

    public SenderDesk Senders { get; }

    public TemplateDesk Templates { get; }

    public AdminPhone Phone { get; }

    public PlayedImages Images { get; }

    public Receiver Callbacks { get; }

    public HttpClient Client { get; private set; } = null!;

    public Workspace Project { get; private set; } = null!;

    public static async Task<ProvisioningHost> StartAsync()
    {
        var time = new ManualTime(Start);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var services = builder.Services;
        services.AddSingleton(new GatewayClock(time));
        services.AddSingleton<IRandomSource, CountingRandom>();
        services.AddSingleton<IDirectoryStore, MemoryDirectoryStore>();
        services.AddSingleton<WorkspaceDirectory>();
        services.AddSingleton<MemoryDisk>();
        services.AddSingleton<IMessageStore, MemoryMessageStore>();
        services.AddSingleton<IContactStore, MemoryContactStore>();
        services.AddSingleton<ICarrier, ScriptedCarrier>();
        services.AddSingleton<Receiver>();
        services.AddSingleton<IWebhookClient>(provider => provider.GetRequiredService<Receiver>());
        services.AddSingleton(new EngineSettings());
        services.AddSingleton<GatewayMeter>();
        services.AddSingleton<Gateway>();
        services.AddSingleton<IGateway>(provider => provider.GetRequiredService<Gateway>());
        services.AddSingleton(new ContactBookOptions());
        services.AddSingleton<ContactBook>();
        services.AddSingleton<IContactBook>(provider => provider.GetRequiredService<ContactBook>());
        services.AddSingleton<SenderDesk>();
        services.AddSingleton<TemplateDesk>();
        services.AddSingleton<NewsDesk>();
        services.AddSingleton<TemplateUse>();
        services.AddSingleton<IBackgroundPump, ProvisioningPump>();
        services.AddSingleton<AdminPhone>();
        services.AddSingleton<ISenderCodes>(provider => provider.GetRequiredService<AdminPhone>());
        services.AddSingleton(new GatewayModeOptions(GatewayMode.Demo, AllowRemote: false));
        services.AddSingleton(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]));
        services.AddSingleton<PlayedImages>();
        services.AddSingleton<IImageSource>(provider => provider.GetRequiredService<PlayedImages>());
        services.AddSinchProvisioning();
        services.AddSinch(builder.Configuration);

        var app = builder.Build();
        app.MapSinch();
        app.MapSinchProvisioning();
        await app.Services.GetRequiredService<Gateway>().StartAsync(CancellationToken.None);
        await app.StartAsync();
        var host = new ProvisioningHost(app, time) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
        host.Project = await host.AddWorkspaceAsync("demo", KeyId, KeySecret);
        return host;
    }

    public async Task<Workspace> AddWorkspaceAsync(string name, string keyId, string keySecret) => await Directory.CreateWorkspaceAsync(
        name, WorkspaceKind.Normal, null,
        (workspace, found, next) => found.Credentials.Add(new Credential(
            next(), workspace.Id, CredentialKind.SinchKey, keyId, WorkspaceDirectory.Hash(CredentialKind.SinchKey, keySecret), [], Start, null, null)),
        CancellationToken.None);

    /// <param name="path">Below the project of the Provisioning API; an absolute one begins with <c>//</c>.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string? authorization = null, string? host = null)
    {
        using var request = new HttpRequestMessage(
            method, path.StartsWith("//", StringComparison.Ordinal) ? path[1..] : $"/provisioning/v1/projects/{Project.PublicId}{path}");
        request.Headers.TryAddWithoutValidation("Authorization", authorization ?? SinchHost.Basic(KeyId, KeySecret));
        request.Headers.Host = host;
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PatchAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task ApproveSenderAsync(string name) =>
        (await Senders.ApproveAsync(Project.Id, name, null, Actor.KakaoTalk, CancellationToken.None)).Fault.ShouldBeNull();

    public async Task RejectSenderAsync(string name, string comment) =>
        (await Senders.RejectAsync(Project.Id, name, comment, Actor.KakaoTalk, CancellationToken.None)).Fault.ShouldBeNull();

    public async Task ApproveTemplateAsync(string sender, string code) => (await Templates.TakeAsync(
        Project.Id, sender, code, static (life, template, now) => life.Approve(template, Actor.KakaoTalk, null, now), CancellationToken.None)).Fault.ShouldBeNull();

    public async Task RejectTemplateAsync(string sender, string code, string comment) => (await Templates.TakeAsync(
        Project.Id, sender, code, (life, template, now) => life.Reject(template, Actor.KakaoTalk, comment, now), CancellationToken.None)).Fault.ShouldBeNull();

    /// <summary>A sender that can have templates.</summary>
    public async Task<Answer> ActiveSenderAsync(string name)
    {
        (await PostAsync("/kakaotalk/senders", Bodies.Sender(name))).ShouldBe(HttpStatusCode.Created);
        await ApproveSenderAsync(name);
        (await PostAsync($"/kakaotalk/senders/{name}/register")).ShouldBe(HttpStatusCode.OK);
        return (await PostAsync($"/kakaotalk/senders/{name}/verify", $$"""{"code":"{{await Phone.NextAsync()}}"}""")).ShouldBe(HttpStatusCode.OK);
    }

    public async Task<string> TemplateAsync(string sender, string body) =>
        (await PostAsync($"/kakaotalk/senders/{sender}/templates", body)).ShouldBe(HttpStatusCode.Created).Json.GetProperty("code").GetString()!;

    public async Task SubscribeAsync(string triggers) => (await PostAsync("/webhooks", $$"""{"target":"http://127.0.0.1:1/hook","secret":"s3cr3t","triggers":[{{triggers}}]}"""))
        .ShouldBe(HttpStatusCode.Created);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _pumping.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Client.Dispose();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    /// <summary>Where the codes arrive.</summary>
    internal sealed class AdminPhone : ISenderCodes
    {
        private readonly Channel<string> _codes = Channel.CreateUnbounded<string>();

        public ValueTask SendAsync(Sender sender, Recipient phone, string code, CancellationToken cancellationToken)
        {
            Number = phone.Value;
            _codes.Writer.TryWrite(code);
            return ValueTask.CompletedTask;
        }

        /// <summary>To which the last code went.</summary>
        public string? Number { get; private set; }

        public async Task<string> NextAsync() => await _codes.Reader.ReadAsync();
    }
}
