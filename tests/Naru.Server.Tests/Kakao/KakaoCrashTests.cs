using Naru.Server.Tests.Hosting;

namespace Naru.Server.Tests.Kakao;

/// <summary>What SIGKILL leaves of the Developers platform.</summary>
public sealed class KakaoCrashTests
{
    /// <summary>From one sender to one receiver, a day.</summary>
    private const int PerPair = 20;

    [Fact]
    public async Task A_pairs_quota_is_not_exceeded_over_a_kill_and_tokens_work_on()
    {
        using var data = new DataFolder();
        string token;
        string friend;
        var sent = 0;
        await using (var first = await NaruProcess.StartAsync(new NaruStart(data.Path)))
        {
            using var receiver = await KakaoPerson.LogInAsync(first.Url, 3_000_000_002);
            using var sender = await KakaoPerson.LogInAsync(first.Url, 3_000_000_001);
            (token, friend) = (sender.Token, await sender.FirstFriendAsync());
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var sending = Enumerable.Range(0, 15).Select(async _ =>
            {
                if (await sender.SendAsync(friend) == 0 && Interlocked.Increment(ref sent) == 5)
                    enough.SetResult();
            }).ToArray();
            await enough.Task;
            await first.KillAsync();
            await Task.WhenAll(sending);
        }

        await using var second = await NaruProcess.StartAsync(new NaruStart(data.Path));
        using var again = new KakaoPerson(second.Url, token);
        var codes = new List<int?>();
        for (var i = 0; i < PerPair + 1; i++)
            codes.Add(await again.SendAsync(friend));

        (sent + codes.Count(code => code == 0)).ShouldBeInRange(PerPair - 15, PerPair);
        codes.Count(code => code == 0).ShouldBeGreaterThanOrEqualTo(PerPair - 15);
        codes[^1].ShouldBe(-536);
    }
}
