using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class ReportsTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await InfobipHost.StartAsync();

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_report_is_given_out_once()
    {
        await _host.PostAsync(Bodies.One(messageId: "order-77", more: """
            "options":{"platform":{"entityId":"shop-7","applicationId":"prod"},"campaignReferenceId":"autumn"},"webhooks":{"callbackData":"order=77"}
            """));
        _host.Time.Advance(TimeSpan.FromMilliseconds(2120));
        _host.Gateway.End(_ => true, MessageState.Delivered, "0000");

        var first = await ReportsAsync();
        var second = await ReportsAsync();

        var report = first.ShouldHaveSingleItem();
        report.GetProperty("messageId").GetString().ShouldBe("order-77");
        report.GetProperty("to").GetString().ShouldBe("821012340001");
        report.GetProperty("sender").GetString().ShouldBe(Bodies.Sender);
        report.GetProperty("doneAt").GetString().ShouldBe("2026-10-01T00:00:02.120+0000");
        report.GetProperty("callbackData").GetString().ShouldBe("order=77");
        report.GetProperty("campaignReferenceId").GetString().ShouldBe("autumn");
        report.GetProperty("platform").GetProperty("entityId").GetString().ShouldBe("shop-7");
        report.GetProperty("status").GetProperty("name").GetString().ShouldBe("DELIVERED_TO_HANDSET");
        second.ShouldBeEmpty();
        _host.Gateway.Confirmed.ShouldBe(1);
    }

    [Fact]
    public async Task Without_reports_there_is_an_empty_list() => (await _host.GetAsync("/kakao-alim/1/reports/")).Body.ShouldBe("""{"results":[]}""");

    [Theory]
    [InlineData("messageId=a1", "a1")]
    [InlineData("messageId=nobody", "")]
    [InlineData("bulkId=bulk-a", "a1 a2")]
    [InlineData("bulkId=bulk-b", "b1 b2")]
    [InlineData("bulkId=nobody", "")]
    [InlineData("bulkId=bulk-a&messageId=a2", "a2")]
    [InlineData("bulkId=bulk-a&messageId=b1", "")]
    [InlineData("entityId=e-b", "b1 b2")]
    [InlineData("applicationId=app-a", "a1 a2")]
    [InlineData("campaignReferenceId=c-b&entityId=e-b", "b1 b2")]
    [InlineData("campaignReferenceId=c-b&entityId=e-a", "")]
    [InlineData("limit=3", "a1 a2 b1")]
    [InlineData("limit=1", "a1")]
    [InlineData("bulkId=&limit=&unknown=x", "a1 a2 b1 b2")]
    public async Task Every_filter_narrows(string query, string expected)
    {
        await SendTwoBulksAsync();

        var ids = (await ReportsAsync(query)).Select(report => report.GetProperty("messageId").GetString());

        string.Join(' ', ids).ShouldBe(expected);
    }

    [Fact]
    public async Task A_message_that_came_alone_is_found_by_the_bulk_id_that_its_sender_was_told()
    {
        var sent = await _host.PostAsync(Bodies.One());
        _host.Gateway.End(_ => true, MessageState.Delivered, "0000");

        var report = (await ReportsAsync("bulkId=" + sent.Json.GetProperty("bulkId").GetString())).ShouldHaveSingleItem();

        report.GetProperty("bulkId").GetString().ShouldBe(sent.Json.GetProperty("bulkId").GetString());
        report.GetProperty("messageId").GetString().ShouldBe(sent.Json.GetProperty("messages")[0].GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task A_bulk_id_that_was_used_twice_finds_the_reports_of_both()
    {
        await SendTwoBulksAsync("same", "same");

        (await ReportsAsync("bulkId=same&limit=3")).Count.ShouldBe(3);
        (await ReportsAsync("bulkId=same")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_workspace_finds_nothing_by_any_id()
    {
        await _host.AddWorkspaceAsync("other", "other-key");
        var sent = await SendTwoBulksAsync();
        var message = _host.Gateway.PublicId(_host.Gateway.Messages[0] with { ClientId = null });

        foreach (var query in new[] { "", "messageId=a1", "bulkId=bulk-a", "messageId=" + message, "bulkId=" + sent.Json.GetProperty("bulkId").GetString() })
        {
            (await _host.GetAsync("/kakao-alim/1/reports?" + query, ("Authorization", "App other-key"))).Body.ShouldBe("""{"results":[]}""");
        }

        (await ReportsAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Reports_older_than_48_hours_are_not_given_out()
    {
        await SendTwoBulksAsync();
        _host.Time.Advance(TimeSpan.FromHours(48) + TimeSpan.FromMilliseconds(1));

        (await ReportsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=5&limit=6", "limit")]
    [InlineData("messageId=%00", "messageId")]
    [InlineData("bulkId=a&bulkId=b&limit=-1", "limit bulkId")]
    public async Task A_value_that_cannot_be_read_is_refused_and_consumes_nothing(string query, string parameters)
    {
        await SendTwoBulksAsync();

        var answer = await _host.GetAsync("/kakao-alim/1/reports?" + query);

        answer.ShouldBe(HttpStatusCode.BadRequest);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        string.Join(' ', answer.Violations()).ShouldBe(parameters);
        (await ReportsAsync()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Readers_at_once_get_each_report_once_between_them()
    {
        var destinations = string.Join(',', Enumerable.Range(0, 400).Select(i => $$"""{"to":"8210{{10000000 + i}}","messageId":"m{{i}}"}"""));
        await _host.PostAsync($$"""{"messages":[{"sender":"s","destinations":[{{destinations}}],"content":{"type":"TEMPLATE","templateCode":"t","text":"x"} }]}""");
        _host.Gateway.End(_ => true, MessageState.Delivered, "0000");

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReportsAsync("limit=20")));

        var ids = pages.SelectMany(page => page).Select(report => report.GetProperty("messageId").GetString()).ToList();
        ids.Count.ShouldBe(400);
        ids.Distinct().Count().ShouldBe(400);
    }

    [Fact]
    public async Task Reports_that_nobody_was_there_to_receive_are_given_out_again()
    {
        await SendTwoBulksAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(_host.Client.BaseAddress!.Host, _host.Client.BaseAddress.Port);
            _host.Gateway.BeforePull = () =>
            {
                // The client resets the connection while its answer is being made.
                socket.Client.LingerState = new LingerOption(true, 0);
                socket.Client.Close();
            };
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"GET /kakao-alim/1/reports HTTP/1.1\r\nHost: x\r\nAuthorization: App {InfobipHost.Key}\r\n\r\n"));
            await _host.Gateway.LeaseReturned.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        _host.Gateway.BeforePull = null;
        _host.Gateway.Confirmed.ShouldBe(0);
        (await ReportsAsync()).Count.ShouldBe(4);
    }

    private async Task<Answer> SendTwoBulksAsync(string first = "bulk-a", string second = "bulk-b")
    {
        var sent = await SendBulkAsync("a", first);
        await SendBulkAsync("b", second);
        _host.Gateway.End(_ => true, MessageState.Delivered, "0000");
        return sent;
    }

    private async Task<Answer> SendBulkAsync(string name, string bulkId)
    {
        var options = $$""" "options":{"platform":{"entityId":"e-{{name}}","applicationId":"app-{{name}}"},"campaignReferenceId":"c-{{name}}"} """;
        var answer = await _host.PostAsync($$"""
            {"messages":[{{Bodies.Message("821012340001", name + "1", options)}},{{Bodies.Message("821012340002", name + "2", options)}}],
             "options":{"schedule":{"bulkId":"{{bulkId}}"} } }
            """);
        return answer.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<List<JsonElement>> ReportsAsync(string query = "")
    {
        var answer = (await _host.GetAsync("/kakao-alim/1/reports?" + query)).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "alim.DeliveryReports");
        return [.. answer.Json.GetProperty("results").EnumerateArray()];
    }
}
