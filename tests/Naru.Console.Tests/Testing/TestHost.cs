using Naru.Storage.Memory;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Console.Testing;
using Naru.Console.Tests.Hosting;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Kakao;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Console.Tests.Testing;

/// <summary>The test routes on a real Kestrel, a front door that always answers 200 behind them, and fakes below.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app, WorkspaceDirectory registry) => (_app, Registry) = (app, registry);

    public WorkspaceDirectory Registry { get; }

    public WaitingHandset Handset { get; } = new();

    public RecordedGateway Gateway { get; } = new();

    public RecordedSimulator Simulator { get; } = new();

    public Workspace Demo { get; private set; } = null!;

    public KakaoDirectory Kakao { get; private set; } = null!;

    public HttpClient Client { get; } = new();

    public static async Task<TestHost> StartAsync(GatewayMode mode = GatewayMode.Demo, Action<IServiceCollection>? with = null)
    {
        var clock = new GatewayClock(TimeProvider.System);
        var registry = new WorkspaceDirectory(new MemoryDirectoryStore(), clock, new SystemRandomSource());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(new GatewayModeOptions(mode, AllowRemote: false));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<ITimeTravel>(new JumpingTime(clock));
        builder.Services.AddSingleton(registry);
        TestHost? host = null;
        builder.Services.AddSingleton<IHandset>(_ => host!.Handset);
        builder.Services.AddSingleton<IGateway>(_ => host!.Gateway);
        builder.Services.AddSingleton<ISimulatorControl>(_ => host!.Simulator);
        builder.Services.AddSingleton(new KakaoDirectory(new MemoryKakaoStore(), new PlainBox(), clock, new SystemRandomSource()));
        builder.Services.AddSingleton<ForcedFaults>();
        builder.Services.AddTestRoutes();
        with?.Invoke(builder.Services);
        var app = builder.Build();
        host = new TestHost(app, registry);
        app.UseFrontDoorFaults();
        app.UseRouting();
        app.MapTestRoutes();
        app.Map("/kakao-alim/{**rest}", () => Results.Text("served"));
        app.Map("/v2/{**rest}", () => Results.Text("served"));
        app.MapPost("/oauth/token", async (HttpRequest request) => Results.Text((await request.ReadFormAsync())["client_id"].ToString()));
        host.Kakao = app.Services.GetRequiredService<KakaoDirectory>();
        host.Demo = await registry.CreateWorkspaceAsync("demo", WorkspaceKind.Demo, null, (workspace, change, next) => change.Credentials.Add(
            new Credential(next(), workspace.Id, CredentialKind.ApiKey, "demo", Secrets.HashKey("demo-api-key"), [], workspace.CreatedAt, null, null)), default);
        await app.StartAsync();
        host.Client.BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return host;
    }

    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body);
        }

        if (authorization is not null)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        using var response = await Client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return ((int)response.StatusCode, answer.Length == 0 || answer[0] != '{' ? default : JsonDocument.Parse(answer).RootElement);
    }

    public Task<(int Status, JsonElement Body)> GetAsync(string path, string? authorization = null) => SendAsync(HttpMethod.Get, path, null, authorization);

    /// <summary>A call at the front door, with the key of a workspace.</summary>
    public async Task<int> CallAsync(string apiKey, string path = "/kakao-alim/1/messages") => (await SendAsync(HttpMethod.Post, path, "{}", $"App {apiKey}")).Status;

    public async Task<TestWorkspace> OrderAsync(object? order = null)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "/test/workspaces", order);
        status.ShouldBe(201);
        return new TestWorkspace(body, Registry.FindWorkspace(body.GetProperty("id").GetGuid())!);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Registry.Dispose();
    }
}

internal sealed record TestWorkspace(JsonElement Answer, Workspace Workspace)
{
    public string ApiKey => Answer.GetProperty("infobip").GetProperty("apiKey").GetString()!;

    public string App => $"App {ApiKey}";
}
