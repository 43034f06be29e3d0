using System.Net;
using System.Text;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class AuthTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> BadAuthorisations() =>
    [
        "App wrong",
        "App",
        "demo-api-key",
        "Key demo-api-key",
        "Basic !!!",
        "Basic " + Base64("demo"),
        "Basic " + Base64("demo:wrong"),
        "Basic " + Base64("demo-client:demo-client-secret"),
        "Basic " + new string('A', 4000),
        "Bearer demo-api-key",
        "IBSSO demo-api-key",
        "Bearer ",
    ];

    [Theory]
    [InlineData("App demo-api-key")]
    [InlineData("app demo-api-key")]
    [InlineData("APP  demo-api-key")]
    [InlineData("Basic ZGVtbzpkZW1vLXBhc3N3b3Jk")]
    [InlineData("bAsIc ZGVtbzpkZW1vLXBhc3N3b3Jk")]
    public async Task A_known_key_or_password_opens_every_operation(string authorization)
    {
        foreach (var (method, path, body) in Operations)
        {
            (await _host.SendAsync(method, path, body, ("Authorization", authorization))).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [MemberData(nameof(BadAuthorisations))]
    public async Task An_unknown_caller_is_401_on_every_operation(string authorization)
    {
        foreach (var (method, path, body) in Operations)
        {
            var answer = await _host.SendAsync(method, path, body, ("Authorization", authorization));

            answer.ShouldBe(HttpStatusCode.Unauthorized);
            OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
            answer.Json.GetProperty("errorCode").GetString().ShouldBe("E401");
        }

        _host.Gateway.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_authorisation_there_is_401()
    {
        using var response = await _host.Client.GetAsync("/kakao-alim/1/logs");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_opens_the_door_for_an_hour_after_its_last_use_and_no_longer()
    {
        var session = "IBSSO " + await SessionAsync();

        _host.Time.Advance(TimeSpan.FromMinutes(45));
        (await _host.PostAsync(Bodies.One(), ("Authorization", session))).ShouldBe(HttpStatusCode.OK);
        _host.Time.Advance(TimeSpan.FromMinutes(45));
        (await _host.PostAsync(Bodies.One(), ("Authorization", session.Replace("IBSSO", "ibsso", StringComparison.Ordinal)))).ShouldBe(HttpStatusCode.OK);
        _host.Time.Advance(TimeSpan.FromMinutes(61));
        (await _host.PostAsync(Bodies.One(), ("Authorization", session))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_that_was_destroyed_opens_nothing()
    {
        var session = "IBSSO " + await SessionAsync();

        var destroyed = await _host.SendAsync(HttpMethod.Delete, "/auth/1/session", null, ("Authorization", session));

        destroyed.ShouldBe(HttpStatusCode.OK).Body.ShouldBeEmpty();
        (await _host.PostAsync(Bodies.One(), ("Authorization", session))).ShouldBe(HttpStatusCode.Unauthorized);
        (await _host.SendAsync(HttpMethod.Delete, "/auth/1/session", null, ("Authorization", session))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("App demo-api-key")]
    [InlineData("Basic ZGVtbzpkZW1vLXBhc3N3b3Jk")]
    public async Task Only_a_session_can_end_a_session(string authorization)
    {
        var answer = await _host.SendAsync(HttpMethod.Delete, "/auth/1/session", null, ("Authorization", authorization));

        answer.ShouldBe(HttpStatusCode.Unauthorized);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "acc.ApiException");
    }

    [Theory]
    [InlineData("""{"username":"demo"}""", HttpStatusCode.BadRequest, "BAD_REQUEST", "password")]
    [InlineData("""{"username":5,"password":null}""", HttpStatusCode.BadRequest, "BAD_REQUEST", "username", "password")]
    [InlineData("""{"username":"demo","password":"demo-password","unsafe":"no"}""", HttpStatusCode.BadRequest, "BAD_REQUEST", "unsafe")]
    [InlineData("{", HttpStatusCode.BadRequest, "BAD_REQUEST", "$")]
    [InlineData("""{"username":"demo","password":"\udfff"}""", HttpStatusCode.BadRequest, "BAD_REQUEST", "password")]
    [InlineData("""{"username":"demo","password":"wrong"}""", HttpStatusCode.Unauthorized, "UNAUTHORIZED")]
    [InlineData("""{"username":"nobody","password":"demo-password"}""", HttpStatusCode.Unauthorized, "UNAUTHORIZED")]
    [InlineData("""{"username":"demo-client","password":"demo-client-secret"}""", HttpStatusCode.Unauthorized, "UNAUTHORIZED")]
    public async Task A_sign_in_that_fails_says_why_in_the_older_words(string body, HttpStatusCode status, string messageId, params string[] fields)
    {
        var answer = await _host.SendAsync(HttpMethod.Post, "/auth/1/session", body);

        answer.ShouldBe(status);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "acc.ApiException");
        var exception = answer.Json.GetProperty("requestError").GetProperty("serviceException");
        exception.GetProperty("messageId").GetString().ShouldBe(messageId);
        if (fields.Length > 0)
        {
            exception.GetProperty("validationErrors").EnumerateObject().Select(field => field.Name).ShouldBe(fields);
        }
    }

    [Fact]
    public async Task Client_credentials_become_a_bearer_token_for_an_hour()
    {
        var answer = await TokenAsync("client_id=demo-client&client_secret=demo-client-secret&grant_type=client_credentials");

        OpenApiFile.Infobip.ShouldAccept(answer.ShouldBe(HttpStatusCode.OK).Json, "xb10751.TokenResponse");
        answer.Json.GetProperty("expires_in").GetInt32().ShouldBe(3600);
        var token = "Bearer " + answer.Json.GetProperty("access_token").GetString();
        (await _host.PostAsync(Bodies.One(), ("Authorization", token))).ShouldBe(HttpStatusCode.OK);
        (await _host.PostAsync(Bodies.One(), ("Authorization", token.Replace("Bearer", "IBSSO", StringComparison.Ordinal)))).ShouldBe(HttpStatusCode.Unauthorized);
        _host.Time.Advance(TimeSpan.FromSeconds(3600));
        (await _host.PostAsync(Bodies.One(), ("Authorization", token))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("client_id=demo-client&grant_type=client_credentials", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("client_id=a&client_id=b&client_secret=s&grant_type=client_credentials", HttpStatusCode.BadRequest, "invalid_request")]
    [InlineData("client_id=demo-client&client_secret=demo-client-secret&grant_type=authorization_code&code=x", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [InlineData("client_id=demo-client&client_secret=wrong&grant_type=client_credentials", HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("client_id=demo&client_secret=demo-password&grant_type=client_credentials", HttpStatusCode.Unauthorized, "invalid_client")]
    public async Task A_token_that_is_refused_says_why_in_both_words(string form, HttpStatusCode status, string error)
    {
        var answer = await TokenAsync(form);

        answer.ShouldBe(status);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "xb10751.OAuthApiException");
        answer.Json.GetProperty("error").GetString().ShouldBe(error);
    }

    [Theory]
    [InlineData("message:send", true, false)]
    [InlineData("kakao:message:send", true, false)]
    [InlineData("kakao:logs:read", false, true)]
    [InlineData("kakao:manage", true, true)]
    [InlineData("numbers:manage", false, false)]
    public async Task A_scope_opens_what_the_vendor_lists_and_nothing_else(string scope, bool messages, bool logs)
    {
        await _host.AddWorkspaceAsync("scoped", "scoped-key", scope);

        foreach (var (method, path, body) in Operations)
        {
            var answer = await _host.SendAsync(method, path, body, ("Authorization", "App scoped-key"));

            var open = path.EndsWith("/logs", StringComparison.Ordinal) ? logs : messages;
            answer.ShouldBe(open ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
            if (!open)
            {
                OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
                answer.Json.GetProperty("errorCode").GetString().ShouldBe("E403");
            }
        }
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing()
    {
        var credential = _host.Directory.CredentialsOf(_host.Demo.Id).First(c => c.Kind == CredentialKind.ApiKey);

        await _host.Directory.RevokeCredentialAsync(_host.Demo.Id, credential.Id, CancellationToken.None);

        (await _host.PostAsync(Bodies.One())).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("192.168.0.7")]
    [InlineData("2001:db8::1")]
    [InlineData("::ffff:10.0.0.1")]
    public async Task Demo_credentials_are_refused_off_loopback_and_the_switch_is_named(string address)
    {
        var session = await SessionAsync();
        _host.Pretend(address);

        foreach (var authorization in new[] { "App demo-api-key", "Basic ZGVtbzpkZW1vLXBhc3N3b3Jk", "IBSSO " + session })
        {
            var answer = await _host.PostAsync(Bodies.One(), ("Authorization", authorization));

            answer.ShouldBe(HttpStatusCode.Unauthorized).Body.ShouldContain("demo --allow-remote");
        }

        (await _host.SendAsync(HttpMethod.Post, "/auth/1/session", """{"username":"demo","password":"demo-password"}"""))
            .ShouldBe(HttpStatusCode.Unauthorized).Body.ShouldContain("demo --allow-remote");
        (await TokenAsync("client_id=demo-client&client_secret=demo-client-secret&grant_type=client_credentials"))
            .ShouldBe(HttpStatusCode.Unauthorized).Body.ShouldContain("demo --allow-remote");
    }

    [Fact]
    public async Task Demo_credentials_are_accepted_from_loopback_in_every_notation_and_others_from_anywhere()
    {
        await _host.AddWorkspaceAsync("real", "real-key");

        _host.Pretend("::ffff:127.0.0.1");
        (await _host.PostAsync(Bodies.One())).ShouldBe(HttpStatusCode.OK);
        _host.Pretend("203.0.113.9");
        (await _host.PostAsync(Bodies.One(), ("Authorization", "App real-key"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Demo_credentials_are_accepted_from_anywhere_when_that_is_said()
    {
        await using var host = await InfobipHost.StartAsync(("AllowRemote", "true"));
        host.Pretend("203.0.113.9");

        (await host.PostAsync(Bodies.One())).ShouldBe(HttpStatusCode.OK);
    }

    private static IEnumerable<(HttpMethod Method, string Path, string? Body)> Operations =>
    [
        (HttpMethod.Post, "/kakao-alim/1/messages", Bodies.One()),
        (HttpMethod.Get, "/kakao-alim/1/reports", null),
        (HttpMethod.Get, "/kakao-alim/1/logs", null),
    ];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private async Task<string> SessionAsync()
    {
        var answer = await _host.SendAsync(HttpMethod.Post, "/auth/1/session", """{"username":"demo","password":"demo-password","unsafe":false}""");
        OpenApiFile.Infobip.ShouldAccept(answer.ShouldBe(HttpStatusCode.OK).Json, "xbb8af9.Session");
        return answer.Json.GetProperty("token").GetString()!;
    }

    private Task<Answer> TokenAsync(string form) =>
        _host.SendAsync(HttpMethod.Post, "/auth/1/oauth2/token", form, ("Content-Type", "application/x-www-form-urlencoded"));
}
