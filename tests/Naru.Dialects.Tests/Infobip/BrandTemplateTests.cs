using System.Net;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Templates;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class BrandTemplateTests : IAsyncLifetime
{
    private const string Templates = "/kakao-brand-messages/1/templates";
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await InfobipHost.StartAsync();
        await _host.AddSenderAsync(InfobipHost.Sender);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    public static TheoryData<string> Contents() =>
    [
        """{"type":"TEXT","text":"안녕하세요 #{이름}님","buttons":[{"type":"ADD_CHANNEL"},{"type":"BUSINESS_FORM","name":"톡에서 응모하기","businessFormId":12},{"type":"BOT_KEYWORD","name":"말하기"},{"type":"MESSAGE_DELIVERY","name":"전달"}],"coupon":{"title":{"type":"PRICE_DISCOUNT_COUPON","couponTitle":1000},"description":"오늘만","urlMobile":"https://m.example.test"}}""",
        """{"type":"TEXT","text":"a","buttons":[{"type":"BUSINESS_FORM","name":"a","businessFormId":1},{"type":"URL","name":"열기"},{"type":"BOT_KEYWORD","name":"b"},{"type":"BOT_KEYWORD","name":"c"},{"type":"BOT_KEYWORD","name":"d"}]}""",
        """{"type":"IMAGE","text":"a","image":{"url":"https://example.test/i.png","link":"https://example.test"},"buttons":[{"type":"APP_LINK","name":"앱","schemeAndroid":"a://","schemeIos":"i://"}],"coupon":{"title":{"type":"FREE_COUPON","couponTitle":"커피"},"description":"d","urlMobile":"https://m.example.test","urlPc":"https://example.test","schemeIos":"i://","schemeAndroid":"a://"}}""",
        """{"type":"IMAGE_WIDE","text":"a","image":{"url":"i.png"},"buttons":[{"type":"BUSINESS_FORM","name":"톡에서 응모하기","businessFormId":1},{"type":"ADD_CHANNEL"}],"coupon":{"title":{"type":"PERCENTAGE_DISCOUNT_COUPON","couponTitle":100},"description":"열여덟 글자까지 되는 설명입","urlMobile":"https://m.example.test"}}""",
        """{"type":"ITEM_LIST","header":"오늘의 상품","wide":{"title":"a","imageUrl":"https://example.test/w.png","urlMobile":"https://m.example.test"},"wideList":[{"title":"b","imageUrl":"https://example.test/b.png","urlMobile":"https://m.example.test","urlPc":"https://example.test"},{"title":"c","imageUrl":"https://example.test/c.png","urlMobile":"https://m.example.test","schemeAndroid":"a://","schemeIos":"i://"}],"buttons":[{"type":"URL","name":"여덟글자까지만","urlMobile":"https://m.example.test","urlPc":"https://example.test"}],"coupon":{"title":{"type":"SHIPPING_DISCOUNT_COUPON"},"description":"d","urlMobile":"https://m.example.test"}}""",
        """{"text":"type comes last","coupon":{"description":"d","urlMobile":"https://m.example.test","title":{"couponTitle":"UP","type":"UP_COUPON"}},"type":"TEXT"}""",
    ];

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task What_was_made_is_shown_as_it_was_written(string content)
    {
        var code = await CreateAsync(content);

        var shown = (await _host.GetAsync($"{Templates}/single?templateCode={code}&sender={InfobipHost.Sender}")).ShouldBe(HttpStatusCode.OK);

        OpenApiFile.Infobip.ShouldAccept(shown.Json, "brandtpl.GetTemplateResponse");
        OpenApiFile.Infobip.ShouldAccept(JsonDocument.Parse(Body(content)).RootElement, "brandtpl.CreateTemplateRequest");
        shown.Json.GetProperty("name").GetString().ShouldBe("이름");
        Sorted(shown.Json.GetProperty("templateContent")).ShouldBe(Sorted(JsonDocument.Parse(content).RootElement));
    }

    [Fact]
    public async Task It_is_kept_whole_for_those_who_will_send_it()
    {
        var code = await CreateAsync(
            """{"type":"TEXT","text":"a","buttons":[{"type":"BUSINESS_FORM","name":"톡에서 응모하기","businessFormId":12}],"coupon":{"title":{"type":"PRICE_DISCOUNT_COUPON","couponTitle":1000},"description":"d","urlMobile":"https://m"}}""");

        var kept = _host.Directory.FindBrandTemplate(_host.Demo.Id, new BrandTemplateOwner(InfobipHost.Sender, false), code)!;

        kept.Content.ShouldBe(new BrandContent(BrandBubble.Text, "a")
        {
            Buttons = [new Button(ButtonKind.BusinessForm, "톡에서 응모하기") { Extras = new ButtonExtras(FormId: "12") }],
            Coupon = new BrandCoupon(BrandCouponKind.Price, 1000, null, "d", new RepresentLink("https://m")),
        });
    }

    public static TheoryData<string, string> BadContents() => new()
    {
        { "{}", "type" },
        { """{"type":"PIGEON"}""", "type" },
        { """{"type":"TEXT"}""", "text" },
        { $$"""{"type":"TEXT","text":"{{new string('x', 1301)}}"}""", "text" },
        { """{"type":"IMAGE","text":"a"}""", "image" },
        { """{"type":"IMAGE","text":"","image":{}}""", "image.url text" },
        { $$"""{"type":"IMAGE_WIDE","text":"{{new string('x', 77)}}","image":{"url":"{{new string('x', 501)}}"},"buttons":[]}""", "image.url text buttons" },
        { """{"type":"ITEM_LIST","header":"a\nb","wide":{"title":"a"},"wideList":[{"title":"b","imageUrl":"b","urlMobile":"m.example.test"}]}""", "header wide.imageUrl wide.urlMobile wideList wideList[0].urlMobile" },
        { """{"type":"ITEM_LIST"}""", "header wide wideList" },
        { $$"""{"type":"ITEM_LIST","header":"123456789012345678901","wide":{"title":"{{new string('x', 26)}}","imageUrl":"i","urlMobile":"https://m"},"wideList":[{"title":"{{new string('x', 31)}}","imageUrl":"i","urlMobile":"https://m"},{"title":"c","imageUrl":"i","urlMobile":"https://m"}]}""", "header wide.title wideList[0].title" },
        { """{"type":"TEXT","text":"a","buttons":[{"type":"PIGEON"},{},{"type":"URL"},{"type":"APP_LINK","name":"a","schemeIos":"i://"},{"type":"BUSINESS_FORM","name":"123456789012345"},{"type":"BOT_KEYWORD","name":"123456789012345"}]}""", "buttons[0].type buttons buttons[1].type buttons[2].name buttons[3] buttons[4].name buttons[4].businessFormId buttons[5].name buttons" },
        { """{"type":"TEXT","text":"a","buttons":[{"type":"BUSINESS_FORM","name":"a","businessFormId":1},{"type":"ADD_CHANNEL"}]}""", "buttons" },
        { """{"type":"TEXT","text":"a","buttons":[{"type":"BOT_KEYWORD","name":"a"},{"type":"BUSINESS_FORM","name":"a","businessFormId":1}]}""", "buttons" },
        { """{"type":"IMAGE_WIDE","text":"a","image":{"url":"i"},"buttons":[{"type":"BUSINESS_FORM","name":"a","businessFormId":1},{"type":"BOT_KEYWORD","name":"123456789"}]}""", "buttons[1].name buttons" },
        { """{"type":"TEXT","text":"a","buttons":[{"type":"BOT_KEYWORD","name":"a"},{"type":"BOT_KEYWORD","name":"a"},{"type":"BOT_KEYWORD","name":"a"},{"type":"BOT_KEYWORD","name":"a"},{"type":"BOT_KEYWORD","name":"a"}],"coupon":{"title":{"type":"UP_COUPON","couponTitle":"12345678"},"description":"1234567890123","urlMobile":"m"}}""", "buttons coupon.description coupon.urlMobile coupon.title.couponTitle" },
        { """{"type":"TEXT","text":"a","coupon":{}}""", "coupon.description coupon.urlMobile coupon.title" },
        { """{"type":"TEXT","text":"a","coupon":{"title":{"type":"PERCENTAGE_DISCOUNT_COUPON","couponTitle":101},"description":"a\nb","urlMobile":"https://m"}}""", "coupon.description coupon.title.couponTitle" },
        { """{"type":"TEXT","text":"a","coupon":{"title":{"type":"PRICE_DISCOUNT_COUPON"},"description":"a","urlMobile":"https://m"}}""", "coupon.title.couponTitle" },
    };

    [Theory]
    [MemberData(nameof(BadContents))]
    public async Task What_the_contract_forbids_is_refused_with_its_path(string content, string paths)
    {
        var answer = (await _host.SendAsync(HttpMethod.Post, Templates, Body(content))).ShouldBe(HttpStatusCode.BadRequest);

        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Violations().ShouldBe(paths.Split(' ').Select(path => "templateContent." + path), answer.Body);
        _host.Directory.BrandTemplatesOf(_host.Demo.Id, null).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{}""", "sender name templateContent")]
    [InlineData("""{"sender":"","name":"","templateContent":{"type":"TEXT","text":"a"}}""", "sender name")]
    [InlineData("""{"sender":"a","senderGroup":"b","name":"n","isAdult":1,"templateContent":{"type":"TEXT","text":"a"}}""", "isAdult senderGroup")]
    [InlineData("""{"sender":"of-nobody","name":"n","templateContent":{"type":"TEXT","text":"a"}}""", "sender")]
    [InlineData("""{"senderGroup":"of-nobody","name":"n","templateContent":{"type":"TEXT","text":"a"}}""", "senderGroup")]
    [InlineData("""{"sender":"a","name":"n","templateContent":"text"}""", "templateContent")]
    public async Task What_is_wrong_around_the_content_is_refused_with_its_path(string body, string paths) =>
        (await _host.SendAsync(HttpMethod.Post, Templates, body)).ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe(paths.Split(' '));

    [Fact]
    public async Task A_list_has_the_codes_of_what_changed_since_and_is_cut_into_pages()
    {
        var first = await CreateAsync("""{"type":"TEXT","text":"a"}""");
        _host.Time.Advance(TimeSpan.FromMinutes(59));
        var second = await CreateAsync("""{"type":"TEXT","text":"b"}""");
        _host.Time.Advance(TimeSpan.FromMinutes(2));

        Codes(await _host.GetAsync(Templates)).ShouldBe([second]);
        var all = (await _host.GetAsync(Templates + "?since=2026-10-01T00:00:00.000%2B0000")).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.Infobip.ShouldAccept(all.Json, "brandtpl.ModifiedTemplateResponse");
        Codes(all).ShouldBe([first, second]);
        Codes(await _host.GetAsync(Templates + "?since=2026-10-01T00:00:00.000Z&size=1&page=2")).ShouldBe([second]);
        Codes(await _host.GetAsync($"{Templates}?since=2026-10-01T00:00:00.000Z&senderKey={InfobipHost.Sender}")).ShouldBe([first, second]);
        Codes(await _host.GetAsync($"{Templates}?since=2026-10-01T00:00:00.000Z&senderGroupKey={InfobipHost.Sender}")).ShouldBeEmpty();
        (await _host.GetAsync(Templates + "?since=yesterday&page=0&size=0")).ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe(["since", "page", "size"]);

        (await _host.SendAsync(HttpMethod.Put, $"{Templates}/{first}", Body("""{"type":"TEXT","text":"new"}"""))).ShouldBe(HttpStatusCode.NoContent).Body.ShouldBeEmpty();
        Codes(await _host.GetAsync(Templates)).ShouldBe([second, first]);
        (await _host.GetAsync($"{Templates}/single?templateCode={first}&sender={InfobipHost.Sender}")).Json.GetProperty("templateContent").GetProperty("text").GetString().ShouldBe("new");
    }

    [Fact]
    public async Task What_is_not_there_or_anothers_is_404_and_what_is_not_said_400()
    {
        var code = await CreateAsync("""{"type":"TEXT","text":"a"}""");
        var other = await _host.AddWorkspaceAsync("other", "other-key");
        await _host.AddSenderAsync("other-sender", other);

        (await _host.GetAsync($"{Templates}/single?templateCode=none&sender={InfobipHost.Sender}")).ShouldBe(HttpStatusCode.NotFound).Violations().ShouldBe(["templateCode"]);
        (await _host.GetAsync($"{Templates}/single?templateCode={code}&sender={InfobipHost.Sender}", ("Authorization", "App other-key"))).ShouldBe(HttpStatusCode.NotFound);
        (await _host.GetAsync($"{Templates}/single?templateCode={code}&senderGroup={InfobipHost.Sender}")).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Put, $"{Templates}/none", Body("""{"type":"TEXT","text":"a"}"""))).ShouldBe(HttpStatusCode.NotFound);
        (await _host.SendAsync(HttpMethod.Post, Templates, Body("""{"type":"TEXT","text":"a"}""", "other-sender"))).ShouldBe(HttpStatusCode.BadRequest);
        (await _host.GetAsync(Templates + "/single")).ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe(["sender", "templateCode"]);
        (await _host.GetAsync($"{Templates}/single?templateCode={new string('x', 51)}&sender={new string('x', 41)}&senderGroup=g")).Violations().ShouldBe(["sender", "senderGroup", "templateCode"]);
        (await _host.SendAsync(HttpMethod.Delete, Templates + "/" + code)).ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await _host.GetAsync("/kakao-brand-messages/1/pigeons")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_needs_the_scope_kakao_manage()
    {
        await _host.AddWorkspaceAsync("sender", "sender-key", "kakao:message:send");
        await _host.AddWorkspaceAsync("manager", "manager-key", "kakao:manage");

        (await _host.GetAsync(Templates, ("Authorization", "App sender-key"))).ShouldBe(HttpStatusCode.Forbidden);
        (await _host.GetAsync(Templates, ("Authorization", "App manager-key"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_eleventh_in_a_minute_is_too_many()
    {
        for (var i = 0; i < 10; i++)
        {
            await CreateAsync("""{"type":"TEXT","text":"a"}""");
        }

        var refused = (await _host.SendAsync(HttpMethod.Post, Templates, Body("""{"type":"TEXT","text":"a"}"""))).ShouldBe(HttpStatusCode.TooManyRequests);

        refused.Json.GetProperty("errorCode").GetString().ShouldBe("E429");
        int.Parse(refused.Headers["Retry-After"]).ShouldBeInRange(1, 60);
        (await _host.GetAsync(Templates)).ShouldBe(HttpStatusCode.OK);
    }

    private async Task<string> CreateAsync(string content)
    {
        var made = (await _host.SendAsync(HttpMethod.Post, Templates, Body(content))).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.Infobip.ShouldAccept(made.Json, "brandtpl.CreateTemplateResponse");
        return made.Json.GetProperty("templateCode").GetString()!;
    }

    private static string Body(string content, string sender = InfobipHost.Sender) => $$"""{"sender":"{{sender}}","name":"이름","templateContent":{{content}}}""";

    private static IEnumerable<string> Codes(Answer answer) => answer.Json.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("templateCode").GetString()!);

    /// <summary>The same members in the same places, whatever their order.</summary>
    private static string Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}:{Sorted(member.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Sorted)) + "]",
        _ => value.ToString(),
    };
}
