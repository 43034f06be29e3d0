using Naru.Engine.Dispatch;
using Shouldly;

namespace Naru.Engine.Tests.Dispatch;

public sealed class WorkingBoundTests
{
    private static readonly TimeSpan s_long = WorkingBound.Patience + TimeSpan.FromMilliseconds(1);

    [Fact]
    public void It_falls_with_every_flush_that_takes_long_and_keeps_carriers_busy()
    {
        var bound = new WorkingBound(20_000);

        bound.Committed(s_long);
        bound.Now.ShouldBe(15_000);

        for (var i = 0; i < 20; i++)
        {
            bound.Committed(s_long);
        }

        bound.Now.ShouldBe(WorkingBound.Least);
    }

    [Fact]
    public void It_comes_back_when_flushes_are_short_and_stays_where_they_are_neither()
    {
        var bound = new WorkingBound(20_000);
        bound.Committed(s_long);
        var fallen = bound.Now;

        bound.Committed(WorkingBound.Patience);
        bound.Now.ShouldBe(fallen);

        bound.Committed(TimeSpan.FromMilliseconds(3));
        bound.Now.ShouldBeGreaterThan(fallen);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(WorkingBound.Least)]
    [InlineData(20_050)]
    public void It_is_never_more_than_was_set_nor_less_than_the_least(int most)
    {
        var bound = new WorkingBound(most);
        for (var i = 0; i < 2_000; i++)
        {
            bound.Committed(i % 500 < 250 ? s_long : TimeSpan.Zero);
            bound.Now.ShouldBeInRange(Math.Min(most, WorkingBound.Least), most);
        }

        bound.Now.ShouldBe(most);
    }
}
