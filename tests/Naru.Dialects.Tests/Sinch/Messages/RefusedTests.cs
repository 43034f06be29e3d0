using Naru.Core.Workspaces;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>Whatever has the wrong shape is refused with the path of every fault, and changes nothing.</summary>
public sealed class RefusedTests
{
    private const string Choice = """{"text_message":{"text":"a"}}""";

    private static readonly string Long = new('x', 2049);

    public static TheoryData<string, string[]> Bodies => new()
    {
        { "{}", ["app_id", "recipient", "message"] },
        { "[]", ["$"] },
        { "{\"app_id\":1}", ["app_id", "recipient", "message"] },
        { Whole(more: "\"app_id\":\"short\","), ["app_id"] },
        { Whole(recipient: "{}"), ["recipient"] },
        { Whole(recipient: "null"), ["recipient"] },
        { Whole(recipient: "\"x\""), ["recipient"] },
        { Whole(recipient: """{"contact_id":"c","identified_by":{"channel_identities":[{"channel":"KAKAOTALK","identity":"8210"}]}}"""), ["recipient"] },
        { Whole(recipient: """{"identified_by":{}}"""), ["recipient.identified_by.channel_identities"] },
        { Whole(recipient: """{"identified_by":{"channel_identities":[]}}"""), ["recipient.identified_by.channel_identities"] },
        {
            Whole(recipient: """{"identified_by":{"channel_identities":[{"channel":"FAX","identity":""},{}]}}"""),
            [
                "recipient.identified_by.channel_identities[0].channel", "recipient.identified_by.channel_identities[0].identity",
                "recipient.identified_by.channel_identities[1].channel", "recipient.identified_by.channel_identities[1].identity",
            ]
        },
        { Whole("{}"), ["message"] },
        { Whole("""{"text_message":{"text":"a"},"media_message":{"url":"u"}}"""), ["message"] },
        { Whole("""{"text_message":null}"""), ["message"] },
        { Whole("""{"text_message":{}}"""), ["message.text_message.text"] },
        { Whole("""{"text_message":{"text":5}}"""), ["message.text_message.text"] },
        { Whole("""{"media_message":{"thumbnail_url":"t"}}"""), ["message.media_message.url"] },
        { Whole("""{"template_message":{}}"""), ["message.template_message"] },
        { Whole("""{"template_message":{"channel_template":{}}}"""), ["message.template_message"] },
        {
            Whole("""{"template_message":{"channel_template":{"KAKAOTALK":{"parameters":{"a":1}}}}}"""),
            ["message.template_message.channel_template.KAKAOTALK.parameters.a", "message.template_message.channel_template.KAKAOTALK.template_id"]
        },
        { Whole("""{"template_message":{"channel_template":{"PIGEON":{"template_id":"t"}}}}"""), ["message.template_message.channel_template.PIGEON"] },
        { Whole("""{"template_message":{"omni_template":{"template_id":"t"}}}"""), ["message.template_message.omni_template.version"] },
        {
            Whole("""{"location_message":{"coordinates":{"latitude":"x"}}}"""),
            ["message.location_message.coordinates.latitude", "message.location_message.coordinates.longitude", "message.location_message.title"]
        },
        { Whole("""{"choice_message":{"text_message":{"text":"a"}}}"""), ["message.choice_message.choices"] },
        {
            Whole("""{"choice_message":{"choices":[{"url_message":{"title":"t"}},{},{"text_message":{"text":"a"},"call_message":{"title":"t","phone_number":"1"}}]}}"""),
            ["message.choice_message.choices[0].url_message.url", "message.choice_message.choices[1]", "message.choice_message.choices[2]"]
        },
        { Whole("{\"choice_message\":{\"choices\":[" + Many(Choice, 11) + "]}}"), ["message.choice_message.choices"] },
        { Whole("{\"carousel_message\":{\"cards\":[" + Many("{}", 11) + "]}}"), ["message.carousel_message.cards"] },
        { Whole("""{"carousel_message":{"cards":[]}}"""), ["message.carousel_message.cards"] },
        {
            Whole("{\"carousel_message\":{\"cards\":[{\"media_message\":{}}],\"choices\":[" + Many(Choice, 4) + "]}}"),
            ["message.carousel_message.cards[0].media_message.url", "message.carousel_message.choices"]
        },
        { Whole("""{"list_message":{}}"""), ["message.list_message.title", "message.list_message.sections"] },
        { Whole("""{"contact_info_message":{}}"""), ["message.contact_info_message.name", "message.contact_info_message.phone_numbers"] },
        { Whole("""{"explicit_channel_message":{"KAKAOTALK":{}}}"""), ["message.explicit_channel_message.KAKAOTALK"] },
        { Whole("""{"explicit_channel_omni_message":{"KAKAOTALK":{}}}"""), ["message.explicit_channel_omni_message.KAKAOTALK"] },
        {
            Whole("""{"channel_specific_message":{"KAKAOTALK":{"message_type":"X"}}}"""),
            ["message.channel_specific_message.KAKAOTALK.message_type", "message.channel_specific_message.KAKAOTALK.message"]
        },
        { Whole("""{"text_message":{"text":"a"},"agent":{"type":"CAT"},"reply_to":{}}"""), ["message.agent.type", "message.reply_to.message_id"] },
        { Whole(more: "\"callback_url\":\"ftp://x\","), ["callback_url"] },
        { Whole(more: "\"callback_url\":\"http://10.0.0.1/\","), ["callback_url"] },
        { Whole(more: $"\"callback_url\":\"http://x.example/{new string('x', 742)}\","), ["callback_url"] },
        { Whole(more: "\"channel_priority_order\":[\"KAKAOTALK\",\"FAX\"],"), ["channel_priority_order[1]"] },
        { Whole(more: "\"channel_priority_order\":[\"KAKAOTALK\",\"SMS\"],"), ["channel_priority_order[1]"] },
        { Whole(more: "\"channel_priority_order\":[\"KAKAOTALKCHAT\"],"), ["channel_priority_order[0]"] },
        { Whole(more: "\"channel_properties\":{\"KAKAOTALK_AUTHENTICATION\":\"yes\"},"), ["channel_properties.KAKAOTALK_AUTHENTICATION"] },
        { Whole(more: "\"channel_properties\":{\"KAKAOTALK_AUTHENTICATION\":1},"), ["channel_properties.KAKAOTALK_AUTHENTICATION"] },
        { Whole(more: $"\"channel_properties\":{{\"OTHER\":\"{Long[..1025]}\"}},"), ["channel_properties.OTHER"] },
        { Whole(more: $"\"message_metadata\":\"{Long[..1025]}\","), ["message_metadata"] },
        { Whole(more: $"\"correlation_id\":\"{Long[..129]}\","), ["correlation_id"] },
        { Whole(more: $"\"conversation_metadata\":{{\"a\":\"{Long}\"}},"), ["conversation_metadata"] },
        { Whole(more: "\"conversation_metadata\":\"a\","), ["conversation_metadata"] },
        { Whole(more: "\"conversation_metadata_update_strategy\":\"ADD\","), ["conversation_metadata_update_strategy"] },
        { Whole(more: "\"queue\":\"LOW\","), ["queue"] },
        { Whole(more: "\"processing_strategy\":\"X\","), ["processing_strategy"] },
        { Whole(more: "\"message_content_type\":\"CONTENT_SPAM\","), ["message_content_type"] },
        { Whole(more: "\"message_content_type\":\"X\","), ["message_content_type"] },
        { Whole(more: "\"ttl\":\"2.999s\","), ["ttl"] },
        { Whole(more: "\"ttl\":\"315576000000.1s\","), ["ttl"] },
        { Whole(more: "\"ttl\":\"60\","), ["ttl"] },
        { Whole(more: "\"ttl\":\"-60s\","), ["ttl"] },
        { Whole(more: "\"ttl\":\"6e1s\","), ["ttl"] },
        { Whole(more: "\"ttl\":60,"), ["ttl"] },
        { "{\"app_id\"", ["$"] },
        { Whole("""{"text_message":{"text":"\ud800"}}"""), ["message.text_message.text"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_send_of_the_wrong_shape_is_refused_with_every_path(string body, string[] fields)
    {
        await using var host = await MessageHost.StartAsync();

        (await host.PostAsync("/messages:send", body.Replace("APP", host.App.PublicId, StringComparison.Ordinal))).ShouldComplainAbout(fields);

        host.Carrier.Handed.ShouldBeEmpty();
        (await host.GetAsync("/messages?messages_source=DISPATCH_SOURCE")).Json.GetProperty("messages").GetArrayLength().ShouldBe(0);
    }

    public static TheoryData<string> Taken =>
    [
        Whole(more: "\"ttl\":\"3s\",\"unknown\":{\"a\":[1]},"),
        Whole(more: "\"ttl\":\"315576000000s\","),
        Whole(more: "\"queue\":null,\"ttl\":null,\"callback_url\":null,\"channel_priority_order\":null,\"channel_properties\":null,"),
        Whole(more: "\"channel_priority_order\":[],\"message_content_type\":\"CONTENT_NOTIFICATION\","),
        Whole(more: $"\"message_metadata\":\"{Long[..1024]}\",\"correlation_id\":\"{Long[..128]}\","),
        Whole("""{"text_message":{"text":"a"},"reply_to":null,"agent":{"display_name":"d","type":"BOT"}}"""),
        Whole("""{"channel_specific_message":{"KAKAOTALK":{"message_type":"COMMERCE","message":{}}}}"""),
        Whole("""{"card_message":{"title":"t","media_message":{"url":"u"},"choices":[{"text_message":{"text":"a"},"postback_data":"p"}]}}"""),
        Whole("""{"list_message":{"title":"t","sections":[{"items":[]}]}}"""),
    ];

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_is_unusual_and_right_is_taken(string body)
    {
        await using var host = await MessageHost.StartAsync();

        await host.AcceptedAsync(body.Replace("APP", host.App.PublicId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_cannot_be_named_outside_conversations()
    {
        await using var host = await MessageHost.StartAsync();

        (await host.PostAsync("/messages:send", Whole(recipient: """{"contact_id":"c"}""").Replace("APP", host.App.PublicId, StringComparison.Ordinal)))
            .ShouldComplainAbout("recipient.contact_id");
    }

    [Fact]
    public async Task Metadata_that_would_not_fit_the_conversation_any_more_is_refused()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        await host.AcceptedAsync(Whole(more: $"\"conversation_metadata\":{{\"a\":\"{Long[..2000]}\"}},").Replace("APP", host.App.PublicId, StringComparison.Ordinal));

        var more = $"\"conversation_metadata\":{{\"b\":\"{Long[..2000]}\"}},\"conversation_metadata_update_strategy\":\"MERGE_PATCH\",";
        (await host.PostAsync("/messages:send", Whole(more: more).Replace("APP", host.App.PublicId, StringComparison.Ordinal))).ShouldComplainAbout("conversation_metadata");
    }

    [Theory]
    [InlineData("page_size=x", "page_size")]
    [InlineData("page_token=bm90b3Vycw", "page_token")]
    [InlineData("start_time=yesterday", "start_time")]
    [InlineData("end_time=2026-01-01", "end_time")]
    [InlineData("view=ALL", "view")]
    [InlineData("messages_source=OTHER", "messages_source")]
    [InlineData("direction=UP", "direction")]
    [InlineData("channel=FAX", "channel")]
    [InlineData("only_recipient_originated=maybe", "only_recipient_originated")]
    [InlineData("only_recipient_originated=true", "only_recipient_originated")]
    [InlineData("app_id=x", "app_id")]
    public async Task A_list_query_of_the_wrong_shape_is_refused(string query, string field)
    {
        await using var host = await MessageHost.StartAsync();

        (await host.GetAsync($"/messages?{query}")).ShouldComplainAbout(field);
    }

    [Theory]
    [InlineData("{}", "$")]
    [InlineData("""{"channel_identities":["1"],"contact_ids":["c"]}""", "$")]
    [InlineData("""{"contact_ids":["c"],"messages_source":"DISPATCH_SOURCE"}""", "contact_ids")]
    [InlineData("""{"channel_identities":[""]}""", "channel_identities[0]")]
    [InlineData("""{"channel_identities":["1"],"app_id":"x"}""", "app_id")]
    [InlineData("""{"channel_identities":["1"],"page_token":"x"}""", "page_token")]
    [InlineData("""{"channel_identities":["1"],"page_size":-1}""", "page_size")]
    [InlineData("""{"channel_identities":["1"],"start_time":"x"}""", "start_time")]
    [InlineData("""{"channel_identities":["1"],"view":"x"}""", "view")]
    public async Task A_fetch_of_the_wrong_shape_is_refused(string body, string field)
    {
        await using var host = await MessageHost.StartAsync();

        (await host.PostAsync("/messages:fetch-last-message", body)).ShouldComplainAbout(field);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"metadata":null}""")]
    [InlineData("""{"metadata":5}""")]
    [InlineData("""{"metadata":"LONG"}""")]
    public async Task A_change_of_the_wrong_shape_is_refused(string body)
    {
        await using var host = await MessageHost.StartAsync();
        var (id, _) = await host.ReportOfAsync(Orders.Send(host, more: "\"message_metadata\":\"old\","));

        (await host.SendAsync(HttpMethod.Patch, $"/messages/{id}?messages_source=DISPATCH_SOURCE", body.Replace("LONG", Long[..1025], StringComparison.Ordinal))).ShouldComplainAbout("metadata");

        (await host.GetAsync($"/messages/{id}?messages_source=DISPATCH_SOURCE")).Json.GetProperty("metadata").GetString().ShouldBe("old");
    }

    private static string Whole(
        string message = Orders.Generic,
        string more = "",
        string recipient = """{"identified_by":{"channel_identities":[{"channel":"KAKAOTALK","identity":"821012345678"}]}}""") =>
        more.StartsWith("\"app_id\"", StringComparison.Ordinal)
            ? $$$"""{{{{more}}}"recipient":{{{recipient}}},"message":{{{message}}}}"""
            : $$$"""{{{{more}}}"app_id":"APP","recipient":{{{recipient}}},"message":{{{message}}}}""";

    private static string Many(string item, int count) => string.Join(',', Enumerable.Repeat(item, count));
}
