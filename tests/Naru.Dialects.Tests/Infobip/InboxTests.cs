using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

/// <summary>Texts that came in: pulled once, or pushed in the same shape.</summary>
public sealed class InboxTests : IAsyncLifetime
{
    private InfobipHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await InfobipHost.StartAsync();
        await _host.AddNumberAsync("15881234");
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_text_is_given_out_once_and_the_number_of_those_behind_it_is_said()
    {
        for (var i = 1; i <= 3; i++)
            await _host.ReceiveAsync($"text {i}", "15881234", $"{i}");

        var first = (await _host.GetAsync("/sms/1/inbox/reports?limit=2")).Json;
        first.GetProperty("results").EnumerateArray().Select(static text => text.GetProperty("text").GetString()).ShouldBe(["text 1", "text 2"]);
        (first.GetProperty("messageCount").GetInt32(), first.GetProperty("pendingMessageCount").GetInt32()).ShouldBe((2, 1));

        (await _host.GetAsync("/sms/1/inbox/reports")).Json.GetProperty("results").EnumerateArray().ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("text 3");
        (await _host.GetAsync("/sms/1/inbox/reports/")).Body.ShouldBe("""{"results":[],"messageCount":0,"pendingMessageCount":0}""");
    }

    [Fact]
    public async Task What_is_older_than_two_days_is_not_given_out()
    {
        await _host.ReceiveAsync("old", "15881234", "1");
        _host.Time.Advance(TimeSpan.FromHours(48.1));

        (await _host.GetAsync("/sms/1/inbox/reports")).Body.ShouldBe("""{"results":[],"messageCount":0,"pendingMessageCount":0}""");
    }

    [Fact]
    public async Task A_push_has_the_shape_of_the_inbox_and_an_id_of_its_own()
    {
        await _host.SetInboundAsync("http://127.0.0.1/texts", "QUIZ");

        await _host.ReceiveAsync("quiz 파리 <b>", "15881234", "1");

        using var push = JsonDocument.Parse(await _host.Services.GetRequiredService<BookServices.ToldNotices>().NextAsync());
        OpenApiFile.InfobipTexts.ShouldAccept(push.RootElement, "xcd5e57.SmsMoReportResponse");
        var text = push.RootElement.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        (text.GetProperty("keyword").GetString(), text.GetProperty("cleanText").GetString(), text.GetProperty("from").GetString(), text.GetProperty("to").GetString())
            .ShouldBe(("QUIZ", "파리 <b>", "821012340001", "15881234"));
        Guid.TryParse(text.GetProperty("messageId").GetString(), out _).ShouldBeTrue();
        (await _host.GetAsync("/sms/1/inbox/reports")).Json.GetProperty("messageCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Another_workspace_sees_nothing_of_it()
    {
        await _host.AddWorkspaceAsync("other", "other-key");
        await _host.ReceiveAsync("text", "15881234", "1");

        var answer = await _host.SendAsync(HttpMethod.Get, "/sms/1/inbox/reports", null, ("Authorization", "App other-key"));

        answer.ShouldBe(HttpStatusCode.OK);
        answer.Json.GetProperty("messageCount").GetInt32().ShouldBe(0);
    }
}
