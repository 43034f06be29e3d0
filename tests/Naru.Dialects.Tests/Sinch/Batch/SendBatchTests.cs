using System.Net;
using System.Text.Json;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Sinch.Messages;

namespace Naru.Dialects.Tests.Sinch.Batch;

/// <summary>One message to many: what each of them gets, and what their reports say.</summary>
public sealed class SendBatchTests
{
    private const string Open =
        """{"template_message":{"channel_template":{"KAKAOTALK":{"template_id":"package_template","parameters":{"package_id":"${id}","expected_delivery":"${day} (${day})"}}}}}""";

    [Fact]
    public async Task Each_recipient_gets_the_message_with_parameters_of_its_own()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var answer = (await caller.PostAsync(caller.Order(
            BatchCaller.To("821011110001", ""","parameters":{"id":"P-1","day":"내일 \"늦게\""}""") + "," + BatchCaller.To("821011110002", ""","parameters":{"id":"${day}","day":"모레"}"""),
            Open))).ShouldBe(HttpStatusCode.OK);

        Ulid.TryParse(answer.Json.GetProperty("batch_id").GetString(), out _).ShouldBeTrue();
        answer.Json.GetProperty("send_after").GetString().ShouldBe("2026-11-02T01:02:03.456Z");
        await host.Callbacks.ReportsAsync(2);
        TextTo(host, "821011110001").ShouldBe("주문하신 상품 P-1의 도착 예정일은 내일 \"늦게\" (내일 \"늦게\")입니다.");
        TextTo(host, "821011110002").ShouldBe("주문하신 상품 ${day}의 도착 예정일은 모레 (모레)입니다.");
    }

    [Fact]
    public async Task A_message_for_which_a_parameter_is_missing_fails_with_a_report_and_the_others_go()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        await caller.AcceptedAsync(caller.Order(
            BatchCaller.To("821011110001", ""","parameters":{"id":"P-1"}""") + "," + BatchCaller.To("821011110002", ""","parameters":{"id":"P-2","day":"모레"}"""), Open));

        var reports = await host.Callbacks.ReportsAsync(2);
        var failed = reports.Single(report => Identity(report) == "821011110001").Payload;
        failed.GetProperty("status").GetString().ShouldBe("FAILED");
        failed.GetProperty("reason").GetProperty("code").GetString().ShouldBe("TEMPLATE_INSUFFICIENT_PARAMETERS");
        failed.GetProperty("reason").GetProperty("description").GetString()!.ShouldContain("'day'");
        reports.Single(report => Identity(report) == "821011110002").Payload.GetProperty("status").GetString().ShouldBe("DELIVERED");
    }

    [Fact]
    public async Task Reports_bring_back_the_metadata_of_batch_and_recipient_with_the_batchs_id()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var id = await caller.AcceptedAsync(caller.Order(
            BatchCaller.To("821011110001", ""","message_metadata":{"n":2,"who":"김"}"""),
            more: """ "message_metadata":{"campaign":"가을","n":1,"_batch_id":"mine"},"""));

        var report = (await host.Callbacks.ReportsAsync(1)).Single();
        report.Payload.GetProperty("metadata").GetString().ShouldBe($$"""{"campaign":"가을","n":2,"who":"김","_batch_id":"{{id}}"}""");
    }

    [Fact]
    public async Task In_conversations_the_batchs_id_stands_in_their_metadata_too()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation, app => app with { ReportsMetadata = true });
        var caller = await BatchCaller.SignInAsync(host);

        var id = await caller.AcceptedAsync(caller.Order(
            BatchCaller.To("821011110001", ""","conversation_metadata":{"b":3}""") + "," + BatchCaller.To("821011110002"), more: """ "conversation_metadata":{"a":1,"b":2},"""));

        var reports = await host.Callbacks.ReportsAsync(2);
        Metadata("821011110001").ShouldBe($$"""{"a":1,"b":3,"_batch_id":"{{id}}"}""");
        Metadata("821011110002").ShouldBe($$"""{"a":1,"b":2,"_batch_id":"{{id}}"}""");
        reports.Select(report => report.Payload.GetProperty("conversation_id").GetString()).Distinct().Count().ShouldBe(2);

        string Metadata(string phone) => reports.Single(report => Identity(report) == phone).Json.GetProperty("conversation_metadata").GetRawText();
    }

    [Fact]
    public async Task A_thousand_recipients_who_are_new_become_a_thousand_contacts()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var caller = await BatchCaller.SignInAsync(host);

        await caller.AcceptedAsync(caller.Order(string.Join(',', Enumerable.Range(0, 1000).Select(i => BatchCaller.To($"8210{20000000 + i}")))));

        var reports = await host.Callbacks.ReportsAsync(1000);
        reports.Select(report => report.Payload.GetProperty("contact_id").GetString()).Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public async Task The_same_request_under_an_idempotency_key_is_one_batch()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var body = caller.Order(BatchCaller.To("821011110001"));

        var first = await caller.PostAsync(body, ("Idempotency-Key", "k-1"));
        var second = await caller.PostAsync(body, ("Idempotency-Key", "k-1"));

        second.ShouldBe(HttpStatusCode.OK).Body.ShouldBe(first.Body);
        second.Headers["Idempotency-Replayed"].ShouldBe("true");
        await host.Callbacks.ReportsAsync(1);
        host.Carrier.Handed.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("us.conversationbatch.api.sinch.com")]
    [InlineData("conversationbatch.naru.example")]
    [InlineData("batch.naru.example:8080")]
    public async Task On_a_host_of_its_own_it_is_found_at_the_root(string name)
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var answer = await caller.PostAsync(caller.Order(BatchCaller.To("821011110001")), ("Host", name));

        answer.ShouldBe(HttpStatusCode.OK).Json.TryGetProperty("batch_id", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task On_any_other_host_the_root_is_the_conversation_apis()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.PostAsync(caller.Order(BatchCaller.To("821011110001")), ("Host", "conversation.api.sinch.com"))).ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    private static string TextTo(MessageHost host, string phone) =>
        host.Carrier.Handed.Single(handed => handed.To.Value == phone).Step.Content.ShouldBeOfType<AlimTalkContent>().Text;

    private static string Identity(Callback report) => report.Payload.GetProperty("channel_identity").GetProperty("identity").GetString()!;
}
