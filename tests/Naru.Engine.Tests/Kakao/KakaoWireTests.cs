using Naru.Engine.Kakao.Outside;
using Naru.Engine.Tests.Hosting;
using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Kakao;

/// <summary>The wire repeats nothing by itself: whether that may be, its caller knows.</summary>
public sealed class KakaoWireTests
{
    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_call_without_a_body_that_changes_something_goes_out_once_also_where_a_used_connection_is_closed_under_it(string method)
    {
        await using var host = new ClosingHost(method => method != "GET");
        using var wire = new KakaoWire(
            WebhookTargetPolicy.Allowing(["127.0.0.0/8"]), new KakaoHosts { Kapi = host.Address, Timeout = TimeSpan.FromSeconds(20) }, TimeProvider.System, SystemNames.Instance);

        var before = await wire.SendAsync(Call("GET"));
        var cut = await wire.SendAsync(Call(method));

        (before.Outcome, cut.Outcome).ShouldBe((PassOutcome.Answered, PassOutcome.Unknown));
        host.Asked.ShouldBe(["GET", method]);

        WireCall Call(string how) => new(how, new Uri(host.Address, "/v1/user/logout"), [], null, default);
    }
}
