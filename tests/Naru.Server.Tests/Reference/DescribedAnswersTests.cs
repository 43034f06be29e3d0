using System.Net;
using System.Text;
using System.Text.Json;
using Naru.Dialects.Tests.Contracts;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Reference;

/// <summary>What the document says against what is really answered.</summary>
public sealed class DescribedAnswersTests(SharedGateway gateway)
{
    [Fact]
    public async Task Answers_are_as_the_document_describes_them()
    {
        var document = await JsonOfAsync("/openapi/naru.json");
        var schemas = new OpenApiFile(document);
        await using var workspace = await gateway.NewWorkspaceAsync();
        await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, Destination.Number(1)));
        await workspace.Handset.UntilAsync(1);

        foreach (var path in new[] { "/livez", "/readyz", "/simulator/clock", "/test/workspaces" })
            schemas.ShouldAccept(await JsonOfAsync(path), SchemaOf(document, path, "get", "200"));
        var phones = await JsonOfAsync("/handset/messages", workspace.ApiKey);
        phones.GetProperty("messages").GetArrayLength().ShouldBe(1);
        schemas.ShouldAccept(phones, SchemaOf(document, "/handset/messages", "get", "200"));
    }

    [Fact]
    public async Task A_new_workspace_and_its_order_are_as_the_document_describes_them()
    {
        const string order =
            """{"name":"Reference","reportUrl":"http://127.0.0.1:9/reports","templates":[{"code":"t-1","text":"#{a}","title":"T","buttons":[{"type":"WL","name":"Open","linkMobile":"https://example.com"}]}]}""";
        var document = await JsonOfAsync("/openapi/naru.json");
        var schemas = new OpenApiFile(document);
        schemas.ShouldAccept(JsonDocument.Parse(order).RootElement, "WorkspaceOrder");

        using var http = NewClient();
        var response = await http.PostAsync("/test/workspaces", new StringContent(order, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        schemas.ShouldAccept(answer, SchemaOf(document, "/test/workspaces", "post", "201"));
        (await http.DeleteAsync($"/test/workspaces/{answer.GetProperty("id").GetString()}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    /// <summary>Refused by the schema and by the gateway alike.</summary>
    [Theory]
    [InlineData("/simulator/clock", "POST", "ClockBody", "{}")]
    [InlineData("/simulator/clock", "POST", "ClockBody", """{"advance":null}""")]
    [InlineData("/simulator/latency", "PUT", "LatencyBody", "{}")]
    [InlineData("/test/faults", "PUT", "CallFaultBody", """{"calls":3}""")]
    [InlineData("/test/faults", "PUT", "CallFaultBody", """{"answer":429,"calls":0}""")]
    [InlineData("/test/faults", "PUT", "CallFaultBody", """{"answer":429,"calls":"3"}""")]
    [InlineData("/test/workspaces", "POST", "WorkspaceOrder", """{"templates":[{"code":"no-text"}]}""")]
    public async Task What_the_schema_of_a_body_forbids_is_refused(string path, string method, string schema, string body)
    {
        var schemas = new OpenApiFile(await JsonOfAsync("/openapi/naru.json"));
        schemas.Check(JsonDocument.Parse(body).RootElement, schema).ShouldNotBeEmpty();

        using var http = NewClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var response = await http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static string SchemaOf(JsonElement document, string path, string method, string status)
    {
        var reference = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty(status)
            .GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString()!;
        return reference[(reference.LastIndexOf('/') + 1)..];
    }

    private async Task<JsonElement> JsonOfAsync(string path, string? apiKey = null)
    {
        using var http = NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (apiKey is not null)
            request.Headers.Authorization = new("App", apiKey);
        var response = await http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private HttpClient NewClient() => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway.Url };
}
