using System.Net;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Contracts;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>What follows from a send of the right shape: always 200, and a report that says what became of it.</summary>
public sealed class SendTests
{
    [Fact]
    public async Task A_message_is_made_of_its_template_and_handed_over()
    {
        await using var host = await MessageHost.StartAsync();

        var answer = (await host.PostAsync("/messages:send", Orders.Send(host))).ShouldBeAnswer("SendMessageResponse");

        answer.Json.GetProperty("accepted_time").GetString().ShouldBe("2026-11-02T01:02:03.456Z");
        var id = answer.Json.GetProperty("message_id").GetString()!;
        Ulid.TryParse(id, out _).ShouldBeTrue();
        await host.Callbacks.ReportOfAsync(id);
        var handed = host.Carrier.Handed.ShouldHaveSingleItem();
        handed.To.Value.ShouldBe(MessageHost.Phone);
        handed.Step.Sender.ShouldBe(MessageHost.SenderKey);
        handed.Step.Content.ShouldBeOfType<AlimTalkContent>().Text.ShouldBe("주문하신 상품 P-1의 도착 예정일은 내일입니다.");
    }

    [Fact]
    public async Task Outside_conversations_both_callbacks_say_so_and_leave_the_ids_empty()
    {
        await using var host = await MessageHost.StartAsync();
        var (id, report) = await host.ReportOfAsync(Orders.Send(host, more: "\"message_metadata\":\"order-77\",\"correlation_id\":\"c-1\","));

        report.Body.ShouldBe(
            $$$"""{"app_id":"{{{host.App.PublicId}}}","accepted_time":"2026-11-02T01:02:03.456Z","event_time":"2026-11-02T01:02:05.456Z","project_id":"{{{host.Project.PublicId}}}","message_metadata":"order-77","correlation_id":"c-1","message_delivery_report":{"message_id":"{{{id}}}","conversation_id":"","status":"DELIVERED","channel_identity":{"channel":"KAKAOTALK","identity":"821012345678","app_id":""},"contact_id":"","metadata":"order-77","processing_mode":"DISPATCH"}}""");
        var submit = await host.Callbacks.SubmitOfAsync(id);
        submit.Body.ShouldBe(
            $$$"""{"app_id":"{{{host.App.PublicId}}}","accepted_time":"2026-11-02T01:02:03.456Z","event_time":"2026-11-02T01:02:03.456Z","project_id":"{{{host.Project.PublicId}}}","message_metadata":"order-77","correlation_id":"c-1","message_submit_notification":{"message_id":"{{{id}}}","conversation_id":"","channel_identity":{"channel":"KAKAOTALK","identity":"821012345678","app_id":""},"contact_id":"","submitted_message":{{{Orders.Generic}}},"metadata":"order-77","processing_mode":"DISPATCH"}}""");
        OpenApiFile.Sinch.ShouldAccept(report.Json, "CallbackEnvelope");
        OpenApiFile.Sinch.ShouldAccept(submit.Json, "CallbackEnvelope");
        report.ContentType.ShouldBe("application/json");
    }

    [Fact]
    public async Task In_a_conversation_every_message_to_a_person_bears_the_same_two_ids()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);

        var (_, first) = await host.ReportOfAsync(Orders.Send(host));
        var (_, second) = await host.ReportOfAsync(Orders.Send(host, identity: "+82 10-1234-5678"));
        var (_, other) = await host.ReportOfAsync(Orders.Send(host, identity: "821099998888"));

        var ids = new[] { first, second, other }.Select(r => (r.Payload.GetProperty("contact_id").GetString(), r.Payload.GetProperty("conversation_id").GetString())).ToArray();
        ids[1].ShouldBe(ids[0]);
        ids[2].ShouldNotBe(ids[0]);
        first.Payload.TryGetProperty("processing_mode", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_can_be_sent_outside_conversations_through_an_app_that_has_them()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);

        var (_, report) = await host.ReportOfAsync(Orders.Send(host, more: "\"processing_strategy\":\"DISPATCH_ONLY\","));

        report.Payload.GetProperty("contact_id").GetString().ShouldBeEmpty();
        report.Payload.GetProperty("processing_mode").GetString().ShouldBe("DISPATCH");
    }

    [Fact]
    public async Task A_contact_is_sent_to_by_its_id()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var (_, first) = await host.ReportOfAsync(Orders.Send(host));
        var contact = first.Payload.GetProperty("contact_id").GetString();

        var (_, second) = await host.ReportOfAsync(
            $$$"""{"app_id":"{{{host.App.PublicId}}}","recipient":{"contact_id":"{{{contact}}}"},"message":{{{Orders.Generic}}}}""");

        second.Payload.GetProperty("channel_identity").GetProperty("identity").GetString().ShouldBe(MessageHost.Phone);
        second.Payload.GetProperty("conversation_id").GetString().ShouldBe(first.Payload.GetProperty("conversation_id").GetString());
    }

    [Theory]
    [InlineData("01HAPP00000000000000000000")]
    [InlineData("nobody")]
    public async Task Nobody_is_not_found(string contact)
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);

        var answer = await host.PostAsync(
            "/messages:send", $$$"""{"app_id":"{{{host.App.PublicId}}}","recipient":{"contact_id":"{{{contact}}}"},"message":{{{Orders.Generic}}}}""");

        SinchContract.ShouldBeFault(answer.ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
    }

    [Fact]
    public async Task An_app_that_is_not_there_or_not_ones_own_is_not_found()
    {
        await using var host = await MessageHost.StartAsync();

        var answer = await host.PostAsync("/messages:send", Orders.Send(host).Replace(host.App.PublicId, "01HAPP00000000000000000000", StringComparison.Ordinal));

        SinchContract.ShouldBeFault(answer.ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
    }

    [Fact]
    public async Task The_conversation_keeps_the_metadata_and_reports_carry_it_where_the_app_wants_it()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation, app => app with { ReportsMetadata = true });

        var (_, first) = await host.ReportOfAsync(Orders.Send(host, more: "\"conversation_metadata\":{\"a\": 1, \"b\": 2},"));
        var (_, second) = await host.ReportOfAsync(
            Orders.Send(host, more: "\"conversation_metadata\":{\"b\":null,\"c\":3},\"conversation_metadata_update_strategy\":\"MERGE_PATCH\","));

        first.Json.GetProperty("conversation_metadata").GetRawText().ShouldBe("""{"a":1,"b":2}""");
        second.Json.GetProperty("conversation_metadata").GetRawText().ShouldBe("""{"a":1,"c":3}""");
    }

    public static TheoryData<string, string, string> Failing => new()
    {
        { Orders.Template("nope"), "TEMPLATE_NOT_FOUND", "The sender has no approved template with this template_id" },
        {
            Orders.Template("package_template", ("package_id", "1")), "TEMPLATE_INSUFFICIENT_PARAMETERS",
            "The template has parameters for which no value was given: expected_delivery"
        },
        { """{"text_message":{"text":"hello"}}""", "UNSUPPORTED_OPERATION", "The channel does not carry this kind of message" },
        {
            """{"template_message":{"omni_template":{"template_id":"t","version":"1"}}}""", "TEMPLATE_NOT_FOUND",
            "The sender has no approved template with this template_id"
        },
        {
            Orders.Generic[..^1] + ""","explicit_channel_message":{"KAKAOTALK":"raw"}}""", "UNSUPPORTED_OPERATION",
            "The channel does not carry this kind of message"
        },
    };

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task What_cannot_be_sent_is_accepted_and_fails_with_the_reason(string message, string code, string description)
    {
        await using var host = await MessageHost.StartAsync();

        var (_, report) = await host.ReportOfAsync(Orders.Send(host, message));

        Reason(report).ShouldBe((code, description));
        host.Carrier.Handed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_template_that_is_not_approved_is_not_found()
    {
        await using var host = await MessageHost.StartAsync();
        var template = host.Directory.FindTemplate(MessageHost.SenderKey, "package_template")!.Template;
        await host.Directory.SaveTemplateAsync(template with { State = Core.Templates.TemplateState.InReview }, CancellationToken.None);

        Reason((await host.ReportOfAsync(Orders.Send(host))).Report).Code.ShouldBe("TEMPLATE_NOT_FOUND");
    }

    [Fact]
    public async Task A_sender_that_is_not_the_projects_is_a_bad_configuration_whatever_templates_it_has()
    {
        await using var host = await MessageHost.StartAsync();
        await host.ChangeAppAsync(app => app with { Channels = [new AppChannel(Channel.AlimTalk, "@other", "0000000000000000000000000000000000000000")] });

        Reason((await host.ReportOfAsync(Orders.Send(host))).Report).Code.ShouldBe("CHANNEL_BAD_CONFIGURATION");
    }

    [Theory]
    [InlineData("KAKAOTALK", "no phone", "RECIPIENT_INVALID_CHANNEL_IDENTITY")]
    [InlineData("KAKAOTALKCHAT", "user-key", "CHANNEL_CONFIGURATION_MISSING")]
    [InlineData("WHATSAPP", "821012345678", "CHANNEL_CONFIGURATION_MISSING")]
    public async Task A_recipient_whom_the_app_cannot_reach_fails(string channel, string identity, string code)
    {
        foreach (var mode in new[] { ProcessingMode.Dispatch, ProcessingMode.Conversation })
        {
            await using var host = await MessageHost.StartAsync(mode);

            var (_, report) = await host.ReportOfAsync(Orders.Send(host, channel: channel, identity: identity));

            Reason(report).Code.ShouldBe(code);
            report.Payload.GetProperty("channel_identity").GetProperty("identity").GetString().ShouldBe(identity);
        }
    }

    [Fact]
    public async Task What_the_centre_answers_is_repeated()
    {
        await using var host = await MessageHost.StartAsync();
        host.Carrier.Code = "3019";

        Reason((await host.ReportOfAsync(Orders.Send(host))).Report)
            .ShouldBe(("RECIPIENT_NOT_REACHABLE", "The underlying channel reported: 3019 No KakaoTalk user is registered with this number."));
    }

    [Theory]
    [InlineData("true", MessageClass.Authentication)]
    [InlineData("\"true\"", MessageClass.Authentication)]
    [InlineData("\"TRUE\"", MessageClass.Authentication)]
    [InlineData("\"True\"", MessageClass.Authentication)]
    [InlineData("false", MessageClass.Standard)]
    [InlineData("\"false\"", MessageClass.Standard)]
    public async Task An_authentication_message_takes_the_priority_lane(string value, MessageClass expected)
    {
        await using var host = await MessageHost.StartAsync();
        var more = $$$""" "channel_properties":{"KAKAOTALK_AUTHENTICATION":{{{value}}}}, """;

        var (id, report) = await host.ReportOfAsync(Orders.Send(host, Orders.OneTimeCode, more));

        report.Payload.GetProperty("status").GetString().ShouldBe("DELIVERED");
        (await StoredAsync(host, id)).Class.ShouldBe(expected);
    }

    [Fact]
    public async Task Queue_time_to_live_and_the_apps_retries_are_kept_with_the_message()
    {
        await using var host = await MessageHost.StartAsync(change: app => app with { RetryFor = TimeSpan.FromMinutes(5) });

        var id = await host.AcceptedAsync(Orders.Send(host, more: "\"queue\":\"HIGH_PRIORITY\",\"ttl\":\"90.5s\","));
        var plain = await host.AcceptedAsync(Orders.Send(host, more: "\"ttl\":\"315576000000s\","));

        var message = await StoredAsync(host, id);
        (message.Class, message.Envelope.RetryFor).ShouldBe((MessageClass.High, TimeSpan.FromMinutes(5)));
        message.ExpiresAt.ShouldBe(MessageHost.Start.AddSeconds(90.5));
        (await StoredAsync(host, plain)).ExpiresAt.ShouldBe(MessageHost.Start.AddHours(48));
    }

    [Fact]
    public async Task The_same_key_is_answered_as_the_first_time()
    {
        await using var host = await MessageHost.StartAsync();

        var first = await host.PostAsync("/messages:send", Orders.Send(host), ("Idempotency-Key", "k"));
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await host.PostAsync("/messages:send", Orders.Send(host), ("Idempotency-Key", "k"));
        var third = await host.PostAsync("/messages:send", Orders.Send(host, identity: "821000001111"), ("Idempotency-Key", "k"));

        second.ShouldBe(HttpStatusCode.OK).Body.ShouldBe(first.Body);
        second.Headers["Idempotency-Replayed"].ShouldBe("true");
        SinchContract.ShouldBeFault(third.ShouldBe(HttpStatusCode.UnprocessableEntity), "FAILED_PRECONDITION");
    }

    private static (string Code, string Description) Reason(Callback report)
    {
        report.Payload.GetProperty("status").GetString().ShouldBe("FAILED");
        var reason = report.Payload.GetProperty("reason");
        reason.GetProperty("sub_code").GetString().ShouldBe("UNSPECIFIED_SUB_CODE");
        return (reason.GetProperty("code").GetString()!, reason.GetProperty("description").GetString()!);
    }

    private static async Task<Message> StoredAsync(MessageHost host, string id) =>
        (await host.Gateway.FindAsync(host.Project.Id, id, CancellationToken.None)).ShouldNotBeNull();
}
