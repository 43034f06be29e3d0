using System.Net;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class SendTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_destination_is_answered_in_its_order_under_one_bulk_id()
    {
        var answer = await _host.PostAsync($$"""
            {"messages":[
              {"sender":"{{Bodies.Sender}}","destinations":[{"to":"821012340001","messageId":"a"},{"to":"+82 10-1234-0002"}],
               "content":{"type":"TEMPLATE","templateCode":"t","text":"x"} },
              {{Bodies.Message("01012340003")}}]}
            """);

        answer.ShouldBe(HttpStatusCode.OK);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "alim.ResponseEnvelopeMessageResponseMessageResponseDetails");
        var lines = answer.Json.GetProperty("messages").EnumerateArray().ToList();
        lines.Select(line => line.GetProperty("destination").GetString()).ShouldBe(["821012340001", "821012340002", "821012340003"]);
        lines[0].GetProperty("messageId").GetString().ShouldBe("a");
        lines.Select(line => line.GetProperty("status").GetProperty("name").GetString()).ShouldAllBe(name => name == "PENDING_ENROUTE");
        answer.Json.GetProperty("bulkId").GetString().ShouldNotBeNullOrEmpty();
        _host.Gateway.Messages.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_id_that_was_used_before_is_status_23_and_the_others_go()
    {
        await _host.PostAsync(Bodies.One(messageId: "order-1"));

        var answer = await _host.PostAsync($$"""{"messages":[{{Bodies.Message(messageId: "order-1")}},{{Bodies.Message(messageId: "order-2")}}]}""");

        var statuses = answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("status").GetProperty("id").GetInt32());
        statuses.ShouldBe([23, 7]);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "alim.ResponseEnvelopeMessageResponseMessageResponseDetails");
        _host.Gateway.Messages.Select(m => m.ClientId).ShouldBe(["order-1", "order-2"]);
    }

    [Fact]
    public async Task Everything_that_is_said_about_a_message_reaches_the_engine()
    {
        await Accepted($$"""
            {"messages":[{{Bodies.Message(more: """
              "options":{"platform":{"entityId":"shop-7","applicationId":"prod"},"validityPeriod":{"amount":2,"timeUnit":"HOURS"},"campaignReferenceId":"autumn"},
              "webhooks":{"delivery":{"url":"https://shop.example/dlr"},"contentType":"application/xml","callbackData":"order=77"}
              """)}}],"options":{"priority":"STANDARD","schedule":{"bulkId":"autumn-1"} } }
            """);

        var submission = _host.Gateway.Submissions.ShouldHaveSingleItem();
        submission.ClientBulkId.ShouldBe("autumn-1");
        submission.Workspace.ShouldBe(_host.Demo.Id);
        var message = submission.Messages.ShouldHaveSingleItem();
        message.Validity.ShouldBe(TimeSpan.FromHours(2));
        message.Class.ShouldBe(MessageClass.Standard);
        var envelope = message.Envelope;
        envelope.Dialect.ShouldBe(DialectName.Infobip);
        (envelope.EntityId, envelope.ApplicationId, envelope.CampaignReference, envelope.CallbackData).ShouldBe(("shop-7", "prod", "autumn", "order=77"));
        var step = envelope.Route.ShouldHaveSingleItem();
        (step.IsRouted, step.Sender, step.Validity).ShouldBe((true, Bodies.Sender, TimeSpan.FromHours(2)));
        var endpoint = _host.Directory.FindEndpoint(envelope.Reports.EndpointId)!;
        (endpoint.Url, endpoint.ContentType).ShouldBe(("https://shop.example/dlr", "application/xml"));
    }

    [Fact]
    public async Task Every_button_kind_is_kept_with_its_members_whatever_their_order()
    {
        await Accepted(Bodies.Content("""
            "title":"제목","groupKey":"g","buttons":[
              {"name":"가","urlMobile":"https://m.example","type":"URL","urlPc":"https://example","target":"OUT"},
              {"type":"APP_LINK","name":"나","schemeIos":"app://i","schemeAndroid":"app://a"},
              {"type":"DELIVERY_TRACKING","name":"다"},
              {"type":"CHATBOT_SWITCH","name":"라","chatExtra":"e","chatEvent":"v"},
              {"type":"ADD_CHANNEL","name":"채널 추가"}]
            """));

        var content = Content();
        content.Title.ShouldBe("제목");
        content.GroupKey.ShouldBe("g");
        content.Buttons.ShouldBe(
        [
            new Button(ButtonKind.WebLink, "가", "https://m.example", "https://example", Target: "OUT"),
            new Button(ButtonKind.AppLink, "나", SchemeAndroid: "app://a", SchemeIos: "app://i"),
            new Button(ButtonKind.DeliveryTracking, "다"),
            new Button(ButtonKind.ChatSwitch, "라", ChatExtra: "e", ChatEvent: "v"),
            new Button(ButtonKind.AddChannel, "채널 추가"),
        ]);
    }

    [Theory]
    [InlineData("BOT_KEYWORD", ButtonKind.BotKeyword)]
    [InlineData("MESSAGE_DELIVERY", ButtonKind.MessageForward)]
    public async Task The_other_button_kinds_have_a_name_alone(string type, ButtonKind kind)
    {
        await Accepted(Bodies.Content($$"""
            "buttons":[{"type":"{{type}}","name":"n","urlMobile":"https://ignored.example"}]
            """));

        Content().Buttons.ShouldBe([new Button(kind, "n")]);
    }

    [Fact]
    public async Task Messages_with_the_same_content_share_one_envelope()
    {
        await Accepted($$"""{"messages":[{{Bodies.Message("821012340001")}},{{Bodies.Message("821012340002")}},{{Bodies.Message("821012340003", text: "other")}}]}""");

        var envelopes = _host.Gateway.Submissions.Single().Messages.Select(m => m.Envelope).ToList();
        ReferenceEquals(envelopes[0], envelopes[1]).ShouldBeTrue();
        ReferenceEquals(envelopes[0], envelopes[2]).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"amount":3000}""", 48 * 60)]
    [InlineData("""{"amount":50,"timeUnit":"HOURS"}""", 48 * 60)]
    [InlineData("""{"amount":2147483647,"timeUnit":"HOURS"}""", 48 * 60)]
    [InlineData("""{"amount":90}""", 90)]
    [InlineData("""{"timeUnit":"SECONDS","amount":120}""", 2)]
    public async Task A_validity_is_in_minutes_unless_said_otherwise_and_at_most_48_hours(string validity, int minutes)
    {
        await Accepted(Bodies.One(more: $$""" "options":{"validityPeriod":{{validity}}} """));

        _host.Gateway.Submissions.Single().Messages.Single().Validity.ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData("""{"delivery":{"notify":false}}""", ReportRoute.Silent)]
    [InlineData("""{"delivery":{"url":"https://a.example","notify":false,"intermediateReport":false}}""", ReportRoute.Endpoint)] // as the C# SDK sends it
    [InlineData("""{"delivery":{"notify":true}}""", ReportRoute.Pull)]
    [InlineData("""{"delivery":{"url":"http://127.0.0.1:9000/dlr"}}""", ReportRoute.Endpoint)] // listed in the allowed networks
    [InlineData("{}", ReportRoute.Pull)]
    public async Task Reports_go_where_the_message_says(string webhooks, ReportRoute route)
    {
        await Accepted(Bodies.One(more: $"\"webhooks\":{webhooks}"));

        _host.Gateway.Submissions.Single().Messages.Single().Envelope.Reports.Route.ShouldBe(route);
    }

    [Fact]
    public async Task Without_a_url_of_its_own_a_message_reports_to_that_of_the_workspace()
    {
        var settings = new Core.Workspaces.WorkspaceSettings("https://account.example/dlr", "application/xml");
        await _host.Directory.SaveWorkspaceAsync(_host.Demo with { Settings = settings }, CancellationToken.None);

        await Accepted(Bodies.One());

        var target = _host.Gateway.Submissions.Single().Messages.Single().Envelope.Reports;
        var endpoint = _host.Directory.FindEndpoint(target.EndpointId)!;
        (endpoint.Url, endpoint.ContentType).ShouldBe(("https://account.example/dlr", "application/xml"));
    }

    [Theory]
    [InlineData("not a number")]
    [InlineData("")]
    [InlineData("1")]
    public async Task What_is_no_number_is_taken_all_the_same_and_fails_later(string to)
    {
        var answer = await Accepted(Bodies.One(to));

        answer.Json.GetProperty("messages")[0].GetProperty("destination").GetString().ShouldBe(to);
        _host.Gateway.Submissions.Single().Messages.Single().To.IsPhone.ShouldBeFalse();
    }

    [Fact]
    public async Task Unknown_members_and_nulls_are_ignored_and_of_a_repeated_one_the_last_counts()
    {
        await Accepted($$"""
            {"x":{"y":[1,2,{"z":null}]},"messages":[{"sender":"a","sender":"{{Bodies.Sender}}","type":"text","destinations":[{"to":"821000000000"}],
              "destinations":[{"to":"821012340009","messageId":null,"networkId":0}],"options":null,"webhooks":{"delivery":null,"callbackData":null},
              "content":{"text":"first","templateCode":"t","text":"last","title":null,"buttons":null,"type":"TEMPLATE"} }],"options":{"schedule":null,"priority":null} }
            """);

        var message = _host.Gateway.Submissions.Single().Messages.ShouldHaveSingleItem();
        message.To.Value.ShouldBe("821012340009");
        message.Envelope.Route[0].Sender.ShouldBe(Bodies.Sender);
        Content().ShouldBe(new AlimTalkContent("t", "last", null, Content().Buttons, null));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/vnd.infobip+json")]
    [InlineData("text/json")]
    public async Task Every_kind_of_json_is_taken(string contentType) =>
        (await _host.PostAsync(Bodies.One(), ("Content-Type", contentType))).ShouldBe(HttpStatusCode.OK);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json;charset=euc-kr")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_415_and_nothing_is_stored(string contentType)
    {
        var answer = await _host.PostAsync(Bodies.One(), ("Content-Type", contentType));

        answer.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        _host.Gateway.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trailing_slash_is_no_other_path() =>
        (await _host.SendAsync(HttpMethod.Post, "/kakao-alim/1/messages/?x=1", Bodies.One())).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_byte_order_mark_is_skipped() => await Accepted("\uFEFF" + Bodies.One());

    [Fact]
    public async Task Korean_comes_back_as_it_was_sent()
    {
        var answer = await Accepted(Bodies.One(messageId: "주문-77"));

        answer.Body.ShouldContain("주문-77");
    }

    private AlimTalkContent Content() => (AlimTalkContent)_host.Gateway.Submissions.Single().Messages[0].Envelope.Route[0].Content;

    private async Task<Answer> Accepted(string body) => (await _host.PostAsync(body)).ShouldBe(HttpStatusCode.OK);
}
