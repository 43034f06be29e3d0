using System.Net;
using System.Text;
using Naru.Core.Content;
using Naru.Dialects.Infobip;
using Naru.Dialects.Infobip.Sending;
using Naru.Dialects.Json;
using Naru.Dialects.Tests.Hosting;
using Naru.Engine.Webhooks;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>No option is dropped in silence: what is not read is named, and the send goes on.</summary>
public sealed class IgnoredMemberTests : IAsyncLifetime
{
    private const string Header = "Naru-Ignored";

    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("""{"deliveryTimeWindow":{"days":["MONDAY"]}}""", "", "options.deliveryTimeWindow")]
    [InlineData("""{"sendAt":"2026-10-02T00:00:00Z"}""", "", "options.sendAt")]
    [InlineData("""{"SENDAT":"2026-10-02T00:00:00Z"}""", "", "options.SENDAT")]
    [InlineData("""{"schedule":{"sendat":"2026-10-02T00:00:00Z","sendingSpeedLimit":{"amount":1,"unit":"HOUR"}}}""", "", "options.schedule.sendat, options.schedule.sendingSpeedLimit.unit")]
    [InlineData("{}", """ "sendAt":"2026-10-02T00:00:00Z" """, "messages[0].sendAt")]
    [InlineData("{}", """ "options":{"priority":"HIGH","schedule":{"bulkId":"b"}} """, "messages[0].options.priority, messages[0].options.schedule")]
    [InlineData("{}", """ "options":{"validityPeriod":{"amount":1,"units":"HOURS"}} """, "messages[0].options.validityPeriod.units")]
    [InlineData("{}", """ "webhooks":{"url":"https://a.example","delivery":{"callbackData":"x"}} """, "messages[0].webhooks.url, messages[0].webhooks.delivery.callbackData")]
    [InlineData("""{"tracking":{"shortenUrl":true}}""", "", "options.tracking")]
    public async Task A_member_in_the_wrong_place_is_named_in_a_header_and_on_the_timeline(string options, string more, string ignored)
    {
        var answer = await _host.PostAsync("{\"messages\":[" + Bodies.Message(more: more) + "],\"options\":" + options + "}");

        answer.ShouldBe(HttpStatusCode.OK).Headers[Header].ShouldBe(ignored);
        _host.Gateway.Messages.Single().Timeline[0].Note.ShouldBe($"ignored: {ignored.Replace("messages[0]", "messages[]", StringComparison.Ordinal)}");
    }

    [Fact]
    public async Task A_member_at_any_depth_is_named_with_its_index()
    {
        var answer = await _host.PostAsync($$"""
            {"type":"text","messages":[{{Bodies.Message()}},
              {"sender":"{{Bodies.Sender}}","destinations":[{"to":"821012340001"},{"to":"821012340002","networkId":7}],
               "content":{"type":"TEMPLATE","templateCode":"t","text":"x","buttons":[{"type":"BOT_KEYWORD","name":"n","urlPc":"https://a.example","style":1}]} }]}
            """);

        answer.ShouldBe(HttpStatusCode.OK).Headers[Header].ShouldBe(
            "type, messages[1].destinations[1].networkId, messages[1].content.buttons[0].style, messages[1].content.buttons[0].urlPc");
        _host.Gateway.Messages.Select(m => m.Timeline[0].Note).ShouldBe(
        [
            "ignored: type",
            .. Enumerable.Repeat("ignored: type, messages[].destinations[1].networkId, messages[].content.buttons[0].style, messages[].content.buttons[0].urlPc", 2),
        ]);
    }

    [Theory]
    [InlineData("""{"type":"URL","name":"n","urlMobile":"https://a.example","chatExtra":"e"}""", "chatExtra")]
    [InlineData("""{"type":"APP_LINK","name":"n","schemeIos":"a://","schemeAndroid":"a://","target":"OUT"}""", "target")]
    [InlineData("""{"type":"CHATBOT_SWITCH","name":"n","urlMobile":"https://a.example"}""", "urlMobile")]
    [InlineData("""{"type":"ADD_CHANNEL","name":"n","schemeIos":"a://"}""", "schemeIos")]
    public async Task A_member_that_a_button_of_its_type_does_not_have_is_named(string button, string member) =>
        (await _host.PostAsync(Bodies.Content($"\"buttons\":[{button}]"))).ShouldBe(HttpStatusCode.OK).Headers[Header]
            .ShouldBe($"messages[0].content.buttons[0].{member}");

    [Fact]
    public async Task Null_asks_for_nothing_and_is_not_named()
    {
        var answer = await _host.PostAsync($$"""{"x":null,"messages":[{{Bodies.Message(more: """ "sendAt":null """)}}]}""");

        answer.ShouldBe(HttpStatusCode.OK).Headers.Keys.ShouldNotContain(Header);
        _host.Gateway.Messages.Single().Timeline[0].Note.ShouldBeNull();
    }

    [Theory]
    [InlineData("옵션", "%EC%98%B5%EC%85%98")]
    [InlineData("a\\r\\nSet-Cookie: b", "a%0D%0ASet-Cookie:%20b")]
    [InlineData("a,b%\\\"", "a%2Cb%25\"")]
    public async Task A_name_cannot_break_out_of_the_header(string name, string shown) =>
        (await _host.PostAsync($$"""{"{{name}}":1,"messages":[{{Bodies.Message()}}]}""")).ShouldBe(HttpStatusCode.OK).Headers[Header].ShouldBe(shown);

    [Fact]
    public async Task Twenty_are_named_and_then_three_dots_but_every_message_has_its_own()
    {
        var messages = Enumerable.Range(0, 50).Select(i => Bodies.Message(more: $"\"type\":\"text\",\"n{i}\":1"));

        var answer = await _host.PostAsync($$"""{"messages":[{{string.Join(',', messages)}}]}""");

        var named = answer.ShouldBe(HttpStatusCode.OK).Headers[Header].Split(", ");
        named.Length.ShouldBe(21);
        (named[0], named[19], named[20]).ShouldBe(("messages[0].type", "messages[9].n9", "..."));
        _host.Gateway.Messages[49].Timeline[0].Note.ShouldBe("ignored: messages[].type, messages[].n49");
    }

    [Fact]
    public async Task A_long_name_and_many_of_them_are_cut()
    {
        var members = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"{new string('n', 200)}{i}\":{i}"));

        var answer = await _host.PostAsync($$"""{"messages":[{{Bodies.Message(more: members)}}]}""");

        answer.ShouldBe(HttpStatusCode.OK).Headers[Header].Length.ShouldBeLessThan(2000);
        _host.Gateway.Messages.Single().Timeline[0].Note!.ShouldEndWith(", …");
    }

    [Fact]
    public async Task A_refused_request_names_nothing_and_a_clean_one_has_no_header()
    {
        (await _host.PostAsync("""{"x":1,"messages":[]}""")).ShouldBe(HttpStatusCode.BadRequest).Headers.Keys.ShouldNotContain(Header);
        (await _host.PostAsync(Bodies.One())).ShouldBe(HttpStatusCode.OK).Headers.Keys.ShouldNotContain(Header);
    }

    [Fact]
    public void Neighbours_in_which_the_same_is_ignored_share_it_and_a_clean_request_makes_nothing()
    {
        Read(Bodies.One()).Ignored.ShouldBeNull();

        var draft = Read($$"""{"messages":[{{Bodies.Message(more: "\"type\":1")}},{{Bodies.Message(more: "\"type\":1")}},{{Bodies.Message()}}]}""");

        draft.Messages[1].Ignored.ShouldBeSameAs(draft.Messages[0].Ignored);
        draft.Messages[2].Ignored.ShouldBeNull();
    }

    private static SendDraft Read(string body)
    {
        var faults = new ShapeFaults();
        var draft = SendRequestReader.Read(Channel.AlimTalk, Encoding.UTF8.GetBytes(body), InfobipTextLimit.Kakao, WebhookTargetPolicy.PublicOnly, InfobipHost.Start, faults);
        faults.All.ShouldBeEmpty();
        return draft;
    }
}
