using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Sinch;

public sealed class AuthTests : IAsyncLifetime
{
    private SinchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SinchHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> BadAuthorisations() =>
    [
        "Basic",
        "Basic !!!",
        SinchHost.Basic("key-id", "wrong"),
        SinchHost.Basic("nobody", "key-secret"),
        "App key-secret",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Bearer eyJhbGciOiJIUzI1NiIsImtpZCI6IjEifQ.e30.AAAA",
        "Bearer bnVsbA.bnVsbA.bnVsbA",
    ];

    [Fact]
    public async Task A_token_is_as_sinch_gives_it_and_opens_the_door()
    {
        var answer = await _host.FetchTokenAsync(SinchHost.Basic(SinchHost.KeyId, SinchHost.KeySecret));

        answer.ShouldBe(HttpStatusCode.OK);
        answer.Headers["Content-Type"].ShouldBe("application/json");
        answer.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["access_token", "expires_in", "scope", "token_type"]);
        answer.Json.GetProperty("expires_in").GetInt32().ShouldBe(3599);
        answer.Json.GetProperty("scope").GetString().ShouldBe("");
        answer.Json.GetProperty("token_type").GetString().ShouldBe("bearer");
        var token = answer.Json.GetProperty("access_token").GetString()!;
        Claims(token).GetProperty("exp").GetInt64().ShouldBe(SinchHost.Start.AddSeconds(3599).ToUnixTimeSeconds());
        (await _host.GetAsync("/apps", ("Authorization", "Bearer " + token))).ShouldBe(HttpStatusCode.OK);
        (await _host.GetAsync("/apps", ("Authorization", "bearer " + token))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [MemberData(nameof(BadAuthorisations))]
    public async Task An_unknown_caller_is_401_with_a_challenge_that_does_not_say_expired(string authorization)
    {
        var answer = await _host.GetAsync("/apps", ("Authorization", authorization));

        Fault(answer, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        answer.Headers["WWW-Authenticate"].ShouldNotBeNullOrEmpty();
        answer.Headers["WWW-Authenticate"].ShouldNotContain("expired");
    }

    [Fact]
    public async Task Without_authorisation_there_is_401_with_a_challenge()
    {
        using var response = await _host.Client.GetAsync($"/v1/projects/{_host.Project.PublicId}/apps");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_expired_token_is_told_so_and_only_then()
    {
        var bearer = ("Authorization", "Bearer " + await _host.TokenAsync());
        _host.Time.Advance(TimeSpan.FromSeconds(3598));
        (await _host.GetAsync("/apps", bearer)).ShouldBe(HttpStatusCode.OK);

        _host.Time.Advance(TimeSpan.FromSeconds(1));

        for (var times = 0; times < 2; times++)
        {
            var answer = await _host.GetAsync("/apps", bearer);
            Fault(answer, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
            answer.Headers["WWW-Authenticate"].ShouldBe("""Bearer error="invalid_token", error_description="token is expired" """.TrimEnd());
        }
    }

    [Fact]
    public async Task A_token_whose_expiry_was_changed_is_no_token()
    {
        var parts = (await _host.TokenAsync()).Split('.');
        var later = Encoding.UTF8.GetBytes(Decode(parts[1]).Replace(
            SinchHost.Start.AddSeconds(3599).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            SinchHost.Start.AddYears(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            StringComparison.Ordinal));
        var forged = $"{parts[0]}.{System.Buffers.Text.Base64Url.EncodeToString(later)}.{parts[2]}";

        (await _host.GetAsync("/apps", ("Authorization", "Bearer " + forged))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rotating_or_revoking_the_key_ends_its_tokens_at_once(bool rotate)
    {
        var bearer = ("Authorization", "Bearer " + await _host.TokenAsync());
        (await _host.GetAsync("/apps", bearer)).ShouldBe(HttpStatusCode.OK);
        var credential = _host.Directory.CredentialsOf(_host.Project.Id).Single();

        if (rotate)
            await _host.Directory.RotateCredentialAsync(_host.Project.Id, credential.Id, CancellationToken.None);
        else
            await _host.Directory.RevokeCredentialAsync(_host.Project.Id, credential.Id, CancellationToken.None);

        var answer = await _host.GetAsync("/apps", bearer);
        answer.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers["WWW-Authenticate"].ShouldNotContain("expired");
    }

    [Fact]
    public async Task A_token_counts_as_use_of_its_key()
    {
        var bearer = ("Authorization", "Bearer " + await _host.TokenAsync());
        _host.Time.Advance(TimeSpan.FromMinutes(10));

        await _host.GetAsync("/apps", bearer);

        _host.Directory.CredentialsOf(_host.Project.Id).Single().LastUsedAt.ShouldBe(SinchHost.Start.AddMinutes(10));
    }

    [Theory]
    [InlineData("PROJ")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task A_project_that_is_not_the_callers_is_404(string project)
    {
        Fault(await _host.GetAsync($"//v1/projects/{project}/apps"), HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task Another_workspaces_project_is_answered_like_one_that_does_not_exist()
    {
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");

        var theirs = await _host.GetAsync($"//v1/projects/{other.PublicId}/apps");
        var nobodys = await _host.GetAsync($"//v1/projects/{Guid.Empty}/apps");

        theirs.Body.ShouldBe(nobodys.Body);
        theirs.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_demos_keys_are_good_on_this_machine_only_and_the_answer_says_how_to_change_that()
    {
        var bearer = ("Authorization", "Bearer " + await _host.TokenAsync());
        _host.Pretend("192.0.2.7");

        Fault(await _host.GetAsync("/apps"), HttpStatusCode.Unauthorized, "UNAUTHENTICATED").ShouldContain("--allow-remote");
        Fault(await _host.GetAsync("/apps", bearer), HttpStatusCode.Unauthorized, "UNAUTHENTICATED").ShouldContain("--allow-remote");
        var token = await _host.FetchTokenAsync(SinchHost.Basic(SinchHost.KeyId, SinchHost.KeySecret));
        token.ShouldBe(HttpStatusCode.Unauthorized);
        token.Json.GetProperty("error_hint").GetString()!.ShouldContain("--allow-remote");
    }

    [Fact]
    public async Task Started_for_others_too_the_demos_keys_are_good_from_anywhere()
    {
        await using var host = await SinchHost.StartAsync(("AllowRemote", "true"));
        host.Pretend("192.0.2.7");

        (await host.GetAsync("/apps")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", "invalid_request")]
    [InlineData("grant_type=", "invalid_request")]
    [InlineData("grant_type=password", "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "invalid_request")]
    public async Task A_token_request_that_is_malformed_is_400_in_oauths_words(string form, string error)
    {
        var answer = await _host.FetchTokenAsync(SinchHost.Basic(SinchHost.KeyId, SinchHost.KeySecret), form);

        OAuthFault(answer, HttpStatusCode.BadRequest, error);
    }

    [Fact]
    public async Task A_token_request_in_JSON_is_400()
    {
        OAuthFault(
            await _host.FetchTokenAsync(SinchHost.Basic(SinchHost.KeyId, SinchHost.KeySecret), """{"grant_type":"client_credentials"}""", "application/json"),
            HttpStatusCode.BadRequest,
            "invalid_request");
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        var answer = await _host.FetchTokenAsync(SinchHost.Basic(SinchHost.KeyId, "wrong"));

        OAuthFault(answer, HttpStatusCode.Unauthorized, "invalid_client");
        answer.Headers["WWW-Authenticate"].ShouldNotContain("expired");
    }

    [Fact]
    public async Task A_token_gets_no_token()
    {
        OAuthFault(await _host.FetchTokenAsync("Bearer " + await _host.TokenAsync()), HttpStatusCode.Unauthorized, "invalid_client");
    }

    [Fact]
    public async Task Thirty_tokens_come_at_once_and_then_there_is_429_without_a_time_to_wait()
    {
        Answer answer;
        var fetched = 0;
        while ((answer = await _host.FetchTokenAsync(SinchHost.Basic(SinchHost.KeyId, SinchHost.KeySecret))).Status == HttpStatusCode.OK)
        {
            (++fetched).ShouldBeLessThan(10_000);
        }

        fetched.ShouldBeGreaterThanOrEqualTo(30);
        OAuthFault(answer, HttpStatusCode.TooManyRequests, "slow_down");
        answer.Headers.Keys.ShouldNotContain("Retry-After");
        (await _host.GetAsync("/apps")).ShouldBe(HttpStatusCode.OK);
        await _host.AddWorkspaceAsync("other", "other-key", "other-secret");
        (await _host.FetchTokenAsync(SinchHost.Basic("other-key", "other-secret"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_secrets_soon_cost_the_gateway_nothing_more_while_known_ones_go_on()
    {
        (await _host.GetAsync("/apps")).ShouldBe(HttpStatusCode.OK);

        Answer answer;
        var tried = 0;
        while ((answer = await _host.GetAsync("/apps", ("Authorization", SinchHost.Basic(SinchHost.KeyId, $"wrong-{tried}")))).Status == HttpStatusCode.Unauthorized)
        {
            (++tried).ShouldBeLessThan(1_000);
        }

        Fault(answer, HttpStatusCode.TooManyRequests, "RESOURCE_EXHAUSTED");
        (await _host.GetAsync("/apps")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Secrets_that_the_gateway_made_itself_are_checked_as_often_as_anybody_likes()
    {
        var made = await _host.Directory.CreateWorkspaceAsync(
            "made",
            WorkspaceKind.Disposable,
            null,
            (workspace, change, next) => change.Credentials.Add(new Credential(
                next(), workspace.Id, CredentialKind.SinchKey, "made-key", Naru.Engine.Registry.Secrets.HashMachineMade("made-secret"), [], SinchHost.Start, null, null)),
            CancellationToken.None);

        for (var times = 0; times < 30; times++)
        {
            (await _host.GetAsync($"//v1/projects/{made.PublicId}/apps", ("Authorization", SinchHost.Basic("made-key", "wrong")))).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task No_secret_or_token_is_logged()
    {
        var token = await _host.TokenAsync();
        await _host.GetAsync("/apps", ("Authorization", "Bearer " + token));

        var text = string.Join('\n', _host.Log.Lines.Where(line => line.Id.Id >= 4100).Select(line => line.Text));
        text.ShouldNotContain(token);
        text.ShouldNotContain(SinchHost.KeySecret);
    }

    private static string Fault(Answer answer, HttpStatusCode status, string word)
    {
        answer.ShouldBe(status);
        SinchContract.ShouldBeFault(answer, word);
        return answer.Json.GetProperty("error").GetProperty("message").GetString()!;
    }

    private static void OAuthFault(Answer answer, HttpStatusCode status, string error)
    {
        answer.ShouldBe(status);
        answer.Headers["Content-Type"].ShouldBe("application/json");
        answer.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["error", "error_description", "error_hint", "error_verbose"]);
        answer.Json.GetProperty("error").GetString().ShouldBe(error);
    }

    private static JsonElement Claims(string token) => JsonDocument.Parse(Decode(token.Split('.')[1])).RootElement;

    private static string Decode(string part) => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part));
}
