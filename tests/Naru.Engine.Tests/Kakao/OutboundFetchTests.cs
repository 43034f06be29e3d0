using Naru.Engine.Kakao.Scraping;
using Naru.Engine.Tests.Hosting;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Kakao;

public sealed class OutboundFetchTests
{
    [Fact]
    public async Task A_callback_by_GET_goes_out_once_also_where_the_server_closes_under_it()
    {
        var asked = 0;
        await using var host = new ClosingHost(_ => ++asked > 1);
        using var fetch = new OutboundFetch(WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), TimeProvider.System, SystemNames.Instance);

        var before = await SendAsync();
        var cut = await SendAsync();

        (before.Status, cut.Status).ShouldBe((200, 0));
        host.Asked.ShouldBe(["GET", "GET"]);

        Task<Fetched> SendAsync() => fetch.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/told?a=1")), 1024, TimeSpan.FromSeconds(20), follows: false, CancellationToken.None);
    }
}
