using System.Globalization;
using System.Net;
using System.Text;
using Naru.Dialects.Tests.Contracts;
using Naru.Dialects.Tests.Hosting;

namespace Naru.Dialects.Tests.Infobip;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Logs_may_be_read_120_times_a_minute_by_each_credential()
    {
        await using var host = await InfobipHost.StartAsync();
        await host.AddWorkspaceAsync("other", "other-key");
        for (var i = 0; i < 120; i++)
        {
            (await host.GetAsync("/kakao-alim/1/logs")).ShouldBe(HttpStatusCode.OK);
        }

        var answer = await host.GetAsync("/kakao-alim/1/logs");

        answer.ShouldBe(HttpStatusCode.TooManyRequests);
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        (await host.GetAsync("/kakao-alim/1/logs", ("Authorization", "App other-key"))).ShouldBe(HttpStatusCode.OK);
        (await host.GetAsync("/kakao-alim/1/reports")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sign_ins_are_ten_a_second_from_each_address()
    {
        await using var host = await InfobipHost.StartAsync();
        host.Pretend("203.0.113.7");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SignInAsync(host)));

        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(answer => answer.Headers["Retry-After"] == "1");
        OpenApiFile.Infobip.ShouldAccept(refused[0].Json, "acc.ApiException");
        host.Pretend("203.0.113.8");
        (await SignInAsync(host)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_limits_can_be_switched_off()
    {
        await using var host = await InfobipHost.StartAsync(("Naru:Infobip:RateLimits", "false"));

        for (var i = 0; i < 130; i++)
        {
            (await host.GetAsync("/kakao-alim/1/logs?messageId=none")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Wrong_passwords_soon_cost_the_gateway_nothing_more_while_known_ones_go_on()
    {
        await using var host = await InfobipHost.StartAsync();
        var right = ("Authorization", "Basic ZGVtbzpkZW1vLXBhc3N3b3Jk");
        (await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.GetAsync("/kakao-alim/1/reports", right)))).ShouldAllBe(answer => answer.Status == HttpStatusCode.OK);

        Answer answer;
        var tried = 0;
        while ((answer = await host.GetAsync("/kakao-alim/1/reports", ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"demo:{tried}"))))).Status
            == HttpStatusCode.Unauthorized)
        {
            (++tried).ShouldBeLessThan(1_000);
        }

        answer.ShouldBe(HttpStatusCode.TooManyRequests).Headers["Retry-After"].ShouldBe("1");
        OpenApiFile.Infobip.ShouldAccept(answer.Json, "ApiError");
        (await host.GetAsync("/kakao-alim/1/reports", right)).ShouldBe(HttpStatusCode.OK);
    }

    private static Task<Answer> SignInAsync(InfobipHost host) =>
        host.SendAsync(HttpMethod.Post, "/auth/1/session", """{"username":"nobody","password":"x"}""");
}
