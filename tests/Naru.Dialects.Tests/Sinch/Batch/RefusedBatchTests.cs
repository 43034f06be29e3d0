using System.Net;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Sinch.Messages;

namespace Naru.Dialects.Tests.Sinch.Batch;

/// <summary>Of a batch all is accepted or nothing.</summary>
public sealed class RefusedBatchTests
{
    private const string To = """{"recipient":{"identified_by":{"channel_identities":[{"channel":"KAKAOTALK","identity":"821011110001"}]}}}""";
    private const string App = "\"app_id\":\"01HAPP00000000000000000000\"";

    public static TheoryData<string, string[]> Bodies => new()
    {
        { "{}", ["app_id", "message", "recipient_and_params"] },
        { Whole(""), ["recipient_and_params"] },
        { Whole("null"), ["recipient_and_params[0]"] },
        { Whole("{}"), ["recipient_and_params[0].recipient"] },
        { Whole(To + ",{\"recipient\":{}}"), ["recipient_and_params[1].recipient"] },
        { Whole(To[..^1] + ",\"parameters\":{\"a\":1},\"message_metadata\":\"x\",\"conversation_metadata\":[]}"), ["recipient_and_params[0].parameters.a", "recipient_and_params[0].message_metadata", "recipient_and_params[0].conversation_metadata"] },
        { Whole(string.Join(',', Enumerable.Repeat(To, 1001))), ["recipient_and_params"] },
        { Whole(To, "{}"), ["message"] },
        { Whole(To, """{"text_message":{}}"""), ["message.text_message.text"] },
        { Whole(To, more: "\"batch_metadata\":\"x\",\"message_metadata\":1,\"conversation_metadata\":true,"), ["batch_metadata", "message_metadata", "conversation_metadata"] },
        { Whole(To, more: "\"batch_metadata\":{\"a\":\"" + new string('x', 1024) + "\"},"), ["batch_metadata"] },
        { Whole(To, more: "\"send_after\":\"tomorrow\","), ["send_after"] },
        { Whole(To, more: "\"send_after\":5,"), ["send_after"] },
        { Whole(To, more: "\"ttl\":\"1s\",\"channel_priority_order\":[\"FAX\"],\"callback_url\":\"x\",\"processing_strategy\":\"X\","), ["ttl", "channel_priority_order[0]", "callback_url", "processing_strategy"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_of_the_wrong_shape_is_refused_with_every_fault(string body, string[] fields)
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.PostAsync(body)).ShouldComplainAbout(fields);
        host.Carrier.Handed.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_a_week_ahead_is_too_far()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.PostAsync(caller.Order(To, more: "\"send_after\":\"2026-11-09T01:02:04Z\","))).ShouldComplainAbout("send_after");
    }

    [Fact]
    public async Task Metadata_that_becomes_too_long_by_the_batchs_id_is_told_of_whoever_wrote_it()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var metadata = "\"message_metadata\":{\"a\":\"" + new string('x', 1000) + "\"}";

        (await caller.PostAsync(caller.Order(To, more: metadata + ","))).ShouldComplainAbout("message_metadata");
        (await caller.PostAsync(caller.Order(To + "," + To[..^1] + "," + metadata + "}"))).ShouldComplainAbout("recipient_and_params[1].message_metadata");
    }

    [Fact]
    public async Task A_contact_that_is_not_there_is_named_and_nobody_gets_anything()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var caller = await BatchCaller.SignInAsync(host);

        var answer = await caller.PostAsync(caller.Order(To + ",{\"recipient\":{\"contact_id\":\"01HAPP00000000000000000000\"}}"));

        SinchContract.ShouldBeFault(answer.ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
        answer.Json.GetProperty("error").GetProperty("message").GetString()!.ShouldStartWith("recipient_and_params[1].recipient");
        (await host.GetAsync("/contacts")).Json.GetProperty("contacts").GetArrayLength().ShouldBe(0);
        host.Carrier.Handed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Outside_conversations_a_contact_is_not_enough()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.PostAsync(caller.Order("{\"recipient\":{\"contact_id\":\"01HAPP00000000000000000000\"}}")))
            .ShouldComplainAbout("recipient_and_params[0].recipient.contact_id");
    }

    [Fact]
    public async Task A_channel_that_the_app_has_not_is_told_once()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.PostAsync(caller.Order(To + "," + To, more: "\"channel_priority_order\":[\"KAKAOTALK\",\"SMS\"],"))).ShouldComplainAbout("channel_priority_order[1]");
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_not_found()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        SinchContract.ShouldBeFault((await caller.PostAsync(Whole(To))).ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
    }

    [Fact]
    public async Task A_key_alone_opens_nothing()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var basic = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{MessageHost.KeyId}:{MessageHost.KeySecret}"));

        var answer = await caller.PostAsync(caller.Order(To), ("Authorization", basic));

        SinchContract.ShouldBeFault(answer.ShouldBe(HttpStatusCode.Unauthorized), "UNAUTHENTICATED");
        answer.Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
    }

    [Theory]
    [InlineData("POST", "/contacts", "batch contacts")]
    [InlineData("DELETE", "/contacts", "batch contacts")]
    [InlineData("POST", "/consents", "batch consents")]
    public async Task What_is_not_served_is_named(string method, string path, string resource)
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var answer = await caller.SendAsync(new HttpMethod(method), path, "{}");

        answer.ShouldBe(HttpStatusCode.NotImplemented).Json.GetProperty("error").GetProperty("message").GetString()!.ShouldContain($"'{resource}'");
    }

    [Theory]
    [InlineData("PATCH", "/messages", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/pigeons", HttpStatusCode.NotFound)]
    public async Task Other_paths_and_methods_are_refused_in_the_vendors_words(string method, string path, HttpStatusCode status)
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.SendAsync(new HttpMethod(method), path)).ShouldBe(status).Json.TryGetProperty("error", out _).ShouldBeTrue();
    }

    private static string Whole(string recipients, string message = Orders.Generic, string more = "") =>
        $$"""{{{more}}{{App}},"message":{{message}},"recipient_and_params":[{{recipients}}]}""";
}
