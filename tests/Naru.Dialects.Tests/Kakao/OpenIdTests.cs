using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Kakao;
using Naru.Storage.Memory;
using static Naru.Dialects.Tests.Kakao.LoginTests;

namespace Naru.Dialects.Tests.Kakao;

/// <summary>OpenID Connect: id tokens, their key, the person, and what a client finds all of it by.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private const string Scopes = "openid,profile_nickname,account_email";

    private KakaoHost _kakao = null!;

    private string Issuer => _kakao.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync() => _kakao = await KakaoHost.StartAsync(app => app with { OpenIdOn = true });

    public ValueTask DisposeAsync() => _kakao.DisposeAsync();

    [Fact]
    public async Task A_login_that_asks_for_openid_gets_a_signed_token_of_who_it_is_and_so_does_its_refresh()
    {
        var tokens = (await ExchangeAsync(Scopes, "n-1")).ShouldBe(HttpStatusCode.OK).Json;

        tokens.GetProperty("scope").GetString()!.Split(' ').ShouldContain("openid");
        var claims = await VerifyAsync(_kakao, tokens.GetProperty("id_token").GetString()!);
        var now = _kakao.Time.GetUtcNow().ToUnixTimeSeconds();
        claims.ToString().ShouldBe($$"""{"iss":"{{Issuer}}","aud":"{{KakaoHost.RestKey}}","sub":"11","nickname":"사람11","email":"p11@app.test","auth_time":{{now}},"iat":{{now}},"exp":{{now + 21599}},"nonce":"n-1"}""");

        _kakao.Time.Advance(TimeSpan.FromHours(1));
        var again = (await _kakao.TokenAsync(("grant_type", "refresh_token"), ("client_id", KakaoHost.RestKey), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!))).ShouldBe(HttpStatusCode.OK).Json;
        var later = await VerifyAsync(_kakao, again.GetProperty("id_token").GetString()!);
        (later.GetProperty("auth_time").GetInt64(), later.GetProperty("iat").GetInt64(), later.TryGetProperty("nonce", out _)).ShouldBe((now, now + 3600, false));
    }

    [Fact]
    public async Task Without_openid_there_is_none_and_where_the_app_has_it_off_it_is_refused()
    {
        (await ExchangeAsync("profile_nickname", null)).ShouldBe(HttpStatusCode.OK).Json.TryGetProperty("id_token", out _).ShouldBeFalse();

        await _kakao.SetAsync(app => app with { OpenIdOn = false });
        var parameters = new Dictionary<string, string?> { ["client_id"] = KakaoHost.RestKey, ["redirect_uri"] = KakaoHost.Redirect, ["response_type"] = "code", ["scope"] = Scopes };
        LoginAsk.Read(_kakao.Directory, parameters.GetValueOrDefault, out var fault).ShouldBeNull();
        fault!.Code.ShouldBe("KOE205");
    }

    [Fact]
    public async Task The_person_is_told_by_their_claims_to_logins_that_asked_for_openid()
    {
        var token = await _kakao.LogInAsync(11, Scopes);
        var other = await _kakao.LogInAsync(12, "profile_nickname");

        (await _kakao.GetAsync("/v1/oidc/userinfo", token)).ShouldBe(HttpStatusCode.OK).Body.ShouldBe("""{"sub":"11","nickname":"사람11","email":"p11@app.test","email_verified":true}""");
        ShouldFail(await _kakao.GetAsync("/v1/oidc/userinfo", other), 403, -402, null);
    }

    [Fact]
    public async Task A_token_can_be_looked_into_until_it_ends_and_not_when_it_was_changed()
    {
        var token = (await ExchangeAsync(Scopes, null)).Json.GetProperty("id_token").GetString()!;
        var parts = token.Split('.');
        var forged = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace("\"sub\":\"11\"", "\"sub\":\"12\"", StringComparison.Ordinal)));

        (await LookAsync(token)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("sub").GetString().ShouldBe("11");
        foreach (var bad in new[] { $"{parts[0]}.{forged}.{parts[2]}", $"{parts[0]}.{parts[1]}.", "no token", "a.b.c", new string('a', 20_000) })
        {
            (await LookAsync(bad)).ShouldBe(HttpStatusCode.BadRequest).Json.GetProperty("error_code").GetString().ShouldBe("KOE204", bad[..Math.Min(20, bad.Length)]);
        }

        _kakao.Time.Advance(TimeSpan.FromHours(6));
        (await LookAsync(token)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_client_finds_everything_by_the_address_alone_from_a_page_too()
    {
        var answer = await _kakao.SendAsync(HttpMethod.Get, "/.well-known/openid-configuration", null, null, ("Origin", "https://app.test"));

        var found = answer.ShouldBe(HttpStatusCode.OK).Json;
        found.GetProperty("issuer").GetString().ShouldBe(Issuer);
        foreach (var (name, path) in new[] { ("authorization_endpoint", "/oauth/authorize"), ("token_endpoint", "/oauth/token"), ("userinfo_endpoint", "/v1/oidc/userinfo"), ("jwks_uri", "/.well-known/jwks.json") })
        {
            found.GetProperty(name).GetString().ShouldBe(Issuer + path);
        }

        found.GetProperty("id_token_signing_alg_values_supported").ToString().ShouldBe("""["RS256"]""");
    }

    [Fact]
    public async Task The_key_is_kept_sealed_and_signs_on_after_a_restart()
    {
        var store = new MemoryKakaoStore();
        string token;
        await using (var first = await KakaoHost.StartAsync(app => app with { OpenIdOn = true }, store))
        {
            var given = await first.TokenAsync(("grant_type", "authorization_code"), ("client_id", KakaoHost.RestKey), ("redirect_uri", KakaoHost.Redirect), ("code", await first.CodeAsync(11, Scopes)));
            token = given.Json.GetProperty("id_token").GetString()!;
        }

        (await store.LoadAllAsync(CancellationToken.None)).Where(row => row.Kind == KakaoRowKind.SigningKey).ShouldHaveSingleItem().Body.ShouldContain("\"Pkcs8\":\"sealed:");
        await using var second = await KakaoHost.StartAsync(store: store);
        (await VerifyAsync(second, token)).GetProperty("sub").GetString().ShouldBe("11");
    }

    [Fact]
    public async Task A_key_is_published_before_it_signs_and_the_one_before_it_stays_until_no_token_of_its_is_good()
    {
        var (first, seen) = (await IdTokenAsync(_kakao), await KeysAsync(_kakao));
        seen.ShouldBe([KeyOf(first)]);

        _kakao.Time.Advance(TimeSpan.FromDays(89));
        var published = await KeysAsync(_kakao);
        published.Length.ShouldBe(2);
        published[0].ShouldBe(seen[0]);
        KeyOf(await IdTokenAsync(_kakao)).ShouldBe(seen[0], "it waits until every client has read the set anew");

        _kakao.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        var last = await IdTokenAsync(_kakao);
        KeyOf(last).ShouldBe(seen[0]);
        _kakao.Time.Advance(TimeSpan.FromMilliseconds(1));
        var next = await IdTokenAsync(_kakao);
        KeyOf(next).ShouldBe(published[1]);
        await VerifyAsync(_kakao, last);
        (await LookAsync(last)).ShouldBe(HttpStatusCode.OK);
        (await LookAsync(next)).ShouldBe(HttpStatusCode.OK);

        _kakao.Time.Advance(TimeSpan.FromSeconds(43_199) + TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        (await KeysAsync(_kakao)).ShouldBe(published);
        _kakao.Time.Advance(TimeSpan.FromMilliseconds(1));
        (await KeysAsync(_kakao)).ShouldBe([published[1]]);
        (await LookAsync(last)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Whoever_comes_at_once_when_a_key_is_due_finds_the_same_one()
    {
        await IdTokenAsync(_kakao);
        _kakao.Time.Advance(TimeSpan.FromDays(400));

        var all = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => KeysAsync(_kakao)));

        all.ShouldAllBe(keys => keys.Length == 2 && keys.SequenceEqual(all[0]));
    }

    [Fact]
    public async Task Keys_follow_each_other_over_restarts_and_after_a_store_that_had_only_one()
    {
        var store = new MemoryKakaoStore();
        string[] before;
        await using (var first = await KakaoHost.StartAsync(store: store))
        {
            before = await KeysAsync(first);
        }

        var row = (await store.LoadAllAsync(CancellationToken.None)).Single(one => one.Kind == KakaoRowKind.SigningKey);
        var old = System.Text.Json.Nodes.JsonNode.Parse(row.Body)!.AsObject();
        old.Remove("SignsFrom").ShouldBeTrue();
        old.Remove("TokenLifetime").ShouldBeTrue();
        await store.ApplyAsync([row with { Body = old.ToJsonString() }], [], CancellationToken.None);

        string[] published;
        await using (var second = await KakaoHost.StartAsync(store: store))
        {
            (await KeysAsync(second)).ShouldBe(before);
            second.Time.Advance(TimeSpan.FromDays(89));
            published = await KeysAsync(second);
        }

        await using var third = await KakaoHost.StartAsync(store: store);
        (await KeysAsync(third)).ShouldBe(published, "its clock is before the second key was made");
        third.Time.Advance(TimeSpan.FromDays(90));
        await third.SetAsync(app => app with { OpenIdOn = true });
        KeyOf(await IdTokenAsync(third)).ShouldBe(published[1]);
    }

    [Fact]
    public async Task Who_names_another_key_is_not_believed()
    {
        var parts = (await IdTokenAsync(_kakao)).Split('.');
        foreach (var header in new[] { """{"alg":"RS256"}""", """{"alg":"RS256","kid":"another"}""", """{"alg":"RS256","kid":7}""", "[]", "{" })
        {
            (await LookAsync($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{parts[1]}.{parts[2]}")).Status.ShouldBe(HttpStatusCode.BadRequest, header);
        }
    }

    private static async Task<string> IdTokenAsync(KakaoHost kakao)
    {
        var given = await kakao.TokenAsync(("grant_type", "authorization_code"), ("client_id", KakaoHost.RestKey), ("redirect_uri", KakaoHost.Redirect), ("code", await kakao.CodeAsync(11, Scopes)));
        return given.ShouldBe(HttpStatusCode.OK).Json.GetProperty("id_token").GetString()!;
    }

    private static async Task<string[]> KeysAsync(KakaoHost kakao) =>
        [.. (await kakao.SendAsync(HttpMethod.Get, "/.well-known/jwks.json", null)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];

    private static string KeyOf(string token) => JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[0])).RootElement.GetProperty("kid").GetString()!;

    private async Task<Answer> ExchangeAsync(string scope, string? nonce) => await _kakao.TokenAsync(
        ("grant_type", "authorization_code"), ("client_id", KakaoHost.RestKey), ("redirect_uri", KakaoHost.Redirect), ("code", await _kakao.CodeAsync(11, scope, nonce: nonce)));

    private Task<Answer> LookAsync(string token) => _kakao.PostAsync("/oauth/tokeninfo", null, ("id_token", token));

    /// <summary>As a client does: with the published key of the name that the token has.</summary>
    private static async Task<JsonElement> VerifyAsync(KakaoHost kakao, string token)
    {
        var parts = token.Split('.');
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        header.GetProperty("alg").GetString().ShouldBe("RS256");
        var keys = (await kakao.SendAsync(HttpMethod.Get, "/.well-known/jwks.json", null)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("keys");
        var key = keys.EnumerateArray().Single(one => one.GetProperty("kid").GetString() == header.GetProperty("kid").GetString());
        using var rsa = RSA.Create(new RSAParameters { Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()), Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()) });
        rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).ShouldBeTrue();
        return JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
    }
}
