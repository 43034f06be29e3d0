using System.Net;
using System.Text;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>Bad shapes: each is a 400 that names the path, and stores nothing.</summary>
public sealed class RefusedSendTests(RefusedSendTests.Host shared) : IClassFixture<RefusedSendTests.Host>
{
    private const string Someone = """[{"to":"1"}]""";
    private const string SomeContent = """{"type":"TEMPLATE","templateCode":"t","text":"x"}""";

    /// <summary>A body and the paths that are complained about, in their order.</summary>
    public static TheoryData<string, string[]> BadBodies()
    {
        var data = new TheoryData<string, string[]>();

        // No JSON at all, or none that means a request.
        Add("", "$");
        Add("   ", "$");
        Add("nonsense", "$");
        Add("null", "$");
        Add("[]", "$");
        Add("\"text\"", "$");
        Add("17", "$");
        Add("""{"messages":[""", "messages[0]");
        Add("""{"messages":[{"sender":"x" "destinations":[]}]}""", "messages[0].sender");
        Add("""{"messages":[{"sender":"x",}]}""", "messages[0].sender");
        Add("""{"messages":[{"sender":tru}]}""", "messages[0].sender");
        Add("""{"messages":[{},{"destinations":[{"to":01}]}]}""", "messages[1].destinations[0].to");
        Add(Bodies.One() + "x", "$");
        Add(Bodies.One() + Bodies.One(), "$");
        Add("""{"messages":[] /* comment */}""", "$");

        // Deeper than 32 levels, also in members that nobody reads.
        Add("""{"x":""" + new string('[', 40) + new string(']', 40) + "}", "x" + string.Concat(Enumerable.Repeat("[0]", 31)));

        // Characters that are none.
        Add("""{"messages":[{"sender":"\ud800"}]}""", "messages[0].sender");
        Add("""{"messages":[{"sender":"x","content":{"text":"a\udc00b"}}]}""", "messages[0].content.text");
        Add("""{"x\ud800":1}""", "$");
        Add(Bodies.One(text: "\\u0000"), "messages[0].content.text");

        // The envelope.
        Add("{}", "messages");
        Add("""{"messages":null}""", "messages");
        Add("""{"messages":{}}""", "messages");
        Add("""{"messages":"x"}""", "messages");
        Add("""{"messages":[]}""", "messages");
        Add("""{"messages":[null]}""", "messages[0]");
        Add("""{"messages":[1,"x"]}""", "messages[0]", "messages[1]");
        Add("""{"messages":[{}]}""", "messages[0].sender", "messages[0].destinations", "messages[0].content");
        Add("""{"messages":[{"destinations":[{"to":"1"}],"content":{"type":"TEMPLATE","templateCode":"t","text":"x"}}]}""", "messages[0].sender");
        Sender("""5""", "messages[0].sender");
        Sender("""null""", "messages[0].sender");
        Sender($$""" "{{new string('s', 256)}}" """, "messages[0].sender");
        Add("""{"messages":[{"sender":"s","content":{"type":"TEMPLATE","templateCode":"t","text":"x"}}]}""", "messages[0].destinations");
        Destinations("""[]""", "messages[0].destinations");
        Destinations("""{}""", "messages[0].destinations");
        Destinations("""["821012340001"]""", "messages[0].destinations[0]");
        Destinations("""[{"to":"821012340001"},{}]""", "messages[0].destinations[1].to");
        Destinations("""[{"to":821012340001}]""", "messages[0].destinations[0].to");
        Destinations("""[{"to":null}]""", "messages[0].destinations[0].to");
        Destinations($$"""[{"to":"{{new string('1', 65)}}"}]""", "messages[0].destinations[0].to");
        Destinations($$"""[{"to":"1","messageId":"{{new string('m', 201)}}"}]""", "messages[0].destinations[0].messageId");
        Destinations("""[{"to":"1","messageId":7}]""", "messages[0].destinations[0].messageId");

        // The content.
        Add("""{"messages":[{"sender":"s","destinations":[{"to":"1"}]}]}""", "messages[0].content");
        WholeContent(""" "x" """, "messages[0].content");
        WholeContent("""{}""", "messages[0].content.type", "messages[0].content.templateCode", "messages[0].content.text");
        WholeContent("""{"type":"TEXT","templateCode":"t","text":"x"}""", "messages[0].content.type");
        WholeContent("""{"type":"template","templateCode":"t","text":"x"}""", "messages[0].content.type");
        WholeContent("""{"type":1,"templateCode":"t","text":"x"}""", "messages[0].content.type");
        WholeContent($$"""{"type":"TEMPLATE","templateCode":"{{new string('t', 31)}}","text":"x"}""", "messages[0].content.templateCode");
        WholeContent($$"""{"type":"TEMPLATE","templateCode":"t","text":"{{new string('가', 1301)}}"}""", "messages[0].content.text");
        WholeContent("""{"type":"TEMPLATE","templateCode":"t","text":["x"]}""", "messages[0].content.text");
        Content($$""" "title":"{{new string('t', 51)}}" """, "messages[0].content.title");
        Content(""" "title":true """, "messages[0].content.title");
        Content(""" "groupKey":{} """, "messages[0].content.groupKey");

        // Buttons.
        Content(""" "buttons":{} """, "messages[0].content.buttons");
        Content(""" "buttons":[5] """, "messages[0].content.buttons[0]");
        Content(""" "buttons":[{}] """, "messages[0].content.buttons[0].type", "messages[0].content.buttons[0].name");
        Content(""" "buttons":[{"type":"WL","name":"n"}] """, "messages[0].content.buttons[0].type");
        Content(""" "buttons":[{"type":"BOT_KEYWORD"}] """, "messages[0].content.buttons[0].name");
        Content($$""" "buttons":[{"type":"BOT_KEYWORD","name":"{{new string('n', 29)}}"}] """, "messages[0].content.buttons[0].name");
        Content(""" "buttons":[{"type":"URL","name":"n"}] """, "messages[0].content.buttons[0].urlMobile");
        Content($$""" "buttons":[{"type":"URL","name":"n","urlMobile":"{{new string('u', 501)}}"}] """, "messages[0].content.buttons[0].urlMobile");
        Content(""" "buttons":[{"type":"URL","name":"n","urlMobile":"u","urlPc":""}] """, "messages[0].content.buttons[0].urlPc");
        Content(""" "buttons":[{"type":"URL","name":"n","urlMobile":"u","urlPc":5}] """, "messages[0].content.buttons[0].urlPc");
        Content(""" "buttons":[{"type":"URL","name":"n","urlMobile":"u","target":"_blank"}] """, "messages[0].content.buttons[0].target");
        Content(""" "buttons":[{"type":"APP_LINK","name":"n","schemeIos":"a://"}] """, "messages[0].content.buttons[0]");
        Content(""" "buttons":[{"type":"APP_LINK","name":"n","schemeIos":"a://","urlMobile":""}] """, "messages[0].content.buttons[0].urlMobile");
        Content($$""" "buttons":[{"type":"CHATBOT_SWITCH","name":"n","chatExtra":"{{new string('e', 51)}}"}] """, "messages[0].content.buttons[0].chatExtra");
        Content($$""" "buttons":[{{string.Join(',', Enumerable.Repeat("""{"type":"BOT_KEYWORD","name":"n"}""", 6))}}] """, "messages[0].content.buttons");

        // Options of a message.
        Options("[]", "messages[0].options");
        Options("""{"platform":"x"}""", "messages[0].options.platform");
        Options($$"""{"platform":{"entityId":"{{new string('e', 256)}}","applicationId":5} }""", "messages[0].options.platform.entityId", "messages[0].options.platform.applicationId");
        Options($$"""{"campaignReferenceId":"{{new string('c', 256)}}"}""", "messages[0].options.campaignReferenceId");
        Options("""{"validityPeriod":{}}""", "messages[0].options.validityPeriod.amount");
        Options("""{"validityPeriod":{"amount":"2"}}""", "messages[0].options.validityPeriod.amount");
        Options("""{"validityPeriod":{"amount":1.5}}""", "messages[0].options.validityPeriod.amount");
        Options("""{"validityPeriod":{"amount":99999999999}}""", "messages[0].options.validityPeriod.amount");
        Options("""{"validityPeriod":{"amount":0}}""", "messages[0].options.validityPeriod.amount");
        Options("""{"validityPeriod":{"amount":2,"timeUnit":"DAYS"}}""", "messages[0].options.validityPeriod.timeUnit");
        Options("""{"validityPeriod":{"amount":2,"timeUnit":"hours"}}""", "messages[0].options.validityPeriod.timeUnit");
        Options("""{"deliveryTimeWindow":{}}""", "messages[0].options.deliveryTimeWindow.days");
        Options("""{"deliveryTimeWindow":{"days":[]}}""", "messages[0].options.deliveryTimeWindow.days");
        Options("""{"deliveryTimeWindow":{"days":["MONDAY","Tuesday",3]}}""", "messages[0].options.deliveryTimeWindow.days[1]", "messages[0].options.deliveryTimeWindow.days[2]");
        Options("""{"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":9,"minute":0}}}""", "messages[0].options.deliveryTimeWindow.to");
        Options("""{"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":24,"minute":60},"to":{"hour":10}}}""", "messages[0].options.deliveryTimeWindow.from.hour", "messages[0].options.deliveryTimeWindow.from.minute", "messages[0].options.deliveryTimeWindow.to.minute");
        Options("""{"deliveryTimeWindow":{"days":["MONDAY"],"from":{"hour":9,"minute":30},"to":{"hour":10,"minute":29}}}""", "messages[0].options.deliveryTimeWindow.to");
        Options("""{"smsFailover":{}}""", "messages[0].options.smsFailover.text");
        Options("""{"smsFailover":{"text":"x","validityPeriod":{"amount":1,"timeUnit":"DAYS"}}}""", "messages[0].options.smsFailover.validityPeriod.timeUnit");
        Options($$"""{"smsFailover":{"text":"x","regional":{"southKorea":{"title":"{{new string('t', 67)}}","resellerCode":"1"} } } }""", "messages[0].options.smsFailover.regional.southKorea.title", "messages[0].options.smsFailover.regional.southKorea.resellerCode");
        Options("""{"smsFailover":{"text":"x","regional":{"indiaDlt":{},"turkeyIys":{"recipientType":"X"}}}}""", "messages[0].options.smsFailover.regional.indiaDlt.principalEntityId", "messages[0].options.smsFailover.regional.turkeyIys.recipientType");

        // Webhooks.
        Webhooks("5", "messages[0].webhooks");
        Webhooks("""{"contentType":"text/html"}""", "messages[0].webhooks.contentType");
        Webhooks($$"""{"callbackData":"{{new string('c', 4001)}}"}""", "messages[0].webhooks.callbackData");
        Webhooks("""{"delivery":[]}""", "messages[0].webhooks.delivery");
        Webhooks("""{"delivery":{"notify":"false"}}""", "messages[0].webhooks.delivery.notify");
        Webhooks("""{"delivery":{"intermediateReport":1}}""", "messages[0].webhooks.delivery.intermediateReport");
        foreach (var url in new[] { "", "/dlr", "shop.example/dlr", "ftp://shop.example", "javascript:alert(1)", "https://" })
        {
            Webhooks($$"""{"delivery":{"url":"{{url}}"} }""", "messages[0].webhooks.delivery.url");
        }

        // Options of the request.
        Request("""{"schedule":7}""", "options.schedule");
        Request($$"""{"schedule":{"bulkId":"{{new string('b', 101)}}"} }""", "options.schedule.bulkId");
        Request("""{"schedule":{"sendAt":"tomorrow"}}""", "options.schedule.sendAt");
        Request("""{"schedule":{"sendAt":"2026-13-01T00:00:00.000+0000"}}""", "options.schedule.sendAt");
        Request("""{"schedule":{"sendingSpeedLimit":{}}}""", "options.schedule.sendingSpeedLimit.amount");
        Request("""{"schedule":{"sendAt":20261001}}""", "options.schedule.sendAt");
        Request("""{"schedule":{"SendAt":"tomorrow"}}""", "options.schedule.sendAt");
        Request("""{"schedule":{"sendAt":"2027-03-30T00:00:00.001+0000"}}""", "options.schedule.sendAt"); // 180 days and a millisecond
        Request("""{"schedule":{"sendAt":"9999-12-31T23:59:59.999-1200"}}""", "options.schedule.sendAt");
        Request("""{"schedule":{"sendingSpeedLimit":{"amount":0,"timeUnit":"HOUR"}}}""", "options.schedule.sendingSpeedLimit.amount");
        Request("""{"schedule":{"sendingSpeedLimit":{"amount":5,"timeUnit":"SECOND"}}}""", "options.schedule.sendingSpeedLimit.timeUnit");
        Request("""{"schedule":{"sendingSpeedLimit":{"amount":5,"timeUnit":"hour"}}}""", "options.schedule.sendingSpeedLimit.timeUnit");
        Request("""{"priority":"URGENT"}""", "options.priority");
        return data;

        void Add(string body, params string[] paths) => data.Add(body, paths);
        void Whole(string sender, string destinations, string content, string[] paths) =>
            Add("{\"messages\":[{\"sender\":" + sender + ",\"destinations\":" + destinations + ",\"content\":" + content + "}]}", paths);
        void Sender(string sender, params string[] paths) => Whole(sender, Someone, SomeContent, paths);
        void Destinations(string destinations, params string[] paths) => Whole("\"s\"", destinations, SomeContent, paths);
        void WholeContent(string content, params string[] paths) => Whole("\"s\"", Someone, content, paths);
        void Content(string members, params string[] paths) => Add(Bodies.Content(members), paths);
        void Options(string options, params string[] paths) => Add(Bodies.One(more: "\"options\":" + options), paths);
        void Webhooks(string webhooks, params string[] paths) => Add(Bodies.One(more: "\"webhooks\":" + webhooks), paths);
        void Request(string options, params string[] paths) => Add("{\"messages\":[" + Bodies.Message() + "],\"options\":" + options + "}", paths);
    }

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_bad_shape_is_refused_with_the_path_of_every_fault_and_stores_nothing(string body, string[] paths)
    {
        var answer = await shared.Door.PostAsync(body);

        answer.ShouldBe(HttpStatusCode.BadRequest);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Json.GetProperty("errorCode").GetString().ShouldBe("E400");
        answer.Violations().ShouldBe(paths, answer.Body);
        shared.Door.Gateway.Submissions.ShouldBeEmpty();
    }

    /// <summary>What no carrier here can do is said at its path, not left out: the text would be another than the one that was meant.</summary>
    [Theory]
    [InlineData("/sms/3/messages", """{"messages":[{"destinations":[{"to":"1"}],"content":{"text":"x"},"options":{"flash":true}}]}""", "messages[0].options.flash")]
    [InlineData("/sms/3/messages", """{"messages":[{"destinations":[{"to":"1"}],"content":{"hex":"0a"}}]}""", "messages[0].content.hex")]
    [InlineData("/sms/2/text/advanced", """{"messages":[{"destinations":[{"to":"1"}],"text":"x","flash":true}]}""", "messages[0].flash")]
    public async Task A_kind_of_text_that_is_not_sent_refuses_the_request(string path, string body, string fault)
    {
        var answer = await shared.Door.SendAsync(HttpMethod.Post, path, body);

        answer.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain($"\"{fault}\"");
        answer.Body.ShouldContain("is not sent by this gateway; nothing was sent");
        shared.Door.Gateway.Submissions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http://10.0.0.5/dlr")]
    [InlineData("http://[::1]:9000/dlr")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:192.168.0.1]/")]
    public async Task A_report_url_in_a_private_network_is_refused_and_the_setting_named(string url)
    {
        var answer = await shared.Door.PostAsync(Bodies.One(more: $$""" "webhooks":{"delivery":{"url":"{{url}}"} } """));

        answer.ShouldBe(HttpStatusCode.BadRequest);
        answer.Violations().ShouldBe(["messages[0].webhooks.delivery.url"]);
        answer.Body.ShouldContain("Naru:Webhooks:AllowedNetworks");
    }

    [Theory]
    [InlineData("messages[0].content.text", new byte[] { 0xFF })]
    [InlineData("messages[0].content.text", new byte[] { 0xC3, 0x28 })]
    [InlineData("messages[0].content.text", new byte[] { 0xED, 0xA0, 0x80 })] // a surrogate
    public async Task Bytes_that_are_no_utf8_are_refused_with_the_path(string path, byte[] bytes)
    {
        var parts = Bodies.One().Split("Parcel");
        byte[] body = [.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])];

        (await RawAsync(body)).Violations().ShouldBe([path]);
        shared.Door.Gateway.Submissions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_refused_in_a_member_that_nobody_reads_too()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"x":[{"y":" """), 0xFE, .. Encoding.UTF8.GetBytes("\"}]," + Bodies.One()[1..])];

        (await RawAsync(body)).Violations().ShouldBe(["x[0].y"]);
    }

    [Fact]
    public async Task A_request_with_countless_faults_names_the_first_hundred()
    {
        var body = "{\"messages\":[" + string.Join(',', Enumerable.Repeat("{}", 1000)) + "]}";

        (await shared.Door.PostAsync(body)).ShouldBe(HttpStatusCode.BadRequest).Violations().Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_fault_never_repeats_the_value()
    {
        var answer = await shared.Door.PostAsync(Bodies.One(to: "821012345678" + new string('9', 60)));

        answer.ShouldBe(HttpStatusCode.BadRequest).Body.ShouldNotContain("821012345678");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_ten_megabytes_is_413_with_or_without_its_length(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kakao-alim/1/messages");
        request.Content = new ByteArrayContent(new byte[(10 * 1024 * 1024) + 1]);
        request.Headers.TransferEncodingChunked = chunked;

        var answer = await shared.Door.SendAsync(request);

        answer.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Json.GetProperty("errorCode").GetString().ShouldBe("E413");
    }

    [Fact]
    public async Task The_older_text_limit_is_a_setting()
    {
        await using var host = await InfobipHost.StartAsync(("Naru:Infobip:TextLimit", "Infobip"));

        (await host.PostAsync(Bodies.One(text: new string('가', 1000)))).ShouldBe(HttpStatusCode.OK);
        (await host.PostAsync(Bodies.One(text: new string('가', 1001)))).Violations().ShouldBe(["messages[0].content.text"]);
    }

    [Fact]
    public async Task A_text_of_1300_characters_is_taken_by_default()
    {
        await using var host = await InfobipHost.StartAsync();

        (await host.PostAsync(Bodies.One(text: new string('가', 1300)))).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<Answer> RawAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/kakao-alim/1/messages");
        request.Content = new ByteArrayContent(body);
        return (await shared.Door.SendAsync(request)).ShouldBe(HttpStatusCode.BadRequest);
    }

    /// <summary>One front door for the whole table: nothing in it may leave a trace.</summary>
    public sealed class Host : IAsyncLifetime
    {
        internal InfobipHost Door { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Door = await InfobipHost.StartAsync();

        public async ValueTask DisposeAsync() => await Door.DisposeAsync();
    }
}
