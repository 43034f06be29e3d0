using System.Net;
using System.Text.Json;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>A send that is only looked at: when it would leave, and what is against it. Nothing of it is kept.</summary>
public sealed class DryRunTests : IAsyncLifetime
{
    private const string Path = "/kakao-alim/1/messages?dryRun=true";

    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await InfobipHost.StartAsync();
        await _host.Directory.SaveSenderAsync(new Sender(_host.Demo.Id, Bodies.Sender, "@shop", SenderState.Active, new SenderDetails("가게")), CancellationToken.None);
        await _host.Directory.SaveTemplateAsync(
            new Template(Bodies.Sender, "package_template", TemplateState.Approved, new TemplateDetails("택배", "Parcel #{id} left Busan.")), CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_usual_answer_has_a_plan_for_each_message_and_no_id_of_ours()
    {
        var answer = await DryAsync($$"""
            {"messages":[{{Bodies.Message(messageId: "order-1")}},{{Bodies.Message("821012340002")}}],"options":{"schedule":{"sendAt":"2026-10-01T01:00:00.000+0000","bulkId":"b"} } }
            """);

        answer.GetProperty("bulkId").GetString().ShouldBe("b");
        var lines = answer.GetProperty("messages").EnumerateArray().ToList();
        lines.Select(l => l.GetProperty("messageId").GetString()).ShouldBe(["order-1", null]);
        lines.Select(l => l.GetProperty("destination").GetString()).ShouldBe(["821012340001", "821012340002"]);
        lines.Select(l => l.GetProperty("status").GetProperty("name").GetString()).ShouldAllBe(name => name == "PENDING_ENROUTE");
        lines[0].GetProperty("plan").GetRawText().ShouldBe("""{"at":"2026-10-01T01:00:00.000Z","expiresAt":"2026-10-03T01:00:00.000Z","why":["SEND_AT"]}""");
        lines[0].GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_stored_and_no_claim_is_made()
    {
        var body = Bodies.One(messageId: "order-1", more: """ "webhooks":{"delivery":{"url":"https://shop.example/dlr"}} """);

        await DryAsync(body, ("Idempotency-Key", "k"));
        await DryAsync(body, ("Idempotency-Key", "k"));

        _host.Gateway.Submissions.ShouldBeEmpty();
        _host.Directory.EndpointsOf(_host.Demo.Id).ShouldBeEmpty();
        var sent = await _host.PostAsync(body, ("Idempotency-Key", "k"));
        sent.ShouldBe(HttpStatusCode.OK).Headers.Keys.ShouldNotContain("Idempotency-Replayed");
        sent.Json.GetProperty("messages")[0].GetProperty("status").GetProperty("id").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task It_plans_as_of_another_instant_in_demonstrations()
    {
        var answer = await DryAsync(
            $$"""{"messages":[{{Bodies.Message(more: """ "options":{"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":6,"minute":0},"to":{"hour":15,"minute":30}}} """)}}]}""",
            query: "&now=2026-11-24T10:00:00.000%2B0000");

        Plan(answer).ShouldBe("""{"at":"2026-11-30T06:00:00.000Z","expiresAt":"2026-12-02T06:00:00.000Z","why":["DELIVERY_TIME_WINDOW"]}""");
        _host.Gateway.Looks.Single().At.ShouldBe(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_lies_ahead_is_judged_as_of_that_instant_too()
    {
        const string body = """{"schedule":{"sendAt":"2027-05-01T00:00:00Z"}}""";

        Plan(await DryAsync($$"""{"messages":[{{Bodies.Message()}}],"options":{{body}} }""", query: "&now=2027-04-30T00:00:00Z")).ShouldContain("2027-05-01T00:00:00.000Z");
        (await _host.SendAsync(HttpMethod.Post, Path, $$"""{"messages":[{{Bodies.Message()}}],"options":{{body}} }""")).Violations().ShouldBe(["options.schedule.sendAt"]);
    }

    [Fact]
    public async Task A_pace_names_its_slots()
    {
        var answer = await DryAsync($$"""
            {"messages":[{{Bodies.Message()}},{{Bodies.Message("821012340002")}}],"options":{"schedule":{"sendingSpeedLimit":{"amount":2,"timeUnit":"HOUR"} } } }
            """);

        answer.GetProperty("messages").EnumerateArray().Select(l => l.GetProperty("plan").GetProperty("at").GetString())
            .ShouldBe(["2026-10-01T00:00:00.000Z", "2026-10-01T00:30:00.025Z"]);
        answer.GetProperty("messages")[1].GetProperty("plan").GetProperty("why")[0].GetString().ShouldBe("SENDING_SPEED_LIMIT");
    }

    [Theory]
    [InlineData("package_template", "Parcel 77 left Seoul.", "EC_INVALID_TEMPLATE", "3016", "messages[0].content.text")]
    [InlineData("no_such", "Parcel 77 left Busan.", "EC_INVALID_TEMPLATE", "3015", "messages[0].content.templateCode")]
    public async Task What_KakaoTalk_would_refuse_is_found(string template, string text, string code, string result, string property)
    {
        var body = Bodies.One(text: text).Replace("package_template", template, StringComparison.Ordinal);

        var finding = Findings(await DryAsync(body)).ShouldHaveSingleItem();

        finding.GetProperty("code").GetString().ShouldBe(code);
        finding.GetProperty("text").GetString()!.ShouldStartWith($"KakaoTalk would answer {result}: ");
        finding.GetProperty("property").GetString().ShouldBe(property);
    }

    [Fact]
    public async Task A_text_that_differs_from_its_template_is_shown_where_it_differs()
    {
        var difference = Findings(await DryAsync(Bodies.One(text: "Parcel 77 left Seoul."))).ShouldHaveSingleItem().GetProperty("difference");

        (difference.GetProperty("place").GetString(), difference.GetProperty("position").GetInt32()).ShouldBe(("text", 15));
        (difference.GetProperty("expected").GetString(), difference.GetProperty("found").GetString()).ShouldBe(("Busan", "Seoul"));
    }

    [Fact]
    public async Task What_can_never_be_sent_has_no_plan_and_says_why()
    {
        var answer = await DryAsync($$"""{"messages":[{{Bodies.Message("12")}},{{Bodies.Message()}}]}""");

        answer.GetProperty("messages")[0].GetProperty("plan").ValueKind.ShouldBe(JsonValueKind.Null);
        var finding = Findings(answer).ShouldHaveSingleItem();
        finding.GetProperty("code").GetString().ShouldBe("EC_INVALID_REQUEST_DESTINATION");
        finding.GetProperty("property").GetString().ShouldBe("messages[0].destinations[0].to");
        answer.GetProperty("messages")[1].GetProperty("plan").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task A_sender_of_another_is_found_once()
    {
        _host.Gateway.Senders = [];

        var finding = Findings(await DryAsync(Bodies.One())).ShouldHaveSingleItem();

        finding.GetProperty("property").GetString().ShouldBe("messages[0].sender");
    }

    [Fact]
    public async Task An_id_that_is_taken_is_found_whether_it_was_taken_before_or_here()
    {
        await _host.PostAsync(Bodies.One(messageId: "old"));

        var answer = await DryAsync($$"""{"messages":[{{Bodies.Message(messageId: "old")}},{{Bodies.Message(messageId: "new")}},{{Bodies.Message(messageId: "new")}}]}""");

        var lines = answer.GetProperty("messages").EnumerateArray().ToList();
        lines.Select(l => l.GetProperty("status").GetProperty("id").GetInt32()).ShouldBe([23, 7, 23]);
        lines.Select(l => l.GetProperty("plan").ValueKind).ShouldBe([JsonValueKind.Null, JsonValueKind.Object, JsonValueKind.Null]);
        lines[2].GetProperty("findings")[0].GetProperty("property").GetString().ShouldBe("messages[2].destinations[0].messageId");
    }

    [Fact]
    public async Task Ignored_members_are_findings_too()
    {
        var answer = await _host.SendAsync(HttpMethod.Post, Path, $$"""{"x":1,"messages":[{{Bodies.Message()}},{{Bodies.Message(more: "\"sendAt\":\"x\"")}}]}""");

        answer.ShouldBe(HttpStatusCode.OK).Headers["Naru-Ignored"].ShouldBe("x, messages[1].sendAt");
        Findings(answer.Json, 0).Select(Property).ShouldBe(["x"]);
        Findings(answer.Json, 1).Select(Property).ShouldBe(["x", "messages[1].sendAt"]);
        Findings(answer.Json, 1).ShouldAllBe(f => f.GetProperty("code").GetString() == "IGNORED_MEMBER");

        static string? Property(JsonElement finding) => finding.GetProperty("property").GetString();
    }

    [Theory]
    [InlineData("?dryRun=yes", "dryRun")]
    [InlineData("?dryRun=true&now=tomorrow", "now")]
    [InlineData("?now=2026-11-24T10:00:00Z", "now")]
    [InlineData("?dryRun=false&now=2026-11-24T10:00:00Z", "now")]
    public async Task A_question_that_cannot_be_read_is_refused_and_nothing_is_sent(string query, string path)
    {
        (await _host.SendAsync(HttpMethod.Post, "/kakao-alim/1/messages" + query, Bodies.One())).ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe([path]);

        _host.Gateway.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_work_is_real_there_is_no_other_instant_than_now()
    {
        await using var host = await InfobipHost.StartAsync(("Mode", nameof(GatewayMode.Serve)));

        (await host.SendAsync(HttpMethod.Post, Path + "&now=2026-11-24T10:00:00Z", Bodies.One())).ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe(["now"]);
        (await host.SendAsync(HttpMethod.Post, Path, Bodies.One())).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<JsonElement> DryAsync(string body, (string, string)? header = null, string query = "") =>
        (await _host.SendAsync(HttpMethod.Post, Path + query, body, header is { } h ? [h] : [])).ShouldBe(HttpStatusCode.OK).Json;

    private static string Plan(JsonElement answer) => answer.GetProperty("messages")[0].GetProperty("plan").GetRawText();

    private static IReadOnlyList<JsonElement> Findings(JsonElement answer, int message = 0) =>
        [.. answer.GetProperty("messages")[message].GetProperty("findings").EnumerateArray()];
}
