using System.Net;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class LogsTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync(("Naru:Infobip:RateLimits", "false"));

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_item_shows_the_whole_content_and_may_be_read_again()
    {
        await _host.PostAsync(Bodies.Content("""
            "title":"제목","groupKey":"g","buttons":[{"type":"URL","name":"열기","urlMobile":"https://m.example","urlPc":"https://example","target":"OUT"},{"type":"MESSAGE_DELIVERY","name":"n"}]
            """));

        var first = (await LogsAsync()).ShouldHaveSingleItem();
        var second = (await LogsAsync()).ShouldHaveSingleItem();

        second.GetRawText().ShouldBe(first.GetRawText());
        first.GetProperty("content").GetRawText().ShouldBe(
            """
            {"templateCode":"package_template","text":"Parcel 77 left Busan.","title":"제목","buttons":[{"name":"열기","urlMobile":"https://m.example","urlPc":"https://example","target":"OUT","type":"URL"},{"name":"n","type":"MESSAGE_DELIVERY"}],"groupKey":"g","type":"TEMPLATE"}
            """);
        first.TryGetProperty("doneAt", out _).ShouldBeFalse();
        first.GetProperty("status").GetProperty("groupName").GetString().ShouldBe("PENDING");
    }

    [Theory]
    [InlineData("", "c2 c1 b2 b1 a2 a1")]
    [InlineData("sender=sender-b", "b2 b1")]
    [InlineData("sender=nobody", "")]
    [InlineData("destination=821012340001", "c1 b1 a1")]
    [InlineData("destination=010-1234-0001", "c1 b1 a1")]
    [InlineData("destination=%2B82%2010%201234%200002", "c2 b2 a2")]
    [InlineData("bulkId=bulk-a", "a2 a1")]
    [InlineData("bulkId=bulk-a,bulk-c", "c2 c1 a2 a1")]
    [InlineData("bulkId=bulk-a&bulkId=bulk-c", "c2 c1 a2 a1")]
    [InlineData("bulkId=nobody", "")]
    [InlineData("messageId=a1", "a1")]
    [InlineData("messageId=a1,%20b2,,a1,nobody", "b2 a1")]
    [InlineData("messageId=a1&messageId=c2", "c2 a1")]
    [InlineData("messageId=nobody", "")]
    [InlineData("messageId=a1,b1&bulkId=bulk-a", "a1")]
    [InlineData("entityId=e-b", "b2 b1")]
    [InlineData("applicationId=app-c", "c2 c1")]
    [InlineData("campaignReferenceId=k-a,k-c", "c2 c1 a2 a1")]
    [InlineData("campaignReferenceId=k-a&campaignReferenceId=k-b&entityId=e-b", "b2 b1")]
    [InlineData("limit=3", "c2 c1 b2")]
    [InlineData("sentSince=2026-10-01T01:00:00.000%2B0000", "c2 c1 b2 b1")]
    [InlineData("sentSince=2026-10-01T10:00:00.000%2B09:00", "c2 c1 b2 b1")]
    [InlineData("sentSince=2026-10-01T10:00:00.000+0900", "c2 c1 b2 b1")] // a plus that nobody encoded arrives as a space
    [InlineData("sentUntil=2026-10-01T01:00:00Z", "a2 a1")]
    [InlineData("sentSince=2026-10-01T00:30:00Z&sentUntil=2026-10-01T01:30:00Z", "b2 b1")]
    [InlineData("generalStatus=DELIVERED", "a1")]
    [InlineData("generalStatus=PENDING", "c2 c1")]
    [InlineData("generalStatus=UNDELIVERABLE", "a2")]
    [InlineData("generalStatus=REJECTED", "b2")]
    [InlineData("generalStatus=EXPIRED", "b1")]
    [InlineData("generalStatus=ACCEPTED", "")]
    [InlineData("generalStatus=REJECTED&bulkId=bulk-a", "")]
    [InlineData("useCursor=false&unknown=1&sender=", "c2 c1 b2 b1 a2 a1")]
    public async Task Every_filter_narrows(string query, string expected)
    {
        await SendThreeBulksAsync();

        (await IdsAsync(query)).ShouldBe(expected);
    }

    [Fact]
    public async Task The_cursor_walks_through_all_of_them_and_ends()
    {
        await SendThreeBulksAsync();
        var seen = new List<string>();
        var query = "useCursor=true&limit=4";
        while (true)
        {
            var answer = (await _host.GetAsync("/kakao-alim/1/logs?" + query)).ShouldBe(HttpStatusCode.OK);
            OpenApiFile.Infobip.ShouldAccept(answer.Json, "alim.LogResponseLogKakaoAlimOutboundContent");
            seen.AddRange(answer.Json.GetProperty("results").EnumerateArray().Select(item => item.GetProperty("messageId").GetString()!));
            var cursor = answer.Json.GetProperty("cursor");
            cursor.GetProperty("limit").GetInt32().ShouldBe(4);
            if (!cursor.TryGetProperty("nextCursor", out var next))
            {
                break;
            }

            query = "useCursor=true&limit=4&cursor=" + next.GetString();
        }

        seen.ShouldBe(["c2", "c1", "b2", "b1", "a2", "a1"]);
    }

    [Fact]
    public async Task A_page_that_holds_the_last_one_has_no_next_cursor()
    {
        await SendThreeBulksAsync();

        var answer = await _host.GetAsync("/kakao-alim/1/logs?useCursor=true&limit=6");

        answer.Json.GetProperty("cursor").TryGetProperty("nextCursor", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_rare_status_fills_its_page_from_far_behind()
    {
        var destinations = string.Join(',', Enumerable.Range(0, 700).Select(i => $$"""{"to":"8210{{10000000 + i}}","messageId":"m{{i}}"}"""));
        await _host.PostAsync($$"""{"messages":[{"sender":"s","destinations":[{{destinations}}],"content":{"type":"TEMPLATE","templateCode":"t","text":"x"} }]}""");
        _host.Gateway.End(m => m.ClientId is not ("m3" or "m7" or "m600"), MessageState.Undelivered, "3019"); // UNDELIVERABLE
        _host.Gateway.End(_ => true, MessageState.Undelivered, "1003"); // REJECTED, in the same state

        (await IdsAsync("generalStatus=REJECTED&limit=2")).ShouldBe("m600 m7");
    }

    [Fact]
    public async Task Messages_that_came_alone_and_bulks_are_found_together_newest_first()
    {
        var alone = await _host.PostAsync(Bodies.One(messageId: "alone"));
        await SendBulkAsync("a");
        var later = await _host.PostAsync(Bodies.One(messageId: "later"));

        var ids = await IdsAsync($"bulkId={BulkId(alone)},bulk-a,{BulkId(later)}");

        ids.ShouldBe("later a2 a1 alone");
    }

    [Fact]
    public async Task Another_workspace_finds_nothing_by_any_id()
    {
        await _host.AddWorkspaceAsync("other", "other-key");
        await SendThreeBulksAsync();
        var alone = await _host.PostAsync(Bodies.One());
        var cursor = (await _host.GetAsync("/kakao-alim/1/logs?useCursor=true&limit=1")).Json.GetProperty("cursor").GetProperty("nextCursor").GetString();

        foreach (var query in new[] { "", "messageId=a1", "bulkId=bulk-a", "bulkId=" + BulkId(alone), "messageId=" + MessageId(alone), "destination=821012340001", "cursor=" + cursor })
        {
            var answer = await _host.GetAsync("/kakao-alim/1/logs?" + query, ("Authorization", "App other-key"));

            answer.ShouldBe(HttpStatusCode.OK).Json.GetProperty("results").GetArrayLength().ShouldBe(0);
        }
    }

    [Fact]
    public async Task Logs_reach_back_48_hours()
    {
        await SendThreeBulksAsync(); // the last one at 02:00
        _host.Time.Advance(TimeSpan.FromHours(46.5));

        (await IdsAsync("")).ShouldBe("c2 c1 b2 b1");
        (await IdsAsync("sentSince=2026-09-01T00:00:00Z")).ShouldBe("c2 c1 b2 b1");
        (await IdsAsync("messageId=a1")).ShouldBe("");
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("generalStatus=delivered", "generalStatus")]
    [InlineData("sentSince=yesterday", "sentSince")]
    [InlineData("sentUntil=2026-10-01", "sentUntil")]
    [InlineData("sentUntil=2026-10-01T00:00:00.000", "sentUntil")] // no offset: which day is that?
    [InlineData("useCursor=1", "useCursor")]
    [InlineData("cursor=%21%21", "cursor")]
    [InlineData("cursor=MTphYmM", "cursor")] // well-formed, of a message that does not exist
    [InlineData("sender=a&sender=b", "sender")]
    [InlineData("sender=%00", "sender")]
    public async Task A_value_that_cannot_be_read_is_refused(string query, string parameter)
    {
        var answer = await _host.GetAsync("/kakao-alim/1/logs?" + query);

        answer.ShouldBe(HttpStatusCode.BadRequest);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        answer.Violations().ShouldBe([parameter]);
    }

    [Theory]
    [InlineData("messageId")]
    [InlineData("bulkId")]
    public async Task A_list_of_more_than_2048_characters_is_refused(string name)
    {
        var list = string.Join(',', Enumerable.Repeat("id-123456", 205));

        (await _host.GetAsync($"/kakao-alim/1/logs?{name}={list}")).ShouldBe(HttpStatusCode.BadRequest).Violations().ShouldBe([name]);
    }

    private async Task SendThreeBulksAsync()
    {
        foreach (var name in new[] { "a", "b", "c" })
        {
            await SendBulkAsync(name);
            if (name != "c")
            {
                _host.Time.Advance(TimeSpan.FromHours(1));
            }
        }

        _host.Gateway.End(m => m.ClientId == "a1", MessageState.Delivered, "0000");
        _host.Gateway.End(m => m.ClientId == "a2", MessageState.Undelivered, "3019");
        _host.Gateway.End(m => m.ClientId == "b1", MessageState.Expired, null, EndReason.ValidityEnded);
        _host.Gateway.End(m => m.ClientId == "b2", MessageState.Rejected, null, EndReason.UnusableNumber);
        _host.Gateway.Move(m => m.ClientId == "c1", MessageState.Submitted);
    }

    private async Task SendBulkAsync(string name)
    {
        var options = $$""" "options":{"platform":{"entityId":"e-{{name}}","applicationId":"app-{{name}}"},"campaignReferenceId":"k-{{name}}"} """;
        (await _host.PostAsync($$"""
            {"messages":[{"sender":"sender-{{name}}","destinations":[{"to":"821012340001","messageId":"{{name}}1"},{"to":"821012340002","messageId":"{{name}}2"}],
             "content":{"type":"TEMPLATE","templateCode":"t","text":"x"},{{options}}}],"options":{"schedule":{"bulkId":"bulk-{{name}}"} } }
            """)).ShouldBe(HttpStatusCode.OK);
    }

    private static string BulkId(Answer sent) => sent.Json.GetProperty("bulkId").GetString()!;

    private static string MessageId(Answer sent) => sent.Json.GetProperty("messages")[0].GetProperty("messageId").GetString()!;

    private async Task<string> IdsAsync(string query) =>
        string.Join(' ', (await LogsAsync(query)).Select(item => item.GetProperty("messageId").GetString()));

    private async Task<List<JsonElement>> LogsAsync(string query = "")
    {
        var answer = (await _host.GetAsync("/kakao-alim/1/logs/?" + query)).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "alim.LogResponseLogKakaoAlimOutboundContent");
        return [.. answer.Json.GetProperty("results").EnumerateArray()];
    }
}
