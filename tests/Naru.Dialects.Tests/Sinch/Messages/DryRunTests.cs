using System.Net;
using Naru.Core.Workspaces;
using Naru.Dialects.Tests.Sinch.Batch;

namespace Naru.Dialects.Tests.Sinch.Messages;

/// <summary>What would become of a send, and that nothing of it is stored. It is Monday, 2 November 2026, 10:02 in Korea.</summary>
public sealed class DryRunTests
{
    private const string Marketing = "\"message_content_type\":\"CONTENT_MARKETING\",\"ttl\":\"3600s\",";

    [Fact]
    public async Task A_send_that_is_only_looked_at_says_when_it_would_leave_and_makes_nothing()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);

        var answer = await host.PostAsync("/messages:send?dryRun=true", Orders.Send(host, more: "\"ttl\":\"60s\","));

        answer.ShouldBe(HttpStatusCode.OK).Body.ShouldBe(
            """{"message_id":null,"accepted_time":"2026-11-02T01:02:03.456Z","plan":{"at":"2026-11-02T01:02:03.456Z","expiresAt":"2026-11-02T01:03:03.456Z","why":[]},"carriers":["simulator"],"findings":[]}""");
        await NothingWasMadeAsync(host);
    }

    [Fact]
    public async Task An_advertisement_at_night_waits_for_the_morning()
    {
        await using var host = await MessageHost.StartAsync();

        var answer = await host.PostAsync("/messages:send?dryRun=true&now=2026-11-02T21:00:00%2B09:00", Orders.Send(host, more: Marketing));

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("plan").GetRawText().ShouldBe(
            """{"at":"2026-11-02T23:00:00.000Z","expiresAt":"2026-11-03T00:00:00.000Z","why":["ADVERTISING_HOURS"]}""");
    }

    [Fact]
    public async Task By_day_an_advertisement_goes_at_once()
    {
        await using var host = await MessageHost.StartAsync();

        var (_, report) = await host.ReportOfAsync(Orders.Send(host, more: Marketing));

        report.Payload.GetProperty("status").GetString().ShouldBe("DELIVERED");
    }

    [Fact]
    public async Task What_can_never_be_sent_is_said()
    {
        await using var host = await MessageHost.StartAsync();

        var answer = await host.PostAsync("/messages:send?dryRun=true", Orders.Send(host, Orders.Template("no_such_template")));

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("plan").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.Json.GetProperty("findings").GetRawText().ShouldBe(
            """[{"code":"TEMPLATE_NOT_FOUND","text":"The sender has no approved template with this template_id","property":"message"}]""");
    }

    [Fact]
    public async Task A_batch_says_it_of_each_of_its_messages()
    {
        await using var host = await MessageHost.StartAsync(ProcessingMode.Conversation);
        var caller = await BatchCaller.SignInAsync(host);
        var message = Orders.Generic.Replace("P-1", "${id}", StringComparison.Ordinal);
        var body = caller.Order(
            BatchCaller.To("821011110001", ""","parameters":{"id":"P-1"}""") + "," + BatchCaller.To("821011110002"),
            message,
            more: " \"send_after\":\"2026-11-02T03:01:00Z\",\"ttl\":\"60s\",");

        var answer = await caller.SendAsync(HttpMethod.Post, "/messages?dryRun=true", body);

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("batch_id").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        answer.Json.GetProperty("send_after").GetString().ShouldBe("2026-11-02T03:05:00.000Z");
        answer.Json.GetProperty("messages")[0].GetRawText().ShouldBe(
            """{"message_id":null,"plan":{"at":"2026-11-02T03:05:00.000Z","expiresAt":"2026-11-02T03:06:00.000Z","why":["SEND_AT"]},"carriers":["simulator"],"findings":[]}""");
        var missing = answer.Json.GetProperty("messages")[1].GetProperty("findings")[0];
        missing.GetProperty("code").GetString().ShouldBe("TEMPLATE_INSUFFICIENT_PARAMETERS");
        missing.GetProperty("property").GetString().ShouldBe("recipient_and_params[1]");
        (await caller.GetAsync("/messages")).Json.GetArrayLength().ShouldBe(0);
        await NothingWasMadeAsync(host);
    }

    [Theory]
    [InlineData("?dryRun=perhaps", "dryRun")]
    [InlineData("?now=2026-11-02T21:00:00Z", "now")]
    [InlineData("?dryRun=true&now=tonight", "now")]
    public async Task What_cannot_be_asked_is_refused(string query, string field)
    {
        await using var host = await MessageHost.StartAsync();

        (await host.PostAsync("/messages:send" + query, Orders.Send(host))).ShouldComplainAbout(field);
    }

    [Fact]
    public async Task A_wrong_request_is_as_wrong_as_without()
    {
        await using var host = await MessageHost.StartAsync();

        (await host.PostAsync("/messages:send?dryRun=true", "{}")).ShouldComplainAbout("app_id", "recipient", "message");
    }

    private static async Task NothingWasMadeAsync(MessageHost host)
    {
        (await host.GetAsync("/contacts")).Json.GetProperty("contacts").GetArrayLength().ShouldBe(0);
        (await host.GetAsync("/messages")).Json.GetProperty("messages").GetArrayLength().ShouldBe(0);
        host.Carrier.Handed.ShouldBeEmpty();
    }
}
