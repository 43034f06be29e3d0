using System.Net;
using System.Text;
using System.Xml.Linq;
using Microsoft.Extensions.Logging;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class ErrorFamilyTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("GET", "/kakao-alim/1/messages", "POST")]
    [InlineData("DELETE", "/kakao-alim/1/messages/", "POST")]
    [InlineData("POST", "/kakao-alim/1/reports", "GET")]
    [InlineData("PUT", "/kakao-alim/1/logs", "GET")]
    public async Task Another_method_is_405_in_the_newer_words(string method, string path, string allowed)
    {
        var answer = await _host.SendAsync(new HttpMethod(method), path);

        answer.ShouldBe(HttpStatusCode.MethodNotAllowed);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Headers["Allow"].ShouldBe(allowed);
    }

    [Theory]
    [InlineData("/kakao-alim/1/templates/x")]
    [InlineData("/kakao-alim/2/messages")]
    [InlineData("/kakao-alim")]
    public async Task Another_path_is_404_in_the_newer_words(string path)
    {
        var answer = await _host.GetAsync(path);

        answer.ShouldBe(HttpStatusCode.NotFound);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Json.GetProperty("errorCode").GetString().ShouldBe("E404");
    }

    [Theory]
    [InlineData("GET", "/auth/1/session", HttpStatusCode.MethodNotAllowed, "acc.ApiException")]
    [InlineData("GET", "/auth/1/oauth2/token", HttpStatusCode.MethodNotAllowed, "xb10751.OAuthApiException")]
    [InlineData("GET", "/auth/1/nothing", HttpStatusCode.NotFound, "acc.ApiException")]
    [InlineData("POST", "/auth/1/session", HttpStatusCode.UnsupportedMediaType, "acc.ApiException")]
    [InlineData("POST", "/auth/1/oauth2/token", HttpStatusCode.UnsupportedMediaType, "xb10751.OAuthApiException")]
    public async Task The_sign_in_speaks_the_older_words(string method, string path, HttpStatusCode status, string schema)
    {
        var answer = await _host.SendAsync(new HttpMethod(method), path, method == "POST" ? "x" : null, ("Content-Type", "text/plain"));

        answer.ShouldBe(status);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, schema);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/xml, */*;q=0.1")]
    public async Task Who_asks_for_xml_gets_the_newer_error_as_xml(string accept)
    {
        var answer = await _host.GetAsync("/kakao-alim/1/logs?limit=x", ("Accept", accept));

        answer.ShouldBe(HttpStatusCode.BadRequest).ContentType.ShouldBe("application/xml");
        var error = XDocument.Parse(answer.Body).Root!;
        error.Name.LocalName.ShouldBe("ApiError");
        error.Elements().Select(e => e.Name.LocalName).ShouldBe(["errorCode", "description", "action", "violations", "resources"]);
        error.Element("violations")!.Element("violation")!.Element("property")!.Value.ShouldBe("limit");
    }

    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/json, text/plain, */*")]
    [InlineData("application/xml, application/json")]
    [InlineData("nonsense;;")]
    public async Task Everyone_else_gets_json(string accept)
    {
        var answer = await _host.GetAsync("/kakao-alim/1/logs?limit=x", ("Accept", accept));

        answer.ShouldBe(HttpStatusCode.BadRequest).ContentType.ShouldBe("application/json");
    }

    [Fact]
    public async Task What_goes_wrong_inside_is_logged_under_an_id_and_told_to_nobody()
    {
        _host.Gateway.Failure = new InvalidOperationException("the secret of the house");

        var answer = await _host.PostAsync(Bodies.One());

        answer.ShouldBe(HttpStatusCode.InternalServerError);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Body.ShouldNotContain("secret of the house");
        var line = _host.Log.Lines.Single(line => line.Level == LogLevel.Error);
        line.Exception.ShouldBe(_host.Gateway.Failure);
        line.Text.ShouldContain(answer.Headers["X-Naru-Error-Id"]);
    }

    [Fact]
    public async Task A_list_that_fails_is_a_500_too()
    {
        _host.Gateway.Rows.Failure = new IOException("disk");

        (await _host.GetAsync("/kakao-alim/1/logs")).ShouldBe(HttpStatusCode.InternalServerError).Body.ShouldNotContain("disk");
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_error_of_ours()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kakao-alim/1/messages");
        request.Content = new BrokenContent();
        await Should.ThrowAsync<HttpRequestException>(() => _host.SendAsync(request));

        (await _host.PostAsync(Bodies.One())).ShouldBe(HttpStatusCode.OK);
        _host.Log.Lines.ShouldNotContain(line => line.Level == LogLevel.Error);
        _host.Gateway.Submissions.Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_number_body_or_secret_is_logged()
    {
        await _host.PostAsync(Bodies.One());
        await _host.PostAsync(Bodies.One(to: "x".PadRight(70, 'y')));
        await _host.GetAsync("/kakao-alim/1/logs?destination=821012340001&limit=x");

        var text = string.Join('\n', _host.Log.Lines.Where(line => line.Id.Id >= 4100).Select(line => line.Text));
        text.ShouldNotContain("821012340001");
        text.ShouldNotContain(InfobipHost.Key);
        text.ShouldNotContain(Bodies.Text);
    }

    private sealed class BrokenContent : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("""{"messages":["""));
            await stream.FlushAsync();
            throw new IOException("The client has gone.");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 1000;
            return true;
        }
    }
}
