using System.Globalization;
using System.Text.Json.Nodes;
using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Sdk;

/// <summary>The vendor's own client manages bulks of AlimTalks as if they were bulks of SMS.</summary>
public sealed class UnmodifiedSdkBulkTests(SharedGateway gateway)
{
    [Fact]
    public async Task A_bulk_is_looked_at_moved_paused_resumed_and_cancelled()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        var start = TimeProvider.System.GetUtcNow().AddDays(30);
        await ScheduleAsync(workspace, "sdk-bulk-1", start, 41);
        await ScheduleAsync(workspace, "sdk-bulk-2", start, 43);

        var answers = await NodeScript.RunAsync(
            "infobip-bulks.js",
            new { BaseUrl = gateway.Url, Workspace = workspace.Keys, BulkId = "sdk-bulk-1", SendAt = Text(start.AddDays(1)), Cancelled = "sdk-bulk-2" });

        Answer("schedule", "bulkId").ShouldBe("sdk-bulk-1");
        Answer("schedule", "sendAt").ShouldBe(Text(start));
        Answer("pending", "status").ShouldBe("PENDING");
        Answer("moved", "sendAt").ShouldBe(Text(start.AddDays(1)));
        Answer("paused", "status").ShouldBe("PAUSED");
        Answer("stillPaused", "status").ShouldBe("PAUSED");
        Answer("resumed", "status").ShouldBe("PENDING");
        Answer("cancelled", "status").ShouldBe("CANCELED");
        Status("tooLate").ShouldBe(400);
        Status("unknown").ShouldBe(404);
        ((string)answers["unknown"]!["data"]!["requestError"]!["serviceException"]!["text"]!).ShouldBe("Bulk not found");
        (await workspace.Handset.AllAsync()).ShouldBeEmpty();

        string Answer(string step, string member)
        {
            Status(step).ShouldBe(200, answers[step]!.ToJsonString());
            return (string)answers[step]!["data"]![member]!;
        }

        int Status(string step) => (int)answers[step]!["status"]!;
    }

    [Fact]
    public async Task A_bulk_that_is_moved_to_now_goes_and_is_finished()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        await ScheduleAsync(workspace, "sdk-bulk-3", TimeProvider.System.GetUtcNow().AddDays(30), 45);

        var answers = await NodeScript.RunAsync(
            "infobip-bulks.js",
            new { BaseUrl = gateway.Url, Workspace = workspace.Keys, BulkId = "sdk-bulk-3", SendAt = "2015-07-07T17:00:00.000+01:00", Cancelled = "sdk-bulk-4" });

        ((int)answers["moved"]!["status"]!).ShouldBe(200);
        (await workspace.Handset.UntilAsync(2)).Count.ShouldBe(2);
    }

    private static async Task ScheduleAsync(TestWorkspace workspace, string bulkId, DateTimeOffset at, int number)
    {
        var body = AlimBody.Parcel(workspace.Sender, Destination.Number(number), Destination.Number(number + 1));
        body["options"] = new JsonObject { ["schedule"] = new JsonObject { ["bulkId"] = bulkId, ["sendAt"] = Text(at) } };
        await workspace.Infobip.SendAcceptedAsync(body);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
