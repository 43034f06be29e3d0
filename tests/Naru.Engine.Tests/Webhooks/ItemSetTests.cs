using Naru.Engine.Ports;

namespace Naru.Engine.Tests.Webhooks;

public sealed class ItemSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(100)]
    [InlineData(128)]
    public void The_first_places_are_in_it_and_no_others(int count)
    {
        var set = ItemSet.First(count);

        set.Count.ShouldBe(count);
        set.Places().ShouldBe(Enumerable.Range(0, count));
        set.IsEmpty.ShouldBe(count == 0);
    }

    [Fact]
    public void Places_come_and_go_by_themselves()
    {
        var set = AppBench.Items(0, 63, 64, 99);

        set.Has(64).ShouldBeTrue();
        set.Has(65).ShouldBeFalse();
        set.Without(64).Places().ShouldBe([0, 63, 99]);
        set.Except(AppBench.Items(0, 5)).Places().ShouldBe([63, 64, 99]);
        set.With(AppBench.Items(5)).Places().ShouldBe([0, 5, 63, 64, 99]);
        Should.Throw<ArgumentOutOfRangeException>(() => ItemSet.First(129));
    }
}
