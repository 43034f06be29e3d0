using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Naru.Core.Kakao;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Kakao.Outside;
using Naru.Engine.Webhooks;
using Naru.Fakes.Dealers;
using Naru.Fakes.Kakao;
using static Naru.Dialects.Tests.Kakao.LoginTests;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>An app that Kakao itself answers: the same calls go to Kakao's hosts, here a strict fake of them, and its answers come back as they are.</summary>
public sealed class OutsideTests : IAsyncLifetime
{
    private const string Memo = "/v2/api/talk/memo/default/send";
    private const string Friends = "/v1/api/talk/friends/message/default/send";

    private readonly FakeKakaoOptions _real = new();
    private FakeKakao _there = null!;
    private KakaoHost _here = null!;

    private IReadOnlyList<PassedCall> Passed => _here.Directory.PassedOf(KakaoHost.AppId);

    public async ValueTask InitializeAsync()
    {
        _there = await FakeKakao.StartAsync(_real);
        _here = await StartAsync(_there.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _here.DisposeAsync();
        await _there.DisposeAsync();
    }

    [Fact]
    public async Task A_message_with_a_real_token_goes_to_Kakao_and_its_answer_comes_back_as_it_is()
    {
        PassOutcome? whileGoing = null;
        _there.OnMessage = () => whileGoing = Passed.Single().Outcome;
        var token = _there.GiveToken();

        using var answer = await SendAsync(Memo, token, ("template_object", KakaoHost.Text("안녕")));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.NonValidated["Content-Type"].ToString().ShouldBe("application/json;charset=UTF-8");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"result_code":0}""");
        answer.Headers.GetValues("Kakao-Request-Id").ShouldHaveSingleItem().ShouldStartWith("request-");
        Accepted().ShouldBe(["me"]);
        _here.Phones.Arrived.ShouldBeEmpty();

        whileGoing.ShouldBe(PassOutcome.Going, "it is written down before it goes out");
        var record = Passed.ShouldHaveSingleItem();
        (record.Outcome, record.Status, record.Code, record.Attempts, record.Person).ShouldBe((PassOutcome.Answered, 200, 0, 1, _real.UserId));
        record.Form.ShouldNotBeNull().ShouldContain("template_object=");
        record.ToString().ShouldNotContain(token);
    }

    [Theory]
    [InlineData("access_token")]
    [InlineData("%41ccess%5Ftoken")]
    public async Task A_token_in_the_address_goes_out_and_is_not_written_down(string name)
    {
        var token = _there.GiveToken();

        using var answer = await _here.Client.PostAsync($"{Memo}?{name}={token}&template_object={Uri.EscapeDataString(KakaoHost.Text("안녕"))}", null);

        var record = Passed.ShouldHaveSingleItem();
        record.Form.ShouldNotBeNull().ShouldStartWith("template_object=");
        record.ToString().ShouldNotContain(token);
    }

    [Fact]
    public async Task Refusals_in_whole_and_in_part_come_back_as_Kakao_wrote_them()
    {
        var token = _there.GiveToken();

        using var broken = await SendAsync(Memo, token, ("template_object", """{"object_type":"text"}"""));
        using var part = await SendAsync(Friends, token, ("receiver_uuids", """["friend-one","friend-two"]"""), ("template_object", KakaoHost.Text()));

        broken.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await broken.Content.ReadAsStringAsync()).ShouldBe("""{"msg":"failed to parse parameter. name=template_object, stringToParse=-, paramString=-, paramStringAlias=null","code":-2}""");
        (await part.Content.ReadAsStringAsync())
            .ShouldBe("""{"successful_receiver_uuids":["friend-one"],"failure_info":[{"code":-532,"msg":"daily message limit per sender has been exceeded.","receiver_uuids":["friend-two"]}]}""");
        Passed.Select(record => (record.Status, record.Code)).ShouldBe([(400, -2), (200, 0)], ignoreOrder: true);
    }

    [Theory]
    [InlineData(SendFault.CutAfterAccept, 1)]
    [InlineData(SendFault.CutBeforeReading, 0)]
    public async Task A_message_of_which_nobody_knows_is_not_repeated_and_the_caller_is_told_so(SendFault fault, int accepted)
    {
        _there.Faults.Next(fault);

        using var answer = await SendAsync(Memo, _there.GiveToken(), ("template_object", KakaoHost.Text()));

        ShouldFail(await Answer.ReadAsync(answer), 400, -603, null);
        Accepted().Count.ShouldBe(accepted);
        Passed.ShouldHaveSingleItem().Outcome.ShouldBe(PassOutcome.Unknown);
        Passed[0].Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_takes_too_long_is_given_up_and_not_repeated()
    {
        _there.Faults.Next(SendFault.Slow);

        await using var here = await StartAsync(_there.Address, timeout: TimeSpan.FromMilliseconds(500));

        var answer = await here.PostAsync(Memo, _there.GiveToken(), ("template_object", KakaoHost.Text()));

        ShouldFail(answer, 400, -603, null);
        var record = here.Directory.PassedOf(KakaoHost.AppId).ShouldHaveSingleItem();
        (record.Outcome, record.Attempts, Accepted().Count).ShouldBe((PassOutcome.Unknown, 1, 1));
        record.Took.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(400));
    }

    [Theory]
    [InlineData(SendFault.Unavailable)]
    [InlineData(SendFault.TooMany)]
    public async Task A_message_that_the_answer_says_was_not_done_is_repeated_and_arrives_once(SendFault fault)
    {
        _there.Faults.Next(fault, 2);

        using var answer = await SendAsync(Memo, _there.GiveToken(), ("template_object", KakaoHost.Text()));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (Accepted().Count, Passed.Single().Attempts).ShouldBe((1, 3));
    }

    [Fact]
    public async Task After_three_attempts_the_caller_has_Kakaos_own_refusal()
    {
        _there.Faults.Next(SendFault.Unavailable, 3);

        using var answer = await SendAsync(Memo, _there.GiveToken(), ("template_object", KakaoHost.Text()));

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"msg":"service is under maintenance","code":-9798}""");
        (Accepted().Count, Passed.Single().Attempts, Passed[0].Code).ShouldBe((0, 3, -9798));
    }

    [Fact]
    public async Task What_changes_nothing_is_repeated_also_where_nobody_answered()
    {
        _there.Faults.Next(SendFault.CutBeforeReading, 2);

        using var answer = await GetAsync("/v1/api/talk/friends?limit=5", _there.GiveToken());

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        _there.Journal.Lines.Count(line => line is { What: "friends", Detail: "?limit=5" }).ShouldBe(3);
    }

    [Fact]
    public async Task Tokens_are_Kakaos_to_give_to_look_at_and_to_refuse()
    {
        using var given = await FormAsync("/oauth/token", null,
            ("grant_type", "authorization_code"), ("client_id", _real.RestKey), ("client_secret", _real.ClientSecret), ("redirect_uri", _real.RedirectUri), ("code", await CodeAsync()));
        var tokens = await Answer.ReadAsync(given);
        using var refused = await FormAsync("/oauth/token", null, ("grant_type", "refresh_token"), ("client_id", _real.RestKey), ("client_secret", _real.ClientSecret), ("refresh_token", "no"));

        using var info = await GetAsync("/v1/user/access_token_info", tokens.ShouldBe(HttpStatusCode.OK).Json.GetProperty("access_token").GetString()!);
        (await info.Content.ReadAsStringAsync()).ShouldBe($$"""{"id":{{_real.UserId}},"expires_in":21599,"app_id":{{_real.AppId}}}""");
        (await refused.Content.ReadAsStringAsync()).ShouldBe("""{"error":"invalid_grant","error_description":"expired_or_invalid_refresh_token","error_code":"KOE322"}""");
        Passed.ShouldAllBe(record => record.Form == null);
        Passed.Single(record => record.Status == 400).Code.ShouldBe(322);
        string.Concat(Passed).ShouldNotContain(_real.ClientSecret);
    }

    [Fact]
    public async Task What_takes_an_app_key_goes_out_with_the_real_one_forms_and_files_alike()
    {
        using var share = await FormAsync("/v2/api/kakaolink/talk/template/default", $"KakaoAK {_real.JavaScriptKey}", ("link_ver", "4.0"), ("template_object", KakaoHost.Text()));
        using var file = new MultipartFormDataContent { { new ByteArrayContent(new byte[9000]) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", "a.png" } };
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/v2/api/talk/message/image/upload") { Content = file, Headers = { Authorization = new AuthenticationHeaderValue("KakaoAK", _real.NativeKey) } };
        using var image = await _here.Client.SendAsync(upload);

        (await Answer.ReadAsync(share)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("template_id").GetInt32().ShouldBe(4718);
        (await Answer.ReadAsync(image)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("infos").GetProperty("original").GetProperty("length").GetInt32().ShouldBe(9000);
    }

    [Fact]
    public async Task A_path_that_is_not_played_here_goes_out_too()
    {
        using var answer = await GetAsync("/v2/api/talk/calendar/events", _there.GiveToken());

        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.NotFound, """{"msg":"no such api","code":-9}"""));
    }

    [Fact]
    public async Task A_token_that_Kakao_refuses_has_Kakaos_answer_and_is_not_asked_about_with_each_call()
    {
        using var first = await GetAsync("/v2/user/me", "made-up");
        using var second = await GetAsync("/v2/user/me", "made-up");

        foreach (var answer in new[] { first, second })
        {
            ShouldFail(await Answer.ReadAsync(answer), 401, -401, "this access token does not exist");
            answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=invalid_token");
            answer.Headers.Contains("Kakao-Request-Id").ShouldBeTrue();
        }

        _there.Journal.Lines.Count(line => line.What == "refused").ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_Kakao_takes_back_is_refused_by_Kakao()
    {
        var token = _there.GiveToken();
        using var before = await GetAsync("/v2/user/me", token);
        _there.TakeBack(token);

        using var after = await GetAsync("/v2/user/me", token);

        (before.StatusCode, after.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task The_token_of_an_app_that_is_not_set_up_here_is_nobodys()
    {
        await _here.SetAsync(app => app with { KakaoId = 5 });

        using var answer = await SendAsync(Memo, _there.GiveToken(), ("template_object", KakaoHost.Text()));

        ShouldFail(await Answer.ReadAsync(answer), 401, -401, "this access token does not exist");
        answer.Headers.Contains("Kakao-Request-Id").ShouldBeFalse();
        Accepted().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_asked_of_Kakao_while_no_app_is_set_so_and_an_apps_own_tokens_end_when_it_is()
    {
        await _here.SetAsync(app => app with { AnsweredBy = AnsweredBy.Naru });
        using var unknown = await GetAsync("/v2/user/me", _there.GiveToken());
        var own = await _here.LogInAsync(11, key: _real.RestKey);
        (await _here.GetAsync("/v2/user/me", own)).ShouldBe(HttpStatusCode.OK);

        await _here.SetAsync(app => app with { AnsweredBy = AnsweredBy.Kakao });

        ShouldFail(await _here.GetAsync("/v2/user/me", own), 401, -401, "this access token does not exist");
        (unknown.StatusCode, _there.Journal.Lines.Count).ShouldBe((HttpStatusCode.Unauthorized, 0));
    }

    [Fact]
    public async Task Callers_who_are_not_on_the_apps_list_are_not_passed()
    {
        await _here.SetAsync(app => app with { AllowedIps = ["10.0.0.0/8"] });

        using var answer = await SendAsync(Memo, _there.GiveToken(), ("template_object", KakaoHost.Text()));

        ShouldFail(await Answer.ReadAsync(answer), 401, -401, "ip mismatched! callerIp=127.0.0.1. check out registered ips.");
        Accepted().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_Kakao_is_not_reached_or_its_name_leads_into_a_private_network_nothing_was_done_and_the_caller_is_told_so(bool guarded)
    {
        var token = _there.GiveToken();
        await using var here = guarded ? await StartAsync(_there.Address, WebhookTargetPolicy.PublicOnly) : await StartAsync(new Uri("http://127.0.0.1:1"));

        var answer = await here.SendAsync(HttpMethod.Post, "/v2/api/kakaolink/talk/template/default", $"KakaoAK {_real.JavaScriptKey}", [("link_ver", "4.0"), ("template_object", KakaoHost.Text())]);
        var unknown = await here.GetAsync("/v2/user/me", token);

        ShouldFail(answer, 503, -9798, null);
        ShouldFail(unknown, 503, -9798, null);
        here.Directory.PassedOf(KakaoHost.AppId).ShouldHaveSingleItem().Outcome.ShouldBe(PassOutcome.NotSent);
        _there.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task How_a_login_in_a_window_ended_is_asked_at_Kakao_and_not_written_down_each_second()
    {
        using var answer = await _here.Client.GetAsync($"/apiweb/code.json?client_id={_real.JavaScriptKey}&auth_tran_id=t1");

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"status":"error","error_code":"300","error":"authorization_pending"}""");
        _there.Journal.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(line => line.What.ShouldBe("outcome"), line => line.Reference.ShouldBe("t1"));
        Passed.ShouldBeEmpty();
    }

    private Task<KakaoHost> StartAsync(Uri kakao, WebhookTargetPolicy? policy = null, TimeSpan? timeout = null) => KakaoHost.StartAsync(
        app => app.Id != KakaoHost.AppId ? app : app with
        {
            AnsweredBy = AnsweredBy.Kakao,
            KakaoId = _real.AppId,
            Keys = new AppKeys(_real.NativeKey, _real.RestKey, _real.JavaScriptKey, _real.AdminKey),
        },
        hosts: new KakaoHosts { Kapi = kakao, Kauth = kakao, Sharer = kakao, Picker = kakao, RetryPause = TimeSpan.Zero, Timeout = timeout ?? TimeSpan.FromSeconds(30) },
        policy: policy);

    private List<string> Accepted() => [.. _there.Journal.Lines.Where(line => line.What == "accepted").Select(line => line.Reference!)];

    private async Task<string> CodeAsync()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _there.Address };
        using var back = await browser.GetAsync($"/oauth/authorize?client_id={_real.RestKey}&redirect_uri={Uri.EscapeDataString(_real.RedirectUri)}&response_type=code");
        return System.Web.HttpUtility.ParseQueryString(back.Headers.Location!.Query)["code"]!;
    }

    private Task<HttpResponseMessage> SendAsync(string path, string token, params (string Name, string Value)[] form) => FormAsync(path, $"Bearer {token}", form);

    private async Task<HttpResponseMessage> FormAsync(string path, string? authorization, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await _here.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return await _here.Client.SendAsync(request);
    }
}
