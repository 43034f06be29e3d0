using Naru.Core.Messages;

namespace Naru.Server.Tests.Limits;

/// <summary>A hundred thousand messages before a carrier that takes a hundred a second, and people who wait for a code.</summary>
public sealed class LimitedGatewayTests(ITestOutputHelper output)
{
    private const int PerSecond = 100;
    private const int Codes = 1_000;

    /// <summary>A little more than the distance of two slots: after each step something must go out.</summary>
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(11);

    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    /// <summary>In real time: what has not happened by then does not happen.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Codes_arrive_within_a_second_past_a_hundred_thousand_others_which_go_on_and_the_limit_holds()
    {
        await using var gateway = new LimitedGateway(PerSecond);
        await gateway.StartAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), async (_, _) => await gateway.SendParcelsAsync(100));
        for (var i = 0; i < 100; i++)
        {
            // Until the flood is over and what it brought flows.
            gateway.Time.Advance(s_step);
            await gateway.SendParcelsAsync(1);
        }

        var began = gateway.Time.GetUtcNow();
        var codes = new List<MessageKey>();
        for (var i = 0; codes.Count < Codes; i++)
        {
            if (i % 4 != 0)
            {
                codes.Add(await gateway.SendCodeAsync());
            }

            await StepAsync(gateway);
        }

        var ended = gateway.Time.GetUtcNow();
        while (gateway.Carrier.Seen.Count(h => h.IsOtp) < Codes)
        {
            await StepAsync(gateway);
        }

        await gateway.Gateway.StopAsync(CancellationToken.None);
        var delivered = await gateway.Store.LoadAsync(codes, CancellationToken.None);
        delivered.ShouldAllBe(m => m.State == MessageState.Delivered);
        var took = delivered.Select(m => m.DoneAt!.Value - m.AcceptedAt).Order().ToArray();
        output.WriteLine($"codes: median {took[Codes / 2].TotalMilliseconds} ms, p99 {took[(int)(Codes * 0.99)].TotalMilliseconds} ms; others meanwhile:");
        took[(int)(Codes * 0.99)].ShouldBeLessThanOrEqualTo(s_second);
        var others = gateway.Carrier.Seen.Count(h => !h.IsOtp && h.At >= began && h.At < ended);
        output.WriteLine($"{others / (ended - began).TotalSeconds:F1} a second; most in a second {MostInASecond([.. gateway.Carrier.Seen.Select(h => h.At)])}");
        (others / (ended - began).TotalSeconds).ShouldBeGreaterThanOrEqualTo(PerSecond * 0.2);
        MostInASecond([.. gateway.Carrier.Seen.Select(h => h.At)]).ShouldBeLessThanOrEqualTo(PerSecond);
    }

    private static async Task StepAsync(LimitedGateway gateway)
    {
        var next = gateway.Carrier.NextAsync();
        gateway.Time.Advance(s_step);
        await next.WaitAsync(s_patience);
    }

    private static int MostInASecond(List<DateTimeOffset> instants)
    {
        var (most, from) = (0, 0);
        for (var i = 0; i < instants.Count; i++)
        {
            while (instants[i] - instants[from] >= s_second)
            {
                from++;
            }

            most = Math.Max(most, i - from + 1);
        }

        return most;
    }
}
