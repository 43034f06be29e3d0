using Naru.Engine.Webhooks;

namespace Naru.Engine.Tests.Webhooks;

/// <summary>Time limits are used again, and one use must know nothing of another.</summary>
public sealed class TimeLimitsTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_limit_cancels_when_its_time_is_over()
    {
        using var limits = new TimeLimits(TimeSpan.FromMilliseconds(20), TimeProvider.System);

        using var limit = limits.Begin(CancellationToken.None);

        await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, limit.Token));
    }

    [Fact]
    public void The_callers_token_cancels_the_use_that_it_began_and_none_after_it()
    {
        using var limits = new TimeLimits(s_long, TimeProvider.System);
        using var caller = new CancellationTokenSource();
        limits.Begin(caller.Token).Dispose();
        using var other = limits.Begin(CancellationToken.None);

        caller.Cancel();

        other.Token.IsCancellationRequested.ShouldBeFalse("it is the next use of the same source");
        using var begunTooLate = limits.Begin(caller.Token);
        begunTooLate.Token.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void What_was_cancelled_is_not_used_again()
    {
        using var limits = new TimeLimits(s_long, TimeProvider.System);
        using var caller = new CancellationTokenSource();
        using (limits.Begin(caller.Token))
        {
            caller.Cancel();
        }

        using var next = limits.Begin(CancellationToken.None);

        next.Token.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public void Who_listened_to_one_use_hears_nothing_of_the_next()
    {
        using var limits = new TimeLimits(s_long, TimeProvider.System);
        using var caller = new CancellationTokenSource();
        var heard = 0;
        using (var first = limits.Begin(CancellationToken.None))
        {
            first.Token.Register(() => heard++);
        }

        using var second = limits.Begin(caller.Token);
        caller.Cancel();

        second.Token.IsCancellationRequested.ShouldBeTrue();
        heard.ShouldBe(0);
    }
}
