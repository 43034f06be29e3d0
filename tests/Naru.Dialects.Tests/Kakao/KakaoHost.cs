using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Naru.Core.Kakao;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Kakao;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Registry;
using Naru.Engine.Time;
using Naru.Engine.Webhooks;
using Naru.Storage.Memory;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>The Kakao Developers door on a real Kestrel: one app, a team of three and two who are not in it, all friends of each other.</summary>
internal sealed class KakaoHost : IAsyncDisposable
{
    public const long AppId = 1001;
    public const long OtherAppId = 1002;
    public const string RestKey = "rest-key";
    public const string AdminKey = "admin-key";
    public const string NativeKey = "native-key";
    public const string JavaScriptKey = "javascript-key";
    public const string Redirect = "https://app.test/callback";
    public const string Scopes = "profile_nickname,account_email,friends,talk_message";

    /// <summary>The sender, two of the team, two others.</summary>
    public static readonly long[] People = [11, 12, 13, 14, 15];

    /// <summary>No test reaches Kakao.</summary>
    private static readonly Uri s_nowhere = new("http://127.0.0.1:1");

    private readonly WebApplication _app;

    private KakaoHost(WebApplication app, ManualTime time, Phones phones) => (_app, Time, Phones) = (app, time, phones);

    public ManualTime Time { get; }

    public Phones Phones { get; }

    public KakaoDirectory Directory => _app.Services.GetRequiredService<KakaoDirectory>();

    public IServiceProvider Services => _app.Services;

    public HttpClient Client { get; private set; } = null!;

    public static async Task<KakaoHost> StartAsync(Func<DevelopersApp, DevelopersApp>? set = null, IKakaoStore? store = null, KakaoOptions? options = null, KakaoHosts? hosts = null, WebhookTargetPolicy? policy = null, INameResolver? names = null)
    {
        var time = new ManualTime(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
        var phones = new Phones();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton(new GatewayClock(time));
        builder.Services.AddSingleton<IRandomSource, SystemRandomSource>();
        builder.Services.AddSingleton<IDirectoryStore, MemoryDirectoryStore>();
        builder.Services.AddSingleton<WorkspaceDirectory>();
        builder.Services.AddSingleton(new GatewayModeOptions(GatewayMode.Demo, AllowRemote: false));
        builder.Services.AddSingleton(policy ?? WebhookTargetPolicy.Allowing(["127.0.0.0/8"]));
        builder.Services.AddSingleton(store ?? new MemoryKakaoStore());
        builder.Services.AddSingleton<ISecretBox, OpenBox>();
        builder.Services.AddSingleton<ITalkPhones>(phones);
        builder.Services.AddSingleton(names ?? SystemNames.Instance);
        builder.Services.AddKakaoPlatform(options ?? new KakaoOptions(), hosts ?? new KakaoHosts { Kapi = s_nowhere, Kauth = s_nowhere, Sharer = s_nowhere, Picker = s_nowhere });
        builder.Services.AddKakao();
        var app = builder.Build();
        app.MapKakao();
        var host = new KakaoHost(app, time, phones);
        var workspace = await app.Services.GetRequiredService<WorkspaceDirectory>()
            .CreateWorkspaceAsync("w", WorkspaceKind.Normal, null, static (_, _, _) => { }, CancellationToken.None);
        await app.StartAsync();
        host.Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        await host.FurnishAsync(workspace.Id, set ?? (static one => one));
        return host;
    }

    public async Task<string> LogInAsync(long person, string scope = Scopes, string key = RestKey)
    {
        var answer = await TokenAsync(("grant_type", "authorization_code"), ("client_id", key), ("redirect_uri", Redirect), ("code", await CodeAsync(person, scope, key)));
        return answer.ShouldBe(System.Net.HttpStatusCode.OK).Json.GetProperty("access_token").GetString()!;
    }

    /// <summary>The person's uuid for the app, once they logged in.</summary>
    public string UuidOf(long person) => Directory.FindConnection(AppId, person)!.Uuid;

    public async Task<string> CodeAsync(long person, string scope = Scopes, string key = RestKey, string? challenge = null, string? nonce = null)
    {
        var parameters = new Dictionary<string, string?> { ["client_id"] = key, ["redirect_uri"] = Redirect, ["response_type"] = "code", ["scope"] = scope, ["code_challenge"] = challenge, ["nonce"] = nonce };
        var ask = LoginAsk.Read(Directory, parameters.GetValueOrDefault, out var fault);
        fault.ShouldBeNull();
        var (code, refused) = await Services.GetRequiredService<LoginDesk>().AgreeAsync(ask!, Directory.FindPerson(person)!, scope.Split(','), CancellationToken.None);
        refused.ShouldBeNull();
        return code!;
    }

    public Task<Answer> TokenAsync(params (string Name, string Value)[] form) => PostAsync("/oauth/token", null, form);

    public async Task<Answer> PostAsync(string path, string? token, params (string Name, string Value)[] form) =>
        await SendAsync(HttpMethod.Post, path, token is null ? null : $"Bearer {token}", form);

    public async Task<Answer> GetAsync(string path, string? token) => await SendAsync(HttpMethod.Get, path, token is null ? null : $"Bearer {token}");

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? authorization, (string Name, string Value)[]? form = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));
        }

        if (authorization is not null)
        {
            request.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public ValueTask<bool> SetAsync(Func<DevelopersApp, DevelopersApp> change) => Directory.ChangeAppAsync(AppId, change, CancellationToken.None);

    public ValueTask<bool> SetAsync(long person, Func<Person, Person> change) => Directory.ChangePersonAsync(person, change, CancellationToken.None);

    public static string Text(string text = "hello") => JsonSerializer.Serialize(new { object_type = "text", text, link = new { web_url = "https://app.test" } });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task FurnishAsync(WorkspaceId workspace, Func<DevelopersApp, DevelopersApp> set)
    {
        if (Directory.FindApp(AppId) is not null)
        {
            return;
        }

        var change = new KakaoChange();
        foreach (var id in new[] { AppId, OtherAppId })
        {
            var suffix = id == AppId ? "" : "-2";
            change.Apps.Add(set(new DevelopersApp(id, workspace, "앱", new AppKeys(NativeKey + suffix, RestKey + suffix, JavaScriptKey + suffix, AdminKey + suffix), Directory.Now)
            {
                RedirectUris = [Redirect],
                WebDomains = ["https://app.test"],
                Members = People[..3],
                Consents = ConsentItem.All.ToDictionary(item => item.Id, item => item.Id == ConsentItem.Nickname ? ConsentLevel.Required : ConsentLevel.Optional),
                Channels = [new LinkedChannel("_chan", "@chan"), new LinkedChannel("_bad", "@bad", Banned: true)],
            }));
        }

        foreach (var person in People)
        {
            change.People.Add(new Person(person, workspace, $"사람{person}", Recipient.Parse($"8210000000{person}"))
            {
                Email = $"p{person}@app.test",
                Friends = [.. People.Where(other => other != person).Select(other => new Friend(other, Favourite: other == 13))],
                Channels = new Dictionary<string, bool> { ["_chan"] = true },
            });
        }

        await Directory.ChangeAsync(() => change, CancellationToken.None);
    }

    private sealed class OpenBox : ISecretBox
    {
        public string Seal(string secret) => "sealed:" + secret;

        public string Open(string sealedSecret) => sealedSecret["sealed:".Length..];
    }
}

/// <summary>What arrived, in order.</summary>
internal sealed class Phones : ITalkPhones
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<TalkArrival> _arrived = new();

    public IReadOnlyList<TalkArrival> Arrived => [.. _arrived];

    public ValueTask ArriveAsync(WorkspaceId workspace, IReadOnlyList<TalkArrival> arrivals, CancellationToken cancellationToken)
    {
        foreach (var arrival in arrivals)
        {
            _arrived.Enqueue(arrival);
        }

        return ValueTask.CompletedTask;
    }
}
