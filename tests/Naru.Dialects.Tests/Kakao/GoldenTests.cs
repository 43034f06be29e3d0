using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>Each of the four messaging functions, to oneself and to friends, and each of the eight sharing functions, over the wire as the contract writes it.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    private const string Callback = "share-callback-";

    private static readonly byte[] s_png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-test-").FullName;
    private OneServer _site = null!;
    private KakaoHost _kakao = null!;

    public static TheoryData<string> Calls => [.. Golden.Names.Where(name => !name.StartsWith(Callback, StringComparison.Ordinal))];

    public async ValueTask InitializeAsync()
    {
        _site = await OneServer.StartAsync(static context =>
        {
            if (context.Request.Path == "/i.png")
            {
                return context.Response.Body.WriteAsync(s_png).AsTask();
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("""<meta property="og:title" content="제목"><meta property="og:description" content="설명"><meta property="og:image" content="/i.png">""");
        });
        _kakao = await KakaoHost.StartAsync(app => app with { WebDomains = ["https://app.test", _site.Url] }, options: new KakaoOptions { ImageFolder = _folder, ScrapeTimeout = TimeSpan.FromSeconds(20) });
        await _kakao.Directory.ChangeAsync(
            () => new KakaoChange
            {
                Templates =
                {
                    new CustomTemplate(200_001, KakaoHost.AppId, "t", """{"object_type":"feed","content":{"title":"${name} ${key}","link":{}}}""", 1, _kakao.Directory.Now),
                    new CustomTemplate(200_002, KakaoHost.AppId, "s", """{"object_type":"feed","content":{"title":"${OG_TITLE} ${name}","link":{}}}""", 1, _kakao.Directory.Now),
                },
            },
            CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _kakao.DisposeAsync();
        await _site.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_function_of_the_documentations_table_has_its_files() => Golden.Names.ShouldBe(
    [
        "message-friends-custom", "message-friends-default", "message-friends-in-part", "message-friends-scrap-custom", "message-friends-scrap-default",
        "message-memo-custom", "message-memo-default", "message-memo-scrap-custom", "message-memo-scrap-default",
        "share-callback-get", "share-callback-post", "share-custom", "share-default", "share-image-delete", "share-image-scrap", "share-image-upload", "share-scrap-custom", "share-scrap-default",
    ]);

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_call_as_the_contract_writes_it_is_answered_as_the_contract_writes_it(string name)
    {
        var golden = Golden.Read(name, await PlacesAsync());
        using var request = Request(golden["request"]!);

        using var response = await _kakao.Client.SendAsync(request);

        // As they came: whoever reads the body has its type put in order.
        var wanted = golden["response"]!;
        foreach (var (header, value) in Golden.Fields(wanted["headers"]))
        {
            (response.Content.Headers.NonValidated.TryGetValues(header, out var values) ? values.ToString() : null).ShouldBe(value, header);
        }

        var body = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe((int)wanted["status"]!, body);
        Golden.Difference(wanted["body"], JsonNode.Parse(body)).ShouldBeNull(body);
        if (name.StartsWith("message-", StringComparison.Ordinal))
        {
            var arrival = _kakao.Phones.Arrived.ShouldHaveSingleItem();
            arrival.Bubble.Template.Headline.ShouldBe(name.Split('-', 3)[2] switch
            {
                "default" or "in-part" => "hello",
                "custom" => "A ${key}",
                "scrap-default" => "제목",
                _ => "제목 A",
            });
        }
    }

    [Theory]
    [InlineData("post")]
    [InlineData("get")]
    public async Task A_callback_is_sent_as_the_contract_writes_it(string method)
    {
        var golden = Golden.Read(Callback + method, new Dictionary<string, string>());
        await _kakao.SetAsync(app => app with { Callback = new ShareCallback(_site.Url + "/told", method == "get") });
        var desk = _kakao.Services.GetRequiredService<ShareDesk>();
        var (app, sender) = (_kakao.Directory.FindApp(KakaoHost.AppId)!, _kakao.Directory.FindPerson(11)!);
        var (share, _) = desk.FromCustom(app, 200_001, null, sender.Name);

        await desk.SendAsync(app, sender, share!, [desk.RoomsOf(sender).Single(room => room.Friend == 12)], new Dictionary<string, string> { ["order"] = "17" }, CancellationToken.None);

        var (verb, path, headers, body) = _site.Asked.ShouldHaveSingleItem();
        verb.ShouldBe((string)golden["method"]!);
        Golden.Difference(golden["headers"], new JsonObject(golden["headers"]!.AsObject().Select(header => KeyValuePair.Create(header.Key, (JsonNode?)headers[header.Key])))).ShouldBeNull();
        var said = method == "get"
            ? new JsonObject(QueryHelpers.ParseQuery(path[path.IndexOf('?', StringComparison.Ordinal)..]).Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())))
            : JsonNode.Parse(body);
        Golden.Difference(golden["body"] ?? golden["query"], said).ShouldBeNull(body);
    }

    private async Task<Dictionary<string, string>> PlacesAsync()
    {
        foreach (var friend in new[] { 12L, 13L })
        {
            await _kakao.LogInAsync(friend);
        }

        await _kakao.Directory.ChangeConnectionAsync(KakaoHost.AppId, 13, static one => one with { ShowsProfile = false }, CancellationToken.None);
        var (image, _) = await _kakao.Services.GetRequiredService<ImageShelf>().KeepAsync(_kakao.Directory.FindApp(KakaoHost.AppId)!, s_png, CancellationToken.None);
        return new Dictionary<string, string>
        {
            ["site"] = _site.Url,
            ["token"] = await _kakao.LogInAsync(11),
            ["friend"] = _kakao.UuidOf(12),
            ["hidden"] = _kakao.UuidOf(13),
            ["image"] = $"{_kakao.Client.BaseAddress}{ImageShelf.Path.TrimStart('/')}/{image!.Id}",
        };
    }

    private static HttpRequestMessage Request(JsonNode golden)
    {
        var query = string.Join('&', Golden.Fields(golden["query"]).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var request = new HttpRequestMessage(new HttpMethod((string)golden["method"]!), (string)golden["path"]! + (query.Length > 0 ? "?" + query : ""));
        foreach (var (name, value) in Golden.Fields(golden["headers"]).Append(("Authorization", (string)golden["authorization"]!)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = golden["form"] is { } form ? new FormUrlEncodedContent(Golden.Fields(form).Select(field => KeyValuePair.Create(field.Name, field.Value)))
            : golden["file"] is not null ? new MultipartFormDataContent { { new ByteArrayContent(s_png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", "picture.png" } }
            : null;
        return request;
    }
}
