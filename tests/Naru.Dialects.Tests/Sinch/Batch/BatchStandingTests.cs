using System.Net;
using System.Text.Json;
using Naru.Dialects.Tests.Hosting;
using Naru.Dialects.Tests.Sinch.Messages;

namespace Naru.Dialects.Tests.Sinch.Batch;

/// <summary>Batches that wait: looked at, found by what was written on them, cancelled.</summary>
public sealed class BatchStandingTests
{
    private const string Later = " \"send_after\":\"2026-11-02T03:01:00Z\",\"batch_metadata\":{\"campaign\":\"가을\",\"n\":7},";

    [Fact]
    public async Task A_scheduled_batch_says_when_it_begins_and_sends_nothing_before()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var answer = await caller.PostAsync(caller.Order(Two, more: Later));

        answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("send_after").GetString().ShouldBe("2026-11-02T03:05:00.000Z");
        var id = answer.Json.GetProperty("batch_id").GetString();
        (await caller.GetAsync($"/messages/{id}")).ShouldBe(HttpStatusCode.OK).Body.ShouldBe(
            $$$"""{"batch_id":"{{{id}}}","status":"SCHEDULED","send_after":"2026-11-02T03:05:00.000Z","meta_data":{"campaign":"가을","n":7}}""");
        host.Carrier.Handed.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_recipient_is_a_batch_too()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var id = await caller.AcceptedAsync(caller.Order(BatchCaller.To("821011110001"), more: Later));

        (await StatusOf(caller, id)).ShouldBe("SCHEDULED");
        (await caller.GetAsync("/messages")).Json[0].GetProperty("status").GetString().ShouldBe("SCHEDULED");
        (await CancelAsync(caller, $$"""{"batch_id":"{{id}}"}""")).Body.ShouldBe("{}");
        (await StatusOf(caller, id)).ShouldBe("CANCELLED");
    }

    [Fact]
    public async Task What_was_sent_at_once_is_processed()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        var id = await caller.AcceptedAsync(caller.Order(Two));
        await host.Callbacks.ReportsAsync(2);

        (await StatusOf(caller, id)).ShouldBe("PROCESSED");
    }

    [Fact]
    public async Task A_cancelled_batch_ends_with_reports_and_nothing_is_sent()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var id = await caller.AcceptedAsync(caller.Order(Two, more: Later));

        (await CancelAsync(caller, $$"""{"batch_id":"{{id}}"}""")).Body.ShouldBe("{}");

        (await StatusOf(caller, id)).ShouldBe("CANCELLED");
        var reports = await host.Callbacks.ReportsAsync(2);
        reports.ShouldAllBe(report => report.Payload.GetProperty("status").GetString() == "FAILED");
        host.Carrier.Handed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Batches_are_found_and_cancelled_by_what_was_written_on_them()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var autumn = await caller.AcceptedAsync(caller.Order(Two, more: Later));
        var winter = await caller.AcceptedAsync(caller.Order(Two, more: Later.Replace("가을", "겨울", StringComparison.Ordinal)));

        (await FoundAsync(caller, "?metadataKey=campaign&metadataValue=" + Uri.EscapeDataString("가을"))).ShouldBe([autumn]);
        (await FoundAsync(caller, "?metadataKey=n&metadataValue=7")).ShouldBe([winter, autumn]);
        (await FoundAsync(caller, "?metadataKey=nothing&metadataValue=7")).ShouldBeEmpty();
        (await FoundAsync(caller, "")).ShouldBe([winter, autumn]);
        (await caller.GetAsync("/messages?metadataKey=n")).ShouldComplainAbout("metadataValue");

        await CancelAsync(caller, """{"metadata_key":"campaign","metadata_value":"가을"}""");

        (await StatusOf(caller, autumn)).ShouldBe("CANCELLED");
        (await StatusOf(caller, winter)).ShouldBe("SCHEDULED");
    }

    [Theory]
    [InlineData("""{"batch_id":"nobody"}""")]
    [InlineData("""{"batch_id":"01HAPP00000000000000000000"}""")]
    [InlineData("""{"metadata_key":"a","metadata_value":"b"}""")]
    public async Task Where_there_is_nothing_to_cancel_the_answer_is_the_same(string body)
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await CancelAsync(caller, body)).Body.ShouldBe("{}");
    }

    [Fact]
    public async Task A_cancelling_that_names_nothing_is_refused()
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        (await caller.SendAsync(HttpMethod.Delete, "/messages", """{"metadata_key":"a"}""")).ShouldComplainAbout("$");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("01HAPP00000000000000000000")]
    public async Task A_batch_that_is_not_there_is_not_found(string id)
    {
        await using var host = await MessageHost.StartAsync();
        var caller = await BatchCaller.SignInAsync(host);

        SinchContract.ShouldBeFault((await caller.GetAsync($"/messages/{id}")).ShouldBe(HttpStatusCode.NotFound), "NOT_FOUND");
    }

    private static string Two => BatchCaller.To("821011110001") + "," + BatchCaller.To("821011110002");

    private static async Task<string?> StatusOf(BatchCaller caller, string id) =>
        (await caller.GetAsync($"/messages/{id}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("status").GetString();

    private static async Task<Answer> CancelAsync(BatchCaller caller, string body) =>
        (await caller.SendAsync(HttpMethod.Delete, "/messages", body)).ShouldBe(HttpStatusCode.OK);

    private static async Task<IReadOnlyList<string?>> FoundAsync(BatchCaller caller, string query) =>
        [.. (await caller.GetAsync("/messages" + query)).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray().Select(batch => batch.GetProperty("batch_id").GetString())];
}
