using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Infobip;
using Naru.Dialects.Infobip.Sending;
using Naru.Dialects.Json;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Tests.Infobip.Omni;

/// <summary><c>POST /omni/1/advanced</c>: what is sent follows the scenario.</summary>
public sealed class OmniSendTests : IAsyncLifetime
{
    private OmniHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await OmniHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_route_is_the_scenarios_order_with_its_senders_and_what_the_request_has_for_each_channel()
    {
        var body = OmniHost.Body();
        body["kakaoAlim"]!["validityPeriod"] = 90;
        body["kakaoAlim"]!["validityPeriodTimeUnit"] = "SECONDS";
        body["sms"]!["validityPeriod"] = 3;
        body["sms"]!["regional"] = JsonNode.Parse("""{"korea":{"title":"제목"}}""");
        body["callbackData"] = "order=77";

        await _host.SendAsync(body);

        var envelope = _host.Last.Envelope;
        (envelope.Dialect, envelope.CallbackData, envelope.Reports).ShouldBe((DialectName.InfobipOmni, "order=77", ReportTarget.Pull));
        var talk = envelope.Route[0];
        (talk.Sender, talk.Content.ShouldBeOfType<AlimTalkContent>().Text, talk.Validity).ShouldBe((InfobipHost.Sender, "talk", TimeSpan.FromSeconds(90)));
        var text = envelope.Route[1];
        (text.Sender, text.Content, text.Validity).ShouldBe((OmniHost.Number, new SmsContent("text", "제목"), TimeSpan.FromMinutes(3)));
        _host.Last.ExpiresAt.ShouldBe(InfobipHost.Start.AddSeconds(90), "the validity of the first step is the message's");
    }

    [Fact]
    public async Task A_scenario_that_is_named_counts_and_not_the_default_one()
    {
        var key = await _host.MakeAsync("""{"flow":[{"from":"0212345678","channel":"SMS"},{"from":"nobodys-key","channel":"KAKAO_ALIM"},{"channel":"SMS"}]}""");
        var body = OmniHost.Body();
        body["scenarioKey"] = key;

        await _host.SendAsync(body);

        _host.Last.Envelope.Route.Select(static step => (step.Channel, step.Sender))
            .ShouldBe([(Channel.Sms, "0212345678"), (Channel.AlimTalk, "nobodys-key"), (Channel.Sms, OmniHost.Number)]);
    }

    [Fact]
    public async Task A_step_without_content_is_left_out_and_content_without_a_step_is_named()
    {
        var body = OmniHost.Body();
        body.Remove("kakaoAlim");
        await _host.SendAsync(body);
        _host.Last.Envelope.Route.ShouldHaveSingleItem().Channel.ShouldBe(Channel.Sms);
        (await _host.PostAsync(body, "?dryRun=true")).Json.GetProperty("messages")[0].GetProperty("findings").EnumerateArray()
            .Single().GetProperty("property").GetString().ShouldBe("kakaoAlim");

        body = OmniHost.Body();
        body["scenarioKey"] = await _host.MakeAsync("""{"flow":[{"channel":"SMS"}]}""");
        body["viber"] = new JsonObject { ["text"] = "hi" };
        var answer = await _host.SendAsync(body);
        answer.Headers["Naru-Ignored"].ShouldBe("viber, kakaoAlim");
        _host.Last.Timeline.Single().Note.ShouldBe("ignored: viber, kakaoAlim");
    }

    [Fact]
    public async Task Without_anything_to_send_or_an_order_the_request_is_refused()
    {
        var body = OmniHost.Body();
        body.Remove("kakaoAlim");
        body.Remove("sms");
        await RefusedAsync(body, "kakaoAlim");

        body = OmniHost.Body();
        body["scenarioKey"] = "00000000000000000000000000000000";
        await RefusedAsync(body, "scenarioKey");

        await _host.Door.SendAsync(HttpMethod.Delete, "/omni/1/scenarios/" + _host.Scenario);
        await RefusedAsync(OmniHost.Body(), "scenarioKey");
        _host.Door.Gateway.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_workspaces_scenario_is_none()
    {
        await _host.Door.AddWorkspaceAsync("other", "other-key");
        var body = OmniHost.Body();
        body["scenarioKey"] = _host.Scenario;

        var answer = await _host.Door.SendAsync(HttpMethod.Post, "/omni/1/advanced", body.ToJsonString(), ("Authorization", "App other-key"));

        answer.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(30, "SECONDS", 30)]
    [InlineData(2, "HOURS", 7200)]
    [InlineData(2, null, 120)]
    [InlineData(40_000, "MILLISECONDS", 40)]
    [InlineData(2_000_000_000, "MICROSECONDS", 2000)]
    [InlineData(2, "DAYS", 172_800)]
    [InlineData(2_147_483_647, "DAYS", 172_800)]
    public async Task A_validity_is_read_in_its_unit_and_cut_to_48_hours(int period, string? unit, int seconds)
    {
        var body = OmniHost.Body();
        body["sms"]!["validityPeriod"] = period;
        body["sms"]!["validityPeriodTimeUnit"] = unit;

        await _host.SendAsync(body);

        _host.Last.Envelope.Route[1].Validity.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Buttons_are_read_under_their_own_names()
    {
        var body = OmniHost.Body();
        body["kakaoAlim"]!["buttons"] = JsonNode.Parse("""
            [{"type":"URL","buttonText":"열기","buttonUrlMobile":"https://m.example","buttonUrlPc":"https://example","target":"out"},{"type":"URL","buttonText":"old","buttonUrl":"https://o.example"},
             {"type":"APP_LINK","buttonText":"앱","androidScheme":"a://","iosScheme":"i://"},{"type":"CHATBOT_SWITCH","buttonText":"챗","chatExtra":"e","chatEvent":"v"},
             {"type":"ADD_CHANNEL","buttonText":"추가","name":"of the other API"}]
            """);

        var answer = await _host.SendAsync(body);

        _host.Last.Envelope.Route[0].Content.ShouldBeOfType<AlimTalkContent>().Buttons.ShouldBe(
        [
            new Button(ButtonKind.WebLink, "열기", "https://m.example", "https://example", Target: "out"), new Button(ButtonKind.WebLink, "old", "https://o.example", null),
            new Button(ButtonKind.AppLink, "앱", null, null, "a://", "i://"), new Button(ButtonKind.ChatSwitch, "챗", ChatExtra: "e", ChatEvent: "v"),
            new Button(ButtonKind.AddChannel, "추가"),
        ]);
        answer.Headers["Naru-Ignored"].ShouldBe("kakaoAlim.buttons[4].name");
    }

    [Theory]
    [InlineData("destinations", "null", "destinations")]
    [InlineData("destinations", "[]", "destinations")]
    [InlineData("destinations", "[{}]", "destinations[0].to")]
    [InlineData("destinations", """[{"to":"821012340001"}]""", "destinations[0].to")]
    [InlineData("destinations", """[{"to":{"emailAddress":"a@b.example"}}]""", "destinations[0].to.phoneNumber")]
    [InlineData("kakaoAlim", """{"text":"x"}""", "kakaoAlim.templateCode")]
    [InlineData("kakaoAlim", """{"templateCode":"t"}""", "kakaoAlim.text")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":""}""", "kakaoAlim.text")]
    [InlineData("kakaoAlim", """{"templateCode":"1234567890123456789012345678901","text":"x"}""", "kakaoAlim.templateCode")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","validityPeriod":29,"validityPeriodTimeUnit":"SECONDS"}""", "kakaoAlim.validityPeriod")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","validityPeriod":1,"validityPeriodTimeUnit":"NANOSECONDS"}""", "kakaoAlim.validityPeriod")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","validityPeriod":0}""", "kakaoAlim.validityPeriod")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","validityPeriodTimeUnit":"WEEKS"}""", "kakaoAlim.validityPeriodTimeUnit")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","buttons":[{"type":"URL","buttonText":"b"}]}""", "kakaoAlim.buttons[0].buttonUrlMobile")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","buttons":[{"type":"URL","buttonText":"b","buttonUrl":"h","buttonUrlMobile":"h"}]}""", "kakaoAlim.buttons[0].buttonUrl")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","buttons":[{"type":"URL","buttonText":"b","buttonUrlMobile":"h","target":"in"}]}""", "kakaoAlim.buttons[0].target")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","buttons":[{"type":"ADD_CHANNEL","buttonText":""}]}""", "kakaoAlim.buttons[0].buttonText")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","buttons":[{"type":"CHATBOT_SWITCH","buttonText":"b","chatEvent":"e"}]}""", "kakaoAlim.buttons[0].chatExtra")]
    [InlineData("kakaoAlim", """{"templateCode":"t","text":"x","buttons":[{"type":"APP_LINK","buttonText":"b","iosScheme":"i"}]}""", "kakaoAlim.buttons[0]")]
    [InlineData("sms", "{}", "sms.text")]
    [InlineData("sms", """{"text":""}""", "sms.text")]
    [InlineData("sms", """{"text":"x","regional":{"korea":{"title":7}}}""", "sms.regional.korea.title")]
    [InlineData("sendAt", "\"soon\"", "sendAt")]
    [InlineData("sendAt", "\"2027-10-01T09:00:00.000+0900\"", "sendAt")]
    [InlineData("notifyUrl", "\"ftp://a.example\"", "notifyUrl")]
    [InlineData("notifyContentType", "\"text/plain\"", "notifyContentType")]
    [InlineData("callbackData", "7", "callbackData")]
    [InlineData("deliveryTimeWindow", "{}", "deliveryTimeWindow.days")]
    public async Task What_cannot_be_is_refused_with_its_place(string member, string value, string place)
    {
        var body = OmniHost.Body();
        body[member] = JsonNode.Parse(value);

        await RefusedAsync(body, place);
    }

    [Fact]
    public async Task Ids_that_are_too_long_are_clipped_and_a_used_one_is_not_sent_again()
    {
        var body = OmniHost.Body(messageId: new string('m', 201));
        body["bulkId"] = new string('b', 101);

        var first = await _host.SendAsync(body);
        var second = await _host.SendAsync(body);

        first.Json.GetProperty("bulkId").GetString().ShouldBe(new string('b', 100));
        first.Json.GetProperty("messages")[0].GetProperty("messageId").GetString().ShouldBe(new string('m', 200));
        second.Json.GetProperty("messages")[0].GetProperty("status").GetProperty("id").GetInt32().ShouldBe(23);
    }

    [Fact]
    public async Task Where_reports_go_and_when_it_leaves_is_as_the_request_says()
    {
        var body = OmniHost.Body();
        body["notifyUrl"] = "http://127.0.0.1:9/dlr";
        body["notifyContentType"] = "application/xml";
        body["intermediateReport"] = true;
        body["sendAt"] = "2026-10-01T18:00:00.000+0900";
        body["deliveryTimeWindow"] = JsonNode.Parse("""{"days":["THURSDAY"],"from":{"hour":1,"minute":0},"to":{"hour":10,"minute":0}}""");

        await _host.SendAsync(body);

        var envelope = _host.Last.Envelope;
        var endpoint = _host.Door.Directory.FindEndpoint(envelope.Reports.EndpointId)!;
        (envelope.Reports.Route, endpoint.Url, endpoint.ContentType, envelope.IntermediateReports).ShouldBe((ReportRoute.Endpoint, "http://127.0.0.1:9/dlr", "application/xml", true));
        envelope.Window.ShouldNotBeNull();
        _host.Door.Gateway.Submissions.Single().SendAt.ShouldBe(InfobipHost.Start.AddHours(9));

        body = OmniHost.Body();
        body["notify"] = false;
        await _host.SendAsync(body);
        _host.Last.Envelope.Reports.ShouldBe(ReportTarget.Silent);
    }

    [Fact]
    public async Task An_interim_report_that_nobody_would_be_told_is_named()
    {
        var body = OmniHost.Body();
        body["intermediateReport"] = true;

        (await _host.SendAsync(body)).Headers["Naru-Ignored"].ShouldBe("intermediateReport");
    }

    [Fact]
    public void Whatever_comes_in_is_either_refused_with_a_path_or_within_every_limit() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(MutatedRequests.Omni.ToArbitrary(), body =>
        {
            var faults = new ShapeFaults();
            var draft = SendRequestReader.ReadOmni(body, InfobipTextLimit.Kakao, WebhookTargetPolicy.PublicOnly, InfobipHost.Start, faults);

            if (faults.Any)
            {
                faults.All.ShouldAllBe(fault => fault.Path.Length > 0 && fault.Text.Length > 0);
                return;
            }

            draft.Messages.ShouldHaveSingleItem().Destinations.ShouldBe(draft.Destinations.Count);
            draft.Destinations.ShouldNotBeEmpty();
            foreach (var step in draft.Messages[0].ByChannel!.Values)
            {
                (step.Validity ?? TimeSpan.FromHours(48)).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromHours(48));
                if (step.Content is AlimTalkContent talk)
                {
                    talk.Text.Length.ShouldBeInRange(1, 1300);
                    talk.TemplateCode.Length.ShouldBeInRange(1, 30);
                    talk.Buttons.ShouldAllBe(button => button.Name.Length >= 1 && button.Name.Length <= 28);
                }
                else
                {
                    step.Content.ShouldBeOfType<SmsContent>().Text.ShouldNotBeEmpty();
                }
            }
        }));

    [Fact]
    public async Task The_request_that_is_mutated_was_good_and_none_of_the_others_is_a_500()
    {
        var answers = new List<HttpStatusCode>();
        foreach (var body in MutatedRequests.Omni.Sample(400, 200).Prepend(Encoding.UTF8.GetBytes(MutatedRequests.GoodOmni)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/omni/1/advanced") { Content = new ByteArrayContent(body) };

            var answer = await _host.Door.SendAsync(request);

            answers.Add(answer.Status);
            OpenApiFile.InfobipTexts.ShouldAccept(answer.Json, answer.Status == HttpStatusCode.OK ? "x8a486c.OmniResponse" : "xbed216.ApiException");
        }

        answers[0].ShouldBe(HttpStatusCode.OK);
        answers.Distinct().ShouldBe([HttpStatusCode.OK, HttpStatusCode.BadRequest], ignoreOrder: true);
    }

    private async Task RefusedAsync(JsonObject body, string place)
    {
        var stored = _host.Door.Gateway.Submissions.Count;
        var answer = await _host.PostAsync(body);

        OpenApiFile.InfobipTexts.ShouldAccept(answer.ShouldBe(HttpStatusCode.BadRequest).Json, "xbed216.ApiException");
        answer.Json.GetProperty("requestError").GetProperty("serviceException").GetProperty("validationErrors").EnumerateObject().Select(static fault => fault.Name).ShouldBe([place]);
        _host.Door.Gateway.Submissions.Count.ShouldBe(stored);
    }
}
