using Naru.Core.Messages;
using Naru.Engine.Limits;
using Naru.Engine.Ports;
using Naru.Engine.Tests.Simulation;

namespace Naru.Engine.Tests.Limits;

/// <summary>Never more than the rate in any rolling second: whatever arrives when, however slow the store, over restarts and changes of the rate.</summary>
public sealed class LimitProperties
{
    private static readonly LimitId s_id = LimitId.OfApp(1);
    private static readonly TimeSpan s_span = TimeSpan.FromMilliseconds(300);

    [Fact]
    public void In_no_rolling_second_more_slots_are_used_than_the_rate_allows()
    {
        var used = 0;
        for (var seed = 1; seed <= 400; seed++)
        {
            used += new Story(seed).Play(TimeSpan.FromSeconds(40));
        }

        used.ShouldBeGreaterThan(100_000, "stories in which nothing goes through prove nothing");
    }

    [Theory]
    [InlineData(1, 9)]
    [InlineData(10, 95)]
    [InlineData(100, 950)]
    [InlineData(5_000, 47_000)]
    public void What_waits_all_the_time_goes_at_nearly_the_rate(int rate, int inTenSeconds)
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var limit = new Limit(s_id, default, 0, now);
        limit.Set(rate);
        limit.Claim(MessageClass.Standard, 1);
        var used = 0;
        for (var i = 0; i < 10_000; i++)
        {
            for (; limit.IsOpen(now); used++)
            {
                limit.Use(now);
            }

            if (limit.Reserve(now, s_span) is { } row)
            {
                limit.Reserved(row.NextFree);
            }

            now = now.AddMilliseconds(1);
        }

        used.ShouldBeInRange(inTenSeconds, rate * 10);
    }

    [Fact]
    public void A_clock_that_was_set_back_closes_a_limit_for_seconds_and_not_for_hours()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var limit = new Limit(s_id, default, 0, now.AddHours(8));
        limit.Set(10);
        limit.Claim(MessageClass.Standard, 1);

        limit.IsOpen(now).ShouldBeFalse();
        now = now.AddSeconds(20);
        limit.Reserved(limit.Reserve(now, s_span).ShouldNotBeNull().NextFree);

        limit.IsOpen(now).ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_reserved_while_nothing_is_on_its_way()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var limit = new Limit(s_id, default, 0, now);
        limit.Set(10);

        limit.Reserve(now, s_span).ShouldBeNull();
        limit.Claim(MessageClass.Low, 1);
        limit.Reserve(now, s_span).ShouldNotBeNull();
        limit.Reserve(now, s_span).ShouldBeNull("it was asked for already");
    }

    /// <summary>A limit, its row, and somebody who takes what it gives, with delays and deaths in between.</summary>
    private sealed class Story
    {
        private readonly Chance _chance;
        private readonly RollingWindow _window = new();
        private readonly Queue<(DateTimeOffset At, LimitRow Row)> _writing = new();
        private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        private LimitRow? _row;
        private Limit _limit;
        private int? _rate;

        public Story(int seed)
        {
            _chance = new Chance(seed);
            _limit = Open();
            Change(AnyRate());
        }

        public int Play(TimeSpan length)
        {
            var end = _now + length;
            while (_now < end)
            {
                _now += TimeSpan.FromMilliseconds(_chance.Hit(0.9) ? _chance.Between(0, 12) : _chance.Between(0, 400));
                while (_writing.TryPeek(out var landing) && landing.At <= _now)
                {
                    _row = _writing.Dequeue().Row;
                    _limit.Reserved(_row.NextFree);
                }

                Step();
            }

            return _window.Uses;
        }

        private void Step()
        {
            // Death likes to come between asking and having.
            if (_chance.Hit(_writing.Count > 0 ? 0.05 : 0.002))
            {
                Die();
            }
            else if (_chance.Hit(0.003))
            {
                Change(_chance.Hit(0.1) ? null : AnyRate());
            }

            for (var wanted = _chance.Between(0, 30); wanted > 0 && _limit.IsOpen(_now); wanted--)
            {
                var notAfter = _limit.Use(_now);
                var leaves = _now.AddMilliseconds(_chance.Hit(0.8) ? 0 : _chance.Between(0, 60));
                if (notAfter is null || leaves <= notAfter)
                {
                    // Nothing else happens until it has left: there is one batch at a time.
                    _now = leaves;
                    _window.Use(leaves, "Story");
                }
            }

            if (_limit.Reserve(_now, s_span) is { } row)
            {
                row.NextFree.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(row.NextFree.ToUnixTimeMilliseconds()), "the store keeps whole milliseconds");
                _writing.Enqueue((_now.AddMilliseconds(_chance.Hit(0.8) ? _chance.Between(0, 10) : _chance.Between(0, 900)), row));
            }
        }

        /// <summary>What was on its way to the disk may have got there or not.</summary>
        private void Die()
        {
            while (_writing.TryDequeue(out var landing) && _chance.Hit(0.5))
            {
                _row = landing.Row;
            }

            _writing.Clear();
            _now += TimeSpan.FromMilliseconds(_chance.Hit(0.7) ? _chance.Between(0, 5) : _chance.Between(0, 200));
            _limit = Open();
            _limit.Set(_rate);
        }

        private Limit Open()
        {
            var limit = new Limit(s_id, default, 0, _row is { } row && row.NextFree > _now ? row.NextFree : _now);
            limit.Claim(MessageClass.Standard, 1);
            return limit;
        }

        private void Change(int? rate)
        {
            _rate = rate;
            _limit.Set(rate);
            _window.Set(rate, _now);
        }

        private int AnyRate() => _chance.Hit(0.3) ? _chance.Between(1, 5) : _chance.Hit(0.6) ? _chance.Between(5, 100) : _chance.Between(100, 2000);
    }
}
