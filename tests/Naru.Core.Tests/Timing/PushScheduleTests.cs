using Naru.Core.Messages;
using Naru.Core.Timing;

namespace Naru.Core.Tests.Timing;

/// <summary>When a push is tried again, as the front doors' vendors have it.</summary>
public sealed class PushScheduleTests
{
    private static readonly PushSchedule s_infobip = PushSchedule.Of(DialectName.Infobip);
    private static readonly PushSchedule s_sinch = PushSchedule.Of(DialectName.Sinch);

    [Fact]
    public void Infobip_waits_one_minute_and_n_squared_for_twenty_retries()
    {
        Gaps(s_infobip, 0)[..5].Select(g => g.TotalMinutes).ShouldBe([1, 2, 5, 10, 17]);
        Gaps(s_infobip, 0).Count.ShouldBe(20);
        Total(s_infobip, 0).ShouldBe(TimeSpan.FromMinutes(2490)); // 41 h 30 min
        Total(s_infobip, 1).ShouldBe(TimeSpan.FromMinutes(2490 * 1.1));
    }

    [Fact]
    public void Sinch_waits_five_seconds_and_doubles_up_to_81920()
    {
        Gaps(s_sinch, 0)[..4].Select(g => g.TotalSeconds).ShouldBe([5, 10, 20, 40]);
        Gaps(s_sinch, 0)[^1].TotalSeconds.ShouldBe(81_920);
        Gaps(s_sinch, 0).Count.ShouldBe(15);
        Gaps(s_sinch, 0.999).Zip(Gaps(s_sinch, 0)).ShouldAllBe(pair => pair.First < pair.Second && pair.First > pair.Second * 0.899);
        Total(s_sinch, 0).ShouldBeLessThan(TimeSpan.FromHours(46));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(302, false)]
    [InlineData(400, true)]
    [InlineData(401, true)]
    [InlineData(404, true)]
    [InlineData(408, false)]
    [InlineData(410, true)]
    [InlineData(429, false)]
    [InlineData(499, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    public void Which_answers_are_final(int status, bool final)
    {
        s_sinch.IsFinal(status).ShouldBe(final);
        s_infobip.IsFinal(status).ShouldBeFalse();
    }

    [Fact]
    public void Both_APIs_of_Sinch_keep_one_schedule() => PushSchedule.Of(DialectName.SinchProvisioning).ShouldBeSameAs(s_sinch);

    [Fact]
    public void What_the_receiver_asks_for_is_honoured_when_it_is_longer_up_to_a_day()
    {
        foreach (var schedule in new[] { s_infobip, s_sinch })
        {
            schedule.Next(1, 0, TimeSpan.FromHours(2)).ShouldBe(TimeSpan.FromHours(2));
            schedule.Next(1, 0, TimeSpan.FromSeconds(1)).ShouldBe(schedule.Next(1, 0, null));
            schedule.Next(1, 0, TimeSpan.FromDays(9)).ShouldBe(TimeSpan.FromDays(1));
            schedule.Next(schedule.MaxRetries + 1, 0, TimeSpan.FromHours(2)).ShouldBeNull();
        }
    }

    private static List<TimeSpan> Gaps(PushSchedule schedule, double chance)
    {
        var gaps = new List<TimeSpan>();
        while (schedule.Next(gaps.Count + 1, chance, null) is { } gap)
        {
            gaps.Add(gap);
        }

        return gaps;
    }

    private static TimeSpan Total(PushSchedule schedule, double chance) => Gaps(schedule, chance).Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap);
}
