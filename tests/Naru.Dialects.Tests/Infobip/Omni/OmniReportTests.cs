using System.Net;
using System.Text.Json;
using Naru.Core.Messages;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip.Omni;

/// <summary><c>GET /omni/1/reports</c> and <c>/omni/1/logs</c>: which channel it was.</summary>
public sealed class OmniReportTests : IAsyncLifetime
{
    private OmniHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OmniHost.StartAsync();
        await SendAsync("by-talk", "talks");
        await SendAsync("by-text", "texts");
        await SendAsync("waits", "texts");
        _host.Door.Time.Advance(TimeSpan.FromSeconds(1));
        End("by-talk", MessageState.Delivered, step: 0);
        End("by-text", MessageState.Delivered, step: 1);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Each_report_is_given_once_whatever_its_channel()
    {
        (await ReportsAsync("")).ShouldBe([("by-talk", "KAKAO_ALIM"), ("by-text", "SMS")]);
        (await ReportsAsync("")).ShouldBeEmpty();

        End("waits", MessageState.Undelivered, step: 1);
        (await ReportsAsync("?limit=1")).ShouldBe([("waits", "SMS")]);
    }

    [Theory]
    [InlineData("?channel=SMS", "by-text")]
    [InlineData("?channel=KAKAO_ALIM", "by-talk")]
    [InlineData("?channel=VIBER", null)]
    [InlineData("?bulkId=texts", "by-text")]
    [InlineData("?messageId=by-talk", "by-talk")]
    [InlineData("?messageId=by-talk&channel=SMS", null)]
    [InlineData("?messageId=unknown", null)]
    [InlineData("?limit=1", "by-talk")]
    public async Task Reports_are_narrowed(string query, string? expected) =>
        (await ReportsAsync(query)).Select(static report => report.MessageId).ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("reports", "?channel=FAX", "channel")]
    [InlineData("reports", "?limit=1001", "limit")]
    [InlineData("logs", "?channel=FAX", "channel")]
    [InlineData("logs", "?generalStatus=GONE", "generalStatus")]
    [InlineData("logs", "?sentSince=yesterday", "sentSince")]
    [InlineData("logs", "?limit=0", "limit")]
    public async Task A_filter_that_cannot_be_read_is_400_with_its_name(string what, string query, string name)
    {
        var answer = await _host.Door.GetAsync($"/omni/1/{what}{query}");

        OpenApiFile.InfobipTexts.ShouldAccept(answer.ShouldBe(HttpStatusCode.BadRequest).Json, "xbed216.ApiException");
        answer.Body.ShouldContain($"\"{name}\"");
    }

    [Fact]
    public async Task Other_APIs_neither_take_its_reports_nor_show_its_messages()
    {
        foreach (var path in new[] { "/kakao-alim/1/reports", "/sms/1/reports", "/sms/3/reports", "/kakao-alim/1/logs", "/sms/3/logs" })
        {
            (await _host.Door.GetAsync(path)).Json.GetProperty("results").GetArrayLength().ShouldBe(0, path);
        }

        await _host.Door.PostAsync(Bodies.One(messageId: "of-the-other"));
        (await LogsAsync("")).ShouldNotContain("of-the-other");
    }

    [Theory]
    [InlineData("", "waits by-text by-talk")]
    [InlineData("?channel=SMS", "by-text")]
    [InlineData("?channel=KAKAO_ALIM", "waits by-talk")]
    [InlineData("?channel=PUSH", "")]
    [InlineData("?from=15881234", "by-text")]
    [InlineData("?from=" + InfobipHost.Sender, "waits by-talk")]
    [InlineData("?to=821012340001", "waits by-text by-talk")]
    [InlineData("?to=821012340009", "")]
    [InlineData("?generalStatus=PENDING", "waits")]
    [InlineData("?generalStatus=DELIVERED&channel=SMS", "by-text")]
    [InlineData("?bulkId=talks,texts&messageId=by-text,by-talk", "by-text by-talk")]
    [InlineData("?limit=1", "waits")]
    [InlineData("?sentUntil=2026-09-30T00:00:00.000%2B0000", "")]
    [InlineData("?mcc=450&mnc=05", "waits by-text by-talk")]
    public async Task Logs_show_the_step_that_each_message_has_come_to(string query, string expected) =>
        string.Join(' ', await LogsAsync(query)).ShouldBe(expected);

    private Task SendAsync(string messageId, string bulkId)
    {
        var body = OmniHost.Body(messageId: messageId);
        body["bulkId"] = bulkId;
        return _host.SendAsync(body);
    }

    private void End(string messageId, MessageState state, int step) =>
        _host.Door.Gateway.End(message => message.ClientId == messageId, state, state == MessageState.Delivered ? "0000" : "3018", step: step);

    private async Task<IReadOnlyList<(string MessageId, string Channel)>> ReportsAsync(string query)
    {
        var answer = (await _host.Door.GetAsync("/omni/1/reports" + query)).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.InfobipTexts.ShouldAccept(answer.Json, "x8a2ea8.DeliveryReports");
        return [.. answer.Json.GetProperty("results").EnumerateArray().Select(static report => (report.GetProperty("messageId").GetString()!, report.GetProperty("channel").GetString()!))];
    }

    private async Task<IReadOnlyList<string>> LogsAsync(string query)
    {
        var answer = (await _host.Door.GetAsync("/omni/1/logs" + query)).ShouldBe(HttpStatusCode.OK);
        OpenApiFile.InfobipTexts.ShouldAccept(answer.Json, "x1bf84e.OmniLogsResponse");
        return [.. answer.Json.GetProperty("results").EnumerateArray().Select(static item => item.GetProperty("messageId").GetString()!)];
    }
}
