using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Ports;

namespace Naru.Dialects.Tests.Sinch;

/// <summary>What is the same for every resource: unknown paths, wrong methods, what is not served, limits, bodies that cannot be read.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private SinchHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await SinchHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("POST", "/events:send", "events")]
    [InlineData("GET", "/events", "events")]
    [InlineData("DELETE", "/events/01E", "events")]
    [InlineData("POST", "/messages:transcode", "messages:transcode")]
    [InlineData("POST", "/capability:query", "capability")]
    [InlineData("GET", "/apps/01A/consents/OPT_OUT_ALL", "consents")]
    [InlineData("GET", "/apps/01A/consents/identities/821012345678", "consents")]
    [InlineData("POST", "/conversations/01C:inject-message", "conversations:inject-message")]
    [InlineData("POST", "/conversations/01C:inject-event", "conversations:inject-event")]
    [InlineData("GET", "/templates", "templates")]
    [InlineData("PATCH", "/templates/t1", "templates")]
    public async Task What_sinch_has_and_naru_has_not_yet_is_501_and_named(string method, string path, string resource)
    {
        var answer = await _host.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}");

        answer.ShouldBe(HttpStatusCode.NotImplemented);
        SinchContract.ShouldBeFault(answer, "UNIMPLEMENTED");
        answer.Json.GetProperty("error").GetProperty("message").GetString()!.ShouldContain($"'{resource}'");
    }

    [Theory]
    [InlineData("/templates")]
    [InlineData("/templates/t1")]
    [InlineData("/templates/t1/translations")]
    public async Task Templates_of_the_second_version_are_501_too(string path)
    {
        (await _host.GetAsync($"//v2/projects/{_host.Project.PublicId}{path}")).ShouldBe(HttpStatusCode.NotImplemented);
    }

    [Fact]
    public async Task What_is_not_served_is_told_to_known_callers_only()
    {
        (await _host.GetAsync("/events", ("Authorization", "Bearer x"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/pigeons")]
    [InlineData("/apps/01A/pigeons")]
    [InlineData("//v1/pigeons")]
    [InlineData("//v2/pigeons")]
    [InlineData("//v1")]
    public async Task An_unknown_path_is_404_in_the_doors_body(string path)
    {
        var answer = await _host.GetAsync(path);

        answer.ShouldBe(HttpStatusCode.NotFound);
        SinchContract.ShouldBeFault(answer, "NOT_FOUND");
    }

    [Theory]
    [InlineData("PUT", "/apps", "GET, POST")]
    [InlineData("PUT", "/apps/01A", "GET, PATCH, DELETE")]
    [InlineData("GET", "/webhooks", "POST")]
    [InlineData("POST", "/webhooks/01W", "GET, PATCH, DELETE")]
    [InlineData("PUT", "/settings", "GET, POST, PATCH, DELETE")]
    [InlineData("GET", "//oauth2/token", "POST")]
    public async Task A_method_that_a_path_does_not_have_is_405_with_those_that_it_has(string method, string path, string allowed)
    {
        var answer = await _host.SendAsync(new HttpMethod(method), path);

        answer.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Headers["Allow"].ShouldBe(allowed);
        SinchContract.ShouldBeFault(answer, "METHOD_NOT_ALLOWED");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_kind_is_415(string contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/projects/{_host.Project.PublicId}/apps") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}")) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

        (await _host.SendAsync(request)).ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        var answer = await _host.PostAsync("/apps", SinchHost.AppBody($",\"x\":\"{new string('x', 64 * 1024)}\""));

        answer.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        SinchContract.ShouldBeFault(answer, "PAYLOAD_TOO_LARGE");
    }

    [Theory]
    [InlineData("""{"display_name":"\ud800"}""", "display_name")]
    [InlineData("""{"display_name":"a\u0000","channel_credentials":[]}""", "display_name")]
    [InlineData("""{"display_name":"a","channel_credentials":[]}x""", "$")]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""", "a[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]")]
    [InlineData("""{"a":/* not closed """, "a")]
    public async Task What_is_no_text_of_JSON_is_400_with_the_place(string body, string field)
    {
        (await _host.PostAsync("/apps", body)).ShouldComplainAbout(field);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_400()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/projects/{_host.Project.PublicId}/apps")
        {
            Content = new ByteArrayContent([.. "{\"display_name\":\""u8, 0xFF, .. "\"}"u8]),
        };

        (await _host.SendAsync(request)).ShouldComplainAbout("display_name");
    }

    [Fact]
    public async Task Nothing_limits_requests_unless_it_is_set()
    {
        for (var i = 0; i < 50; i++)
        {
            (await _host.GetAsync("/settings")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_project_that_asks_more_often_than_is_set_gets_429_and_others_do_not()
    {
        await using var host = await SinchHost.StartAsync(("Naru:Sinch:RequestsPerSecond", "3"));
        var other = await host.AddWorkspaceAsync("other", "other-key", "other-secret");
        var answers = new List<Answer>();
        for (var i = 0; i < 30; i++)
        {
            answers.Add(await host.GetAsync("/settings"));
        }

        var refused = answers.First(answer => answer.Status != HttpStatusCode.OK);
        refused.ShouldBe(HttpStatusCode.TooManyRequests);
        SinchContract.ShouldBeFault(refused, "RESOURCE_EXHAUSTED");
        (await host.GetAsync($"//v1/projects/{other.PublicId}/settings", ("Authorization", SinchHost.Basic("other-key", "other-secret")))).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("Naru:Sinch:RequestsPerSecond", "many")]
    [InlineData("Naru:Sinch:RequestsPerSecond", "-1")]
    [InlineData("Naru:Sinch:TokenLifetime", "0")]
    [InlineData("Naru:Sinch:TokenLifetime", "soon")]
    public async Task A_setting_that_cannot_be_names_itself(string name, string value)
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => SinchHost.StartAsync((name, value)))).Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("/v1/projects/p/messages:send", 429, "RESOURCE_EXHAUSTED")]
    [InlineData("/v1/projects/p/apps", 500, "INTERNAL_ERROR")]
    [InlineData("/v2/projects/p/templates", 503, "UNAVAILABLE")]
    [InlineData("/oauth2/token", 503, "temporarily_unavailable")]
    [InlineData("/oauth2/token", 429, "slow_down")]
    public async Task Errors_that_a_test_ordered_come_in_the_doors_words(string path, int status, string word)
    {
        var writer = _host.Services.GetRequiredService<IFrontDoorErrorWriter>();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Request = { Path = path }, Response = { Body = body } };

        writer.Serves(path).ShouldBeTrue();
        await writer.WriteAsync(context, status);

        context.Response.StatusCode.ShouldBe(status);
        context.Response.ContentType.ShouldBe("application/json");
        Encoding.UTF8.GetString(body.ToArray()).ShouldContain($"\"{word}\"");
    }

    [Theory]
    [InlineData("/kakao-alim/1/messages")]
    [InlineData("/auth/1/oauth2/token")]
    [InlineData("/v10/x")]
    public void Other_doors_paths_are_theirs(string path) => _host.Services.GetRequiredService<IFrontDoorErrorWriter>().Serves(path).ShouldBeFalse();
}
