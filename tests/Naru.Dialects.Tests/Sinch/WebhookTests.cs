using System.Net;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Registry;

namespace Naru.Dialects.Tests.Sinch;

public sealed class WebhookTests : IAsyncLifetime
{
    private SinchHost _host = null!;
    private string _app = "";

    public async ValueTask InitializeAsync()
    {
        _host = await SinchHost.StartAsync();
        _app = await _host.AddAppAsync();
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string, string> BadWebhooks() => new()
    {
        { "{}", "app_id target triggers" },
        { """{"app_id":"APP","target":"https://a.example/","triggers":[]}""", "triggers" },
        { """{"app_id":"APP","target":"https://a.example/","triggers":"MESSAGE_DELIVERY"}""", "triggers" },
        { """{"app_id":"APP","target":"https://a.example/","triggers":["MESSAGE_DELIVERY","PIGEON",null,5]}""", "triggers[1] triggers[2] triggers[3]" },
        { """{"app_id":"APP","target":"https://a.example/","triggers":["UNSPECIFIED_TRIGGER"]}""", "triggers[0]" },
        { """{"app_id":"APP","target":"https://a.example/","triggers":["MESSAGE_DELIVERY"],"target_type":"GRPC"}""", "target_type" },
        { """{"app_id":"APP","target":"ftp://a.example/","triggers":["MESSAGE_DELIVERY"]}""", "target" },
        { """{"app_id":"APP","target":"a.example","triggers":["MESSAGE_DELIVERY"]}""", "target" },
        { """{"app_id":"APP","target":"https://user:password@a.example/","triggers":["MESSAGE_DELIVERY"]}""", "target" },
        { $$$"""{"app_id":"APP","target":"https://a.example/{{{new string('x', 742)}}}","triggers":["MESSAGE_DELIVERY"]}""", "target" },
        { """{"app_id":"APP","target":"https://a.example/","triggers":["MESSAGE_DELIVERY"],"client_credentials":{}}""", "client_credentials.client_id client_credentials.client_secret client_credentials.endpoint" },
        { $$$"""{"app_id":"APP","target":"https://a.example/","triggers":["MESSAGE_DELIVERY"],"client_credentials":{"client_id":"a","client_secret":"b","endpoint":"nowhere","scope":"{{{new string('x', 1025)}}}","response_type":"{{{new string('x', 65)}}}","token_request_type":"QUERY"}}""", "client_credentials.endpoint client_credentials.scope client_credentials.response_type client_credentials.token_request_type" },
    };

    [Fact]
    public async Task A_webhook_is_made_shown_with_its_secrets_and_subscribed()
    {
        var body =
            $$$"""
            {"app_id":"{{{_app}}}","target":"https://a.example/callbacks","target_type":"HTTP","secret":"s3cr3t",
             "triggers":["MESSAGE_DELIVERY","MESSAGE_SUBMIT","SMART_CONVERSATION","SMART_CONVERSATIONS","MESSAGE_DELIVERY"],
             "client_credentials":{"client_id":"id","client_secret":"cs","endpoint":"https://a.example/token","scope":"sc","response_type":"rt","token_request_type":"FORM"}}
            """;

        var webhook = (await _host.PostAsync("/webhooks", body)).ShouldBeAnswer("Webhook").Json;

        var id = webhook.GetProperty("id").GetString()!;
        webhook.GetRawText().ShouldBe(
            $$$"""{"id":"{{{id}}}","app_id":"{{{_app}}}","target":"https://a.example/callbacks","target_type":"HTTP","secret":"s3cr3t","triggers":["MESSAGE_DELIVERY","MESSAGE_SUBMIT","SMART_CONVERSATION","SMART_CONVERSATIONS"],"client_credentials":{"client_id":"id","client_secret":"cs","endpoint":"https://a.example/token","scope":"sc","response_type":"rt","token_request_type":"FORM"}}""");
        (await _host.GetAsync($"/webhooks/{id}")).ShouldBeAnswer("Webhook").Body.ShouldBe(webhook.GetRawText());
        (await _host.GetAsync($"/apps/{_app}/webhooks")).ShouldBeAnswer("WebhookList").Body.ShouldBe($$$"""{"webhooks":[{{{webhook.GetRawText()}}}]}""");
        var subscribed = Subscribers(ReportEvent.Final).Single();
        subscribed.Url.ShouldBe("https://a.example/callbacks");
        subscribed.Subscription!.Secret.ShouldBe("s3cr3t");
        subscribed.Subscription!.Credentials.ShouldBe(new ClientCredentials("id", "cs", "https://a.example/token", "sc", "rt", InForm: true));
        Subscribers(ReportEvent.Submitted).Count.ShouldBe(1);
        Subscribers(ReportEvent.ContactCreated).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","target_type":"DISMISS" """)]
    public async Task A_webhook_that_is_not_of_type_HTTP_is_kept_and_told_nothing(string type)
    {
        var webhook = await AddAsync("https://a.example/", type);

        webhook.GetProperty("target_type").GetString().ShouldBe("DISMISS");
        Subscribers(ReportEvent.Final).ShouldBeEmpty();
        (await PatchAsync(webhook, "", """{"target_type":"HTTP"}""")).ShouldBeAnswer("Webhook");
        Subscribers(ReportEvent.Final).Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(BadWebhooks))]
    public async Task What_is_wrong_with_a_webhook_is_told_field_by_field_and_nothing_is_made(string body, string fields)
    {
        (await _host.PostAsync("/webhooks", body.Replace("APP", _app, StringComparison.Ordinal))).ShouldComplainAbout(fields.Split(' '));

        (await ListAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://192.168.0.9:8080/x")]
    public async Task A_private_target_is_refused_with_the_setting_that_would_allow_it(string target)
    {
        var answer = await _host.PostAsync("/webhooks", Body(target));

        answer.ShouldComplainAbout("target");
        answer.Body.ShouldContain("Naru:Webhooks:AllowedNetworks");
    }

    [Fact]
    public async Task So_is_a_private_token_endpoint()
    {
        var answer = await _host.PostAsync(
            "/webhooks", Body("https://a.example/", ""","client_credentials":{"client_id":"a","client_secret":"b","endpoint":"http://10.0.0.1/token"}"""));

        answer.ShouldComplainAbout("client_credentials.endpoint");
    }

    [Fact]
    public async Task The_api_itself_is_no_target()
    {
        var port = _host.Client.BaseAddress!.Port;

        (await _host.PostAsync("/webhooks", Body($"http://127.0.0.1:{port}/callbacks"))).ShouldComplainAbout("target");
        (await _host.PostAsync("/webhooks", Body($"http://localhost:{port}/callbacks"))).ShouldComplainAbout("target");
        (await _host.PostAsync("/webhooks", Body($"http://127.0.0.1:{port}/callbacks"), ("Host", "naru.example"))).ShouldComplainAbout("target");
        (await _host.PostAsync("/webhooks", Body("http://naru.example/callbacks"), ("Host", "naru.example"))).ShouldComplainAbout("target");
        await AddAsync("http://127.0.0.1:9/callbacks");
    }

    [Fact]
    public async Task An_app_has_five_webhooks_and_no_more()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync($"https://a.example/{i}");
        }

        (await _host.PostAsync("/webhooks", Body("https://a.example/5"))).ShouldComplainAbout("app_id");

        (await ListAsync()).Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_same_target_twice_on_an_app_is_refused_and_on_another_app_it_is_not()
    {
        await AddAsync("https://a.example/x");
        var second = await AddAsync("https://a.example/y");

        (await _host.PostAsync("/webhooks", Body("https://A.example:443/x"))).ShouldComplainAbout("target");
        (await PatchAsync(second, "", """{"target":"https://a.example/x"}""")).ShouldComplainAbout("target");
        (await PatchAsync(second, "", """{"target":"https://a.example/y"}""")).ShouldBeAnswer("Webhook");
        _app = await _host.AddAppAsync();
        await AddAsync("https://a.example/x");
    }

    [Fact]
    public async Task A_webhook_of_an_unknown_app_is_404()
    {
        var answer = await _host.PostAsync("/webhooks", Body("https://a.example/").Replace(_app, "01HDEM0APP0000000000000000", StringComparison.Ordinal));

        answer.ShouldBe(HttpStatusCode.NotFound);
        SinchContract.ShouldBeFault(answer, "NOT_FOUND");
        (await _host.GetAsync("/apps/01HDEM0APP0000000000000000/webhooks")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("?update_mask=app_id%2ctarget%2ctriggers")]
    [InlineData("?update_mask=app_id,target,triggers")]
    [InlineData("")]
    public async Task A_change_takes_effect_at_once(string mask)
    {
        var webhook = await AddAsync("https://a.example/x", ""","target_type":"HTTP","secret":"s" """);

        var changed = (await PatchAsync(
            webhook, mask, $$$"""{"app_id":"{{{_app}}}","target":"https://a.example/z","triggers":["CONTACT_CREATE"]}""")).ShouldBeAnswer("Webhook").Json;

        changed.GetProperty("target").GetString().ShouldBe("https://a.example/z");
        changed.GetProperty("secret").GetString().ShouldBe("s");
        changed.GetProperty("target_type").GetString().ShouldBe("HTTP");
        Subscribers(ReportEvent.Final).ShouldBeEmpty();
        Subscribers(ReportEvent.ContactCreated).Single().Url.ShouldBe("https://a.example/z");
    }

    [Fact]
    public async Task Only_what_the_mask_names_changes()
    {
        var webhook = await AddAsync("https://a.example/x", ""","target_type":"HTTP","secret":"s" """);

        var changed = (await PatchAsync(webhook, "?update_mask=secret", """{"target":"https://a.example/z","secret":"t","target_type":"DISMISS"}""")).Json;

        changed.GetProperty("secret").GetString().ShouldBe("t");
        changed.GetProperty("target").GetString().ShouldBe("https://a.example/x");
        changed.GetProperty("target_type").GetString().ShouldBe("HTTP");
    }

    [Fact]
    public async Task A_webhook_stays_with_its_app()
    {
        var webhook = await AddAsync("https://a.example/x");
        var other = await _host.AddAppAsync();

        (await PatchAsync(webhook, "", $$$"""{"app_id":"{{{other}}}"}""")).ShouldComplainAbout("app_id");
    }

    [Fact]
    public async Task A_deleted_webhook_is_gone_and_so_are_those_of_a_deleted_app()
    {
        var first = await AddAsync("https://a.example/x");
        var second = await AddAsync("https://a.example/y");

        (await _host.DeleteAsync(PathOf(first))).ShouldBeAnswer("Empty").Body.ShouldBe("{}");
        (await _host.DeleteAsync(PathOf(first))).ShouldBe(HttpStatusCode.NotFound);
        (await _host.GetAsync(PathOf(first))).ShouldBe(HttpStatusCode.NotFound);
        (await _host.DeleteAsync($"/apps/{_app}")).ShouldBeAnswer("Empty");
        (await _host.GetAsync(PathOf(second))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Another_workspaces_webhook_cannot_be_seen_changed_or_removed()
    {
        var webhook = await AddAsync("https://a.example/x");
        var other = await _host.AddWorkspaceAsync("other", "other-key", "other-secret");
        var theirs = ("Authorization", SinchHost.Basic("other-key", "other-secret"));
        var path = $"//v1/projects/{other.PublicId}{PathOf(webhook)}";

        foreach (var (method, body) in new[] { (HttpMethod.Get, (string?)null), (HttpMethod.Patch, """{"secret":"mine"}"""), (HttpMethod.Delete, null) })
        {
            (await _host.SendAsync(method, path, body, theirs)).ShouldBe(HttpStatusCode.NotFound);
        }

        (await _host.GetAsync(PathOf(webhook))).Json.GetProperty("secret").GetString().ShouldBe("");
    }

    private string Body(string target, string more = "") => $$$"""{"app_id":"{{{_app}}}","target":"{{{target}}}","triggers":["MESSAGE_DELIVERY"]{{{more}}}}""";

    private async Task<JsonElement> AddAsync(string target, string more = "") => (await _host.PostAsync("/webhooks", Body(target, more))).ShouldBeAnswer("Webhook").Json;

    private Task<Answer> PatchAsync(JsonElement webhook, string mask, string body) => _host.PatchAsync(PathOf(webhook) + mask, body);

    private async Task<List<JsonElement>> ListAsync() =>
        [.. (await _host.GetAsync($"/apps/{_app}/webhooks")).ShouldBeAnswer("WebhookList").Json.GetProperty("webhooks").EnumerateArray()];

    private IReadOnlyList<WebhookEndpoint> Subscribers(ReportEvent happened) =>
        _host.Directory.SubscribersOf(_host.Directory.FindApp(_host.Project.Id, _app)!.Id, happened);

    private static string PathOf(JsonElement webhook) => $"/webhooks/{webhook.GetProperty("id").GetString()}";
}
