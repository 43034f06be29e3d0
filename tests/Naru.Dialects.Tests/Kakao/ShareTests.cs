using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Kakao;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Kakao;
using Naru.Engine.Kakao.Sharing;
using static Naru.Dialects.Tests.Kakao.LoginTests;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>KakaoTalk Share: validation, pictures, callbacks; and the pages that are scraped for it.</summary>
public sealed class ShareTests : IAsyncLifetime
{
    private const string Key = $"KakaoAK {KakaoHost.JavaScriptKey}";
    private const string Templates = "/v2/api/kakaolink/talk/template";
    private const string Images = "/v2/api/talk/message/image";

    /// <summary>One pixel.</summary>
    private static readonly byte[] s_png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly string _folder = Directory.CreateTempSubdirectory("naru-test-").FullName;
    private KakaoHost _kakao = null!;

    public async ValueTask InitializeAsync() =>
        _kakao = await KakaoHost.StartAsync(options: new KakaoOptions { ImageFolder = _folder, ScrapeTimeout = TimeSpan.FromSeconds(20) });

    public async ValueTask DisposeAsync()
    {
        await _kakao.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_default_template_is_validated_by_either_method_and_says_which_links_are_dropped(string method)
    {
        (string Name, string Value)[] fields =
        [
            ("link_ver", "4.0"), ("template_object", """{"object_type":"text","text":"t","link":{"web_url":"https://app.test/a","mobile_web_url":"https://else.test"}}"""),
            ("scheme_params", """{"list":"default","limit":3}"""),
        ];

        var answer = method == "GET"
            ? await _kakao.SendAsync(HttpMethod.Get, $"{Templates}/default?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}")), Key)
            : await _kakao.SendAsync(HttpMethod.Post, $"{Templates}/default", Key, fields);

        var json = answer.ShouldBe(HttpStatusCode.OK).Json;
        json.EnumerateObject().Select(member => member.Name).ShouldBe(["template_id", "template_args", "template_msg", "warning_msg", "argument_msg", "scheme_params"]);
        json.GetProperty("template_msg").GetProperty("P").GetProperty("L").GetProperty("LPC").GetString().ShouldBe("https://app.test/a");
        json.GetProperty("warning_msg").GetProperty("P.L.LMO").GetString().ShouldBe("https://else.test. app does not have DOMAIN_CHECK_PASS permission. get the permission or it will be dropped.");
        json.GetProperty("scheme_params").GetProperty("limit").GetInt32().ShouldBe(3);

        // Flutter opens the picker with nothing but the validated id and its arguments.
        var again = await _kakao.SendAsync(HttpMethod.Post, $"{Templates}/validate", Key,
            [("link_ver", "4.0"), ("template_id", json.GetProperty("template_id").ToString()), ("template_args", json.GetProperty("template_args").ToString())]);
        again.ShouldBe(HttpStatusCode.OK).Json.GetProperty("template_msg").ToString().ShouldBe(json.GetProperty("template_msg").ToString());
    }

    [Fact]
    public async Task A_custom_template_tells_which_arguments_are_missing()
    {
        await AddTemplateAsync("""{"object_type":"feed","content":{"title":"${a} ${b}","link":{}}}""");

        var answer = await _kakao.SendAsync(HttpMethod.Post, $"{Templates}/validate", Key, [("link_ver", "4.0"), ("template_id", "200001"), ("template_args", """{"a":"A"}""")]);

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("argument_msg").ToString().ShouldBe("""{"${b}":"there's no given value."}""");
    }

    [Fact]
    public async Task What_cannot_be_shared_is_refused()
    {
        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, $"{Templates}/default?link_ver=4.0", Key), 400, -2, "The Parameter [template_object] cannot be null.");
        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, $"{Templates}/default?link_ver=3.0&template_object=x", Key), 400, -2, null);
        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, $"{Templates}/default?link_ver=4.0&template_object=x", "KakaoAK nobody"), 401, -401, "invalid app key.");
        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, $"{Templates}/validate?link_ver=4.0&template_id=5", Key), 400, -2, null);
        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, $"{Templates}/scrap?link_ver=4.0&request_url=https%3A%2F%2Felse.test", Key), 400, -2, null);
    }

    [Fact]
    public async Task A_page_is_scraped_by_its_Open_Graph_tags_as_the_scraper_and_remembered()
    {
        await using var site = await OneServer.StartAsync(static context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("""<html><head><title>no</title><meta property="og:title" content="제목 &amp; 하나"><meta property="og:description" content="설명"><meta property="og:image" content="/i.png"></head></html>""");
        });
        await _kakao.SetAsync(app => app with { WebDomains = ["https://app.test", site.Url] });
        var token = await _kakao.LogInAsync(11);

        for (var times = 0; times < 2; times++)
        {
            (await _kakao.PostAsync("/v2/api/talk/memo/scrap/send", token, ("request_url", site.Url + "/page"))).ShouldBe(HttpStatusCode.OK);
        }

        site.Asked.ShouldHaveSingleItem().Headers["User-Agent"].ShouldStartWith("facebookexternalhit/1.1;kakaotalk-scrap/1.0");
        var content = _kakao.Phones.Arrived[0].Bubble.Template.Contents.Single();
        (content.Title, content.Description, content.ImageUrl, content.Link.WebUrl).ShouldBe(("제목 & 하나", "설명", site.Url + "/i.png", site.Url + "/page"));
        _kakao.Time.Advance(TimeSpan.FromHours(1));
        token = await _kakao.LogInAsync(11);
        (await _kakao.PostAsync("/v2/api/talk/memo/scrap/send", token, ("request_url", site.Url + "/page"))).ShouldBe(HttpStatusCode.OK);
        site.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_without_tags_is_read_by_its_title_and_first_picture_and_its_redirects_are_followed()
    {
        await using var site = await OneServer.StartAsync(static context =>
        {
            if (context.Request.Path == "/old")
            {
                context.Response.Redirect("/new");
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("""<title>Plain</title><meta name="description" content="words"><img src="a.gif">""");
        });
        await _kakao.SetAsync(app => app with { WebDomains = [site.Url] });

        var answer = await _kakao.SendAsync(HttpMethod.Post, $"{Templates}/scrap", Key, [("link_ver", "4.0"), ("request_url", site.Url + "/old")]);

        var text = answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("template_msg").GetProperty("C").GetProperty("ITL")[0];
        text.GetProperty("TD").ToString().ShouldBe("""{"T":"Plain","D":"words"}""");
        text.GetProperty("THU").GetString().ShouldBe(site.Url + "/a.gif");
    }

    [Fact]
    public async Task An_image_is_uploaded_fetched_deleted_and_expires()
    {
        var uploaded = (await UploadAsync(s_png)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("infos").GetProperty("original");
        uploaded.GetProperty("content_type").GetString().ShouldBe("image/png");
        (uploaded.GetProperty("length").GetInt32(), uploaded.GetProperty("width").GetInt32(), uploaded.GetProperty("height").GetInt32()).ShouldBe((s_png.Length, 1, 1));
        var url = uploaded.GetProperty("url").GetString()!;
        var shelf = _kakao.Services.GetRequiredService<ImageShelf>();
        shelf.Find(url.Split('/')[^1]).ShouldNotBeNull();

        (await _kakao.SendAsync(HttpMethod.Delete, $"{Images}/delete?image_url={Uri.EscapeDataString(url)}", $"KakaoAK {KakaoHost.JavaScriptKey}-2")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _kakao.SendAsync(HttpMethod.Delete, $"{Images}/delete?image_url={Uri.EscapeDataString(url)}", Key)).ShouldBe(HttpStatusCode.OK).Body.ShouldBe("{}");
        shelf.Find(url.Split('/')[^1]).ShouldBeNull();

        await using var site = await OneServer.StartAsync(static context => context.Response.Body.WriteAsync(s_png).AsTask());
        var fetched = (await _kakao.SendAsync(HttpMethod.Post, $"{Images}/scrap", Key, [("image_url", site.Url + "/i.png")])).ShouldBe(HttpStatusCode.OK);
        var id = fetched.Json.GetProperty("infos").GetProperty("original").GetProperty("url").GetString()!.Split('/')[^1];
        _kakao.Time.Advance(TimeSpan.FromDays(20));
        shelf.Find(id).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_has_its_code()
    {
        ShouldFail(await UploadAsync("<svg/>"u8.ToArray()), 400, -911, null);
        ShouldFail(await UploadAsync([.. s_png, .. new byte[ImageShelf.MaxBytes]]), 400, -602, null);
        ShouldFail(await UploadAsync(s_png, s_png), 400, -606, null);
        ShouldFail(await _kakao.SendAsync(HttpMethod.Post, $"{Images}/upload", Key, []), 400, -2, "The Parameter [file] cannot be null.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_share_that_reached_a_room_is_told_once_with_the_admin_key(bool isGet)
    {
        await using var server = await OneServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        await _kakao.SetAsync(app => app with { Callback = new ShareCallback(server.Url + "/told", isGet) });
        await AddTemplateAsync("""{"object_type":"feed","content":{"title":"t","link":{}}}""");

        await ShareAsync(200_001, new Dictionary<string, string> { ["order"] = "나 1" });

        var (method, path, headers, body) = server.Asked.ShouldHaveSingleItem();
        (method, headers["Authorization"], headers["User-Agent"]).ShouldBe((isGet ? "GET" : "POST", $"KakaoAK {KakaoHost.AdminKey}", "KakaoOpenAPI/1.0"));
        headers["X-Kakao-Resource-ID"].Length.ShouldBe(24);
        if (isGet)
        {
            path.ShouldContain("order=%EB%82%98%201&CHAT_TYPE=DirectChat&HASH_CHAT_ID=");
            path.ShouldEndWith("&TEMPLATE_ID=200001");
        }
        else
        {
            var json = JsonDocument.Parse(body).RootElement;
            (json.GetProperty("order").GetString(), json.GetProperty("CHAT_TYPE").GetString(), json.GetProperty("TEMPLATE_ID").GetInt64()).ShouldBe(("나 1", "DirectChat", 200_001));
        }

        var record = _kakao.Directory.CallbacksOf(KakaoHost.AppId).ShouldHaveSingleItem();
        (record.Status, record.Fault).ShouldBe((500, "answered 500"));
        _kakao.Phones.Arrived.ShouldHaveSingleItem().Bubble.Kind.ShouldBe("Share");
    }

    [Fact]
    public async Task Without_server_arguments_or_into_a_private_network_nobody_is_told()
    {
        await using var server = await OneServer.StartAsync(static _ => Task.CompletedTask);
        await AddTemplateAsync("""{"object_type":"feed","content":{"title":"t","link":{}}}""");
        await _kakao.SetAsync(app => app with { Callback = new ShareCallback(server.Url, false) });
        await ShareAsync(200_001, null);
        await _kakao.SetAsync(app => app with { Callback = new ShareCallback("http://10.0.0.1/", false) });
        await ShareAsync(200_001, new Dictionary<string, string> { ["a"] = "b" });

        server.Asked.ShouldBeEmpty();
        _kakao.Directory.CallbacksOf(KakaoHost.AppId).ShouldHaveSingleItem().Fault!.ShouldContain("private network");
    }

    [Fact]
    public async Task Callbacks_of_one_share_go_side_by_side()
    {
        var (waiting, both) = (0, new TaskCompletionSource());
        await using var server = await OneServer.StartAsync(_ =>
        {
            if (Interlocked.Increment(ref waiting) == 2)
            {
                both.SetResult();
            }

            return both.Task;
        });
        await _kakao.SetAsync(app => app with { Callback = new ShareCallback(server.Url, false) });
        await AddTemplateAsync("""{"object_type":"feed","content":{"title":"t","link":{}}}""");

        (await ShareAsync(200_001, new Dictionary<string, string> { ["order"] = "1" }, PickedRoom.Own)).ShouldBeNull();

        _kakao.Directory.CallbacksOf(KakaoHost.AppId).Select(record => (record.Status, record.Fault)).ShouldBe([(200, null), (200, null)]);
    }

    [Fact]
    public async Task The_quota_of_sharing_ends_and_can_be_raised()
    {
        await AddTemplateAsync("""{"object_type":"feed","content":{"title":"t","link":{}}}""");
        await _kakao.SetAsync(app => app with { Quotas = app.Quotas with { SharesPerDay = 1 } });
        (await ShareAsync(200_001, null)).ShouldBeNull();
        (await ShareAsync(200_001, null)).ShouldBe(ShareFault.Quota);

        await _kakao.SetAsync(app => app with { Quotas = app.Quotas with { SharesPerDay = 2 } });
        (await ShareAsync(200_001, null)).ShouldBeNull();
    }

    private ValueTask<bool> AddTemplateAsync(string json) => _kakao.Directory.ChangeAsync(
        () => new KakaoChange { Templates = { new Core.Kakao.Templates.CustomTemplate(200_001, KakaoHost.AppId, "t", json, 1, _kakao.Directory.Now) } }, CancellationToken.None);

    /// <summary>Person 11 shares with their friend 12, who never logged in to the app.</summary>
    private async Task<ShareFault?> ShareAsync(long template, Dictionary<string, string>? arguments, params PickedRoom[] further)
    {
        var desk = _kakao.Services.GetRequiredService<ShareDesk>();
        var (app, sender) = (_kakao.Directory.FindApp(KakaoHost.AppId)!, _kakao.Directory.FindPerson(11)!);
        var (share, fault) = desk.FromCustom(app, template, null, sender.Name);
        fault.ShouldBeNull();
        return await desk.SendAsync(app, sender, share!, [desk.RoomsOf(sender).Single(room => room.Friend == 12), .. further], arguments, CancellationToken.None);
    }

    private async Task<Answer> UploadAsync(params byte[][] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file), "file", "picture.png");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Images}/upload") { Content = form };
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(Key);
        using var response = await _kakao.Client.SendAsync(request);
        return await Answer.ReadAsync(response);
    }
}
