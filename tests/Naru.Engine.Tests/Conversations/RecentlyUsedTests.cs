using Naru.Engine.Conversations;

namespace Naru.Engine.Tests.Conversations;

public sealed class RecentlyUsedTests
{
    private readonly RecentlyUsed<int, string> _memory = new(generation: 10);

    [Fact]
    public void What_is_used_stays_whatever_else_comes()
    {
        _memory.Set(0, "often");
        for (var i = 1; i < 1000; i++)
        {
            _memory.Set(i, "once");
            _memory.TryGet(0, out var often).ShouldBeTrue();
            often.ShouldBe("often");
        }
    }

    [Fact]
    public void At_most_two_generations_are_held()
    {
        for (var i = 0; i < 1000; i++)
        {
            _memory.Set(i, "once");
        }

        Enumerable.Range(0, 1000).Count(i => _memory.TryGet(i, out _)).ShouldBeInRange(1, 20);
    }

    [Fact]
    public void What_was_dropped_does_not_come_back_from_the_older_generation()
    {
        _memory.Set(1, "old");
        for (var i = 2; i < 13; i++)
        {
            _memory.Set(i, "filler");
        }

        _memory.Set(1, "new");
        _memory.Drop(1);

        _memory.TryGet(1, out _).ShouldBeFalse();
    }
}
