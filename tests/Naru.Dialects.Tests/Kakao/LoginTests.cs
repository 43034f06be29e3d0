using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Naru.Core.Kakao;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Kakao;
using Naru.Storage.Memory;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>Tokens, users, consents.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private KakaoHost _kakao = null!;

    public async ValueTask InitializeAsync() => _kakao = await KakaoHost.StartAsync();

    public ValueTask DisposeAsync() => _kakao.DisposeAsync();

    [Fact]
    public async Task A_code_gives_tokens_with_the_contracts_lifetimes_once()
    {
        var code = await _kakao.CodeAsync(11);

        var answer = (await ExchangeAsync(code)).ShouldBe(HttpStatusCode.OK);
        answer.ContentType.ShouldBe("application/json");
        answer.Json.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["access_token", "token_type", "refresh_token", "expires_in", "scope", "refresh_token_expires_in"]);
        answer.Json.GetProperty("token_type").GetString().ShouldBe("bearer");
        answer.Json.GetProperty("expires_in").GetInt32().ShouldBe(21_599);
        answer.Json.GetProperty("refresh_token_expires_in").GetInt32().ShouldBe(5_183_999);
        answer.Json.GetProperty("scope").GetString().ShouldBe("profile_nickname account_email friends talk_message");

        ShouldBe(await ExchangeAsync(code), 400, "KOE320", "invalid_grant");
    }

    [Fact]
    public async Task One_code_used_by_many_at_once_gives_tokens_to_one()
    {
        var code = await _kakao.CodeAsync(11);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ExchangeAsync(code)));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_native_key_gives_tokens_of_twelve_hours() =>
        (await ExchangeAsync(await _kakao.CodeAsync(11, key: KakaoHost.NativeKey), key: KakaoHost.NativeKey)).Json.GetProperty("expires_in").GetInt32().ShouldBe(43_199);

    [Fact]
    public async Task A_code_ends_after_its_time()
    {
        var code = await _kakao.CodeAsync(11);
        _kakao.Time.Advance(TimeSpan.FromMinutes(10));

        ShouldBe(await ExchangeAsync(code), 400, "KOE320", "invalid_grant");
    }

    [Fact]
    public async Task A_code_with_a_challenge_needs_its_proof()
    {
        const string verifier = "a-verifier-that-is-long-enough-for-the-rules-0123456789";
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var code = await _kakao.CodeAsync(11, challenge: challenge);

        ShouldBe(await ExchangeAsync(code), 400, "KOE320", "invalid_grant");
        ShouldBe(await ExchangeAsync(code, ("code_verifier", "another")), 400, "KOE320", "invalid_grant");
        (await ExchangeAsync(code, ("code_verifier", verifier))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_secret_is_asked_for_where_one_is_set_and_passed_over_where_none_is()
    {
        (await ExchangeAsync(await _kakao.CodeAsync(11), ("client_secret", "kakao"))).ShouldBe(HttpStatusCode.OK);

        await _kakao.SetAsync(app => app with { ClientSecret = "s3cr3t" });
        var code = await _kakao.CodeAsync(11);
        ShouldBe(await ExchangeAsync(code), 401, "KOE010", "invalid_client");
        ShouldBe(await ExchangeAsync(code, ("client_secret", "other")), 401, "KOE010", "invalid_client");
        (await ExchangeAsync(code, ("client_secret", "s3cr3t"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Each_wrong_token_request_has_its_code()
    {
        ShouldBe(await _kakao.TokenAsync(), 400, "KOE207", "invalid_request");
        ShouldBe(await _kakao.TokenAsync(("grant_type", "password")), 400, "KOE310", "unsupported_grant_type");
        ShouldBe(await _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", "no such key")), 400, "KOE101", "invalid_client");
        ShouldBe(await _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", KakaoHost.AdminKey)), 400, "KOE008", "invalid_client");
        ShouldBe(await _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", KakaoHost.RestKey)), 400, "KOE319", "invalid_grant");
        ShouldBe(await _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", KakaoHost.RestKey), ("refresh_token", "x")), 400, "KOE322", "invalid_grant");
        ShouldBe(
            await _kakao.TokenAsync(("grant_type", "authorization_code"), ("client_id", KakaoHost.RestKey), ("redirect_uri", "https://app.test/other"), ("code", await _kakao.CodeAsync(11))),
            400, "KOE303", "invalid_grant");
        await _kakao.SetAsync(app => app with { LoginOn = false });
        ShouldBe(await _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", KakaoHost.RestKey), ("refresh_token", "x")), 400, "KOE004", "access_denied");
    }

    [Fact]
    public async Task A_refresh_gives_an_access_token_and_a_new_refresh_token_only_in_the_last_month()
    {
        var first = (await ExchangeAsync(await _kakao.CodeAsync(11))).Json.GetProperty("refresh_token").GetString()!;

        var early = await RefreshAsync(first);
        early.Json.TryGetProperty("refresh_token", out _).ShouldBeFalse();
        early.Json.GetProperty("expires_in").GetInt32().ShouldBe(21_599);

        _kakao.Time.Advance(TimeSpan.FromDays(31));
        var late = await RefreshAsync(first);
        var second = late.Json.GetProperty("refresh_token").GetString()!;
        late.Json.GetProperty("refresh_token_expires_in").GetInt32().ShouldBe(5_183_999);
        ShouldBe(await RefreshAsync(first), 400, "KOE322", "invalid_grant");
        (await RefreshAsync(second)).ShouldBe(HttpStatusCode.OK);

        _kakao.Time.Advance(TimeSpan.FromDays(61));
        ShouldBe(await RefreshAsync(second), 400, "KOE322", "invalid_grant");
    }

    [Fact]
    public async Task An_access_token_ends_after_its_time_and_says_so()
    {
        var token = await _kakao.LogInAsync(11);
        var info = (await _kakao.GetAsync("/v1/user/access_token_info", token)).ShouldBe(HttpStatusCode.OK).Json;
        info.GetProperty("id").GetInt64().ShouldBe(11);
        info.GetProperty("app_id").GetInt64().ShouldBe(KakaoHost.AppId);
        info.GetProperty("expires_in").GetInt32().ShouldBe(21_599);

        _kakao.Time.Advance(TimeSpan.FromSeconds(21_599));
        var expired = await _kakao.GetAsync("/v1/user/access_token_info", token);
        ShouldFail(expired, 401, -401, "this access token is already expired");
        expired.Headers["WWW-Authenticate"].ShouldBe("Bearer error=invalid_token");
    }

    [Fact]
    public async Task A_person_is_read_by_either_method_and_with_the_token_in_the_query()
    {
        var token = await _kakao.LogInAsync(11, "profile_nickname,account_email");

        foreach (var me in new[]
        {
            await _kakao.GetAsync("/v2/user/me", token), await _kakao.PostAsync("/v2/user/me", token), await _kakao.GetAsync($"/v2/user/me?access_token={token}", null),
        })
        {
            var json = me.ShouldBe(HttpStatusCode.OK).Json;
            json.GetProperty("id").GetInt64().ShouldBe(11);
            json.GetProperty("connected_at").GetString().ShouldBe("2026-11-22T03:00:00Z");
            json.GetProperty("properties").GetProperty("nickname").GetString().ShouldBe("사람11");
            var account = json.GetProperty("kakao_account");
            account.GetProperty("profile").GetProperty("nickname").GetString().ShouldBe("사람11");
            account.GetProperty("email").GetString().ShouldBe("p11@app.test");
            account.GetProperty("email_needs_agreement").GetBoolean().ShouldBeFalse();
            account.GetProperty("gender_needs_agreement").GetBoolean().ShouldBeTrue();
            account.TryGetProperty("gender", out _).ShouldBeFalse();
        }

        var only = (await _kakao.GetAsync("/v2/user/me?property_keys=" + Uri.EscapeDataString("""["kakao_account.email"]"""), token)).Json;
        only.TryGetProperty("properties", out _).ShouldBeFalse();
        only.GetProperty("kakao_account").TryGetProperty("profile", out _).ShouldBeFalse();
        only.GetProperty("kakao_account").GetProperty("email").GetString().ShouldBe("p11@app.test");
    }

    [Fact]
    public async Task Who_logs_out_needs_a_new_token_and_who_unlinks_starts_anew()
    {
        var (first, second) = (await _kakao.LogInAsync(11), await _kakao.LogInAsync(11));
        var uuid = _kakao.UuidOf(11);

        (await _kakao.PostAsync("/v1/user/logout", first)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("id").GetInt64().ShouldBe(11);
        ShouldFail(await _kakao.GetAsync("/v2/user/me", first), 401, -401, "this access token does not exist");
        (await _kakao.GetAsync("/v2/user/me", second)).ShouldBe(HttpStatusCode.OK);

        (await _kakao.PostAsync("/v1/user/unlink", second)).ShouldBe(HttpStatusCode.OK);
        ShouldFail(await _kakao.GetAsync("/v2/user/me", second), 401, -401, "this access token does not exist");
        await _kakao.LogInAsync(11);
        _kakao.UuidOf(11).ShouldNotBe(uuid);
    }

    [Fact]
    public async Task Consents_are_read_and_taken_back_but_for_those_that_are_required()
    {
        var token = await _kakao.LogInAsync(11);

        (await ScopesAsync("/v2/user/scopes"))["talk_message"].ShouldBeTrue();
        (await _kakao.PostAsync("/v2/user/revoke/scopes", token, ("scopes", """["talk_message"]"""))).ShouldBe(HttpStatusCode.OK);
        (await ScopesAsync("/v2/user/scopes"))["talk_message"].ShouldBeFalse();
        ShouldFail(await _kakao.PostAsync("/v2/user/revoke/scopes", token, ("scopes", """["profile_nickname"]""")), 400, -2, null);
        ShouldFail(await _kakao.PostAsync("/v2/user/revoke/scopes", token), 400, -2, "The Parameter [scopes] cannot be null.");

        async Task<Dictionary<string, bool>> ScopesAsync(string path) => (await _kakao.GetAsync(path, token)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("scopes").EnumerateArray()
            .ToDictionary(scope => scope.GetProperty("id").GetString()!, scope => scope.GetProperty("agreed").GetBoolean());
    }

    [Fact]
    public async Task An_admin_key_acts_for_a_person_who_is_linked()
    {
        await _kakao.LogInAsync(11);
        var me = await _kakao.SendAsync(HttpMethod.Get, "/v2/user/me?target_id_type=user_id&target_id=11", $"KakaoAK {KakaoHost.AdminKey}");
        me.ShouldBe(HttpStatusCode.OK).Json.GetProperty("id").GetInt64().ShouldBe(11);

        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, "/v2/user/me?target_id_type=user_id&target_id=12", $"KakaoAK {KakaoHost.AdminKey}"), 400, -101, "NotRegisteredUserException");
        var refused = await _kakao.SendAsync(HttpMethod.Get, "/v2/user/me?target_id=11", $"KakaoAK {KakaoHost.RestKey}");
        ShouldFail(refused, 401, -401, "invalid app key.");
        refused.Headers["WWW-Authenticate"].ShouldBe("KakaoAK error=invalid_token");
    }

    [Fact]
    public async Task Tokens_and_consents_outlive_a_restart_and_no_token_is_kept_in_words()
    {
        var store = new MemoryKakaoStore();
        await using var before = await KakaoHost.StartAsync(store: store);
        var token = await before.LogInAsync(11);
        (await store.LoadAllAsync(CancellationToken.None)).ShouldNotContain(row => row.Body.Contains(token) || row.Key.Contains(token));
        (await store.LoadAllAsync(CancellationToken.None)).ShouldNotContain(row => row.Body.Contains($"\"{KakaoHost.AdminKey}\""));

        await using var after = await KakaoHost.StartAsync(store: store);
        after.Directory.FindToken(token).ShouldNotBeNull().Person.ShouldBe(11);
        after.Directory.FindConnection(KakaoHost.AppId, 11).ShouldNotBeNull().Has(ConsentItem.Message).ShouldBeTrue();
    }

    [Fact]
    public async Task A_preflight_of_the_JavaScript_SDK_is_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, "/v2/api/talk/memo/default/send");
        request.Headers.Add("Origin", "https://app.test");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,ka");

        using var response = await _kakao.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        response.Headers.GetValues("Access-Control-Allow-Headers").Single().ShouldBe("KA, Authorization, Cache-Control, Pragma, Content-Type");
    }

    [Theory]
    [InlineData("os/javascript origin/https%3A%2F%2Felse.test", "domain mismatched! caller=https://else.test. check out registered web domains.")]
    [InlineData("os/android-34 origin/hash", "android keyhash mismatched! caller=hash. check out registered keyhash.")]
    [InlineData("os/ios-17 origin/com.else", "ios bundle id mismatched! caller=com.else. check out registered bundle id.")]
    public async Task A_caller_who_is_not_registered_is_refused(string ka, string text)
    {
        await _kakao.SetAsync(app => app with { AndroidKeyHashes = ["registered"], IosBundleIds = ["com.registered"] });
        var token = await _kakao.LogInAsync(11);

        ShouldFail(await _kakao.SendAsync(HttpMethod.Get, "/v2/user/me", $"Bearer {token}", null, ("KA", ka)), 401, -401, text);
    }

    [Fact]
    public async Task Only_listed_addresses_may_call_where_the_app_lists_some()
    {
        var token = await _kakao.LogInAsync(11);
        await _kakao.SetAsync(app => app with { AllowedIps = ["10.0.0.0/8"] });
        ShouldFail(await _kakao.GetAsync("/v2/user/me", token), 401, -401, "ip mismatched! callerIp=127.0.0.1. check out registered ips.");

        await _kakao.SetAsync(app => app with { AllowedIps = ["10.0.0.0/8", "127.0.0.1"] });
        (await _kakao.GetAsync("/v2/user/me", token)).ShouldBe(HttpStatusCode.OK);
    }

    internal static void ShouldFail(Answer answer, int status, int code, string? text)
    {
        ((int)answer.Status).ShouldBe(status, answer.Body);
        answer.Json.GetProperty("code").GetInt32().ShouldBe(code, answer.Body);
        if (text is not null)
        {
            answer.Json.GetProperty("msg").GetString().ShouldBe(text);
        }
    }

    private static void ShouldBe(Answer answer, int status, string code, string error)
    {
        ((int)answer.Status).ShouldBe(status, answer.Body);
        answer.Json.GetProperty("error_code").GetString().ShouldBe(code);
        answer.Json.GetProperty("error").GetString().ShouldBe(error);
        answer.Json.GetProperty("error_description").GetString().ShouldNotBeNullOrEmpty();
    }

    private Task<Answer> ExchangeAsync(string code, params (string Name, string Value)[] more) => ExchangeAsync(code, KakaoHost.RestKey, more);

    private Task<Answer> ExchangeAsync(string code, string key, params (string Name, string Value)[] more) =>
        _kakao.TokenAsync([("grant_type", "authorization_code"), ("client_id", key), ("redirect_uri", KakaoHost.Redirect), ("code", code), .. more]);

    private Task<Answer> RefreshAsync(string token) => _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", KakaoHost.RestKey), ("refresh_token", token));
}
