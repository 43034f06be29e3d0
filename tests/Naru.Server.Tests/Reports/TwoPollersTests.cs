using Naru.Server.Tests.Clients;
using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Reports;

public sealed class TwoPollersTests(SharedGateway gateway)
{
    private const int Messages = 10_000;
    private const int PerRequest = 1_000;

    [Fact]
    public async Task Two_clients_that_poll_at_once_get_each_of_ten_thousand_reports_once_between_them()
    {
        await using var workspace = await gateway.NewWorkspaceAsync();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var left = Messages;

        var pollers = new[] { PollAsync(), PollAsync() };
        var sent = new List<string>();
        for (var first = 0; first < Messages; first += PerRequest)
        {
            var to = Enumerable.Range(first, PerRequest).Select(n => new Destination(Destination.Number(n))).ToArray();
            sent.AddRange((await workspace.Infobip.SendAcceptedAsync(AlimBody.Parcel(workspace.Sender, to))).Select(line => line.MessageId));
        }

        var shares = await Task.WhenAll(pollers);
        (await workspace.Infobip.PullAsync()).ShouldBeEmpty("nothing is given out again");
        var got = shares.SelectMany(share => share).Order(StringComparer.Ordinal).ToArray();
        got.ShouldBe(sent.Order(StringComparer.Ordinal));
        shares.ShouldAllBe(share => share.Count > 0, "both took part");

        async Task<List<string>> PollAsync()
        {
            using var client = new InfobipClient(gateway.Url, workspace.ApiKey);
            var share = new List<string>();
            while (Volatile.Read(ref left) > 0 && !enough.IsCancellationRequested)
            {
                var page = await client.PullAsync("limit=200");
                share.AddRange(page.Select(report => report.MessageId));
                Interlocked.Add(ref left, -page.Count);
            }

            return share;
        }
    }
}
