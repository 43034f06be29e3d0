using System.Net;
using Naru.Dialects.Tests.Hosting;
using Naru.Dialects.Tests.Sinch.Messages;
using Naru.Engine;

namespace Naru.Dialects.Tests.Sinch.Batch;

/// <summary>BATCH_STATUS_UPDATE: told once for each change of what <c>GET /messages/{batch_id}</c> says.</summary>
public sealed class BatchUpdateTests
{
    private const string Later = " \"send_after\":\"2026-11-02T03:05:00Z\",";

    private static string Two => BatchCaller.To("821011110001") + "," + BatchCaller.To("821011110002");

    [Fact]
    public async Task A_scheduled_batch_is_told_when_it_begins_and_when_all_of_it_has()
    {
        await using var host = await StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var id = await caller.AcceptedAsync(caller.Order(Two, more: Later));

        host.Clock.Advance(TimeSpan.FromHours(3));

        var ready = await host.Callbacks.BatchUpdateAsync("READY");
        var at = ready.Json.GetProperty("event_time").GetString();
        ready.Body.ShouldBe(
            $$$"""{"app_id":"{{{host.App.PublicId}}}","project_id":"{{{host.Project.PublicId}}}","accepted_time":"{{{at}}}","event_time":"{{{at}}}","batch_status_update_notification":{"batch_id":"{{{id}}}","status":"READY","send_after":"2026-11-02T03:05:00.000Z"}}""");
        ready.Headers.Keys.ShouldContain("x-sinch-webhook-signature");
        await host.Callbacks.BatchUpdateAsync("PROCESSED");
        await host.Callbacks.ReportsAsync(2);
        host.Callbacks.BatchUpdates.ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_of_one_is_told_like_any_other()
    {
        await using var host = await StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        await caller.AcceptedAsync(caller.Order(BatchCaller.To("821011110001"), more: Later));

        host.Clock.Advance(TimeSpan.FromHours(3));

        await host.Callbacks.BatchUpdateAsync("READY");
        await host.Callbacks.BatchUpdateAsync("PROCESSED");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_sent_at_once_is_told_to_be_processed(bool withKey)
    {
        await using var host = await StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var order = caller.Order(Two);
        (string, string)[] headers = withKey ? [("Idempotency-Key", "first")] : [];

        var answer = (await caller.PostAsync(order, headers)).ShouldBe(HttpStatusCode.OK);

        var update = (await host.Callbacks.BatchUpdateAsync("PROCESSED")).Json.GetProperty("batch_status_update_notification");
        update.GetProperty("batch_id").GetString().ShouldBe(answer.Json.GetProperty("batch_id").GetString());
        if (withKey)
        {
            // The repetition stores nothing and so tells nothing.
            (await caller.PostAsync(order, headers)).ShouldBe(HttpStatusCode.OK);
        }

        await host.Callbacks.ReportsAsync(2);
        host.Callbacks.BatchUpdates.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_batch_is_told_once()
    {
        await using var host = await StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var id = await caller.AcceptedAsync(caller.Order(Two, more: Later));
        var cancel = $$"""{"batch_id":"{{id}}"}""";

        (await caller.SendAsync(HttpMethod.Delete, "/messages", cancel)).ShouldBe(HttpStatusCode.OK);
        (await caller.SendAsync(HttpMethod.Delete, "/messages", cancel)).ShouldBe(HttpStatusCode.OK);

        await host.Callbacks.BatchUpdateAsync("CANCELLED");
        await host.Callbacks.ReportsAsync(2);
        host.Callbacks.BatchUpdates.ShouldBe(1);
    }

    [Fact]
    public async Task A_pause_before_the_start_changes_no_word_and_is_not_told()
    {
        await using var host = await StartAsync();
        var caller = await BatchCaller.SignInAsync(host);
        var id = await caller.AcceptedAsync(caller.Order(Two, more: Later));

        (await host.Gateway.ChangeBulkAsync(host.Project.Id, id, new BulkChange.Pause(), CancellationToken.None)).Kind.ShouldBe(BulkChangeResultKind.Done);
        (await host.Gateway.ChangeBulkAsync(host.Project.Id, id, new BulkChange.Resume(), CancellationToken.None)).Kind.ShouldBe(BulkChangeResultKind.Done);
        host.Clock.Advance(TimeSpan.FromHours(3));

        await host.Callbacks.BatchUpdateAsync("READY");
        await host.Callbacks.BatchUpdateAsync("PROCESSED");
        host.Callbacks.BatchUpdates.ShouldBe(2);
    }

    /// <summary>With a webhook, registered as clients do.</summary>
    private static async Task<MessageHost> StartAsync()
    {
        var host = await MessageHost.StartAsync();
        (await host.PostAsync("/webhooks", $$"""
            {"app_id":"{{host.App.PublicId}}","target":"http://127.0.0.1:1/batches","target_type":"HTTP","secret":"s3cr3t","triggers":["BATCH_STATUS_UPDATE"]}
            """)).ShouldBe(HttpStatusCode.OK);
        return host;
    }
}
