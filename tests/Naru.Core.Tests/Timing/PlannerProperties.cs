using FsCheck;
using FsCheck.Fluent;
using Naru.Core.Timing;

namespace Naru.Core.Tests.Timing;

/// <summary>The planner against the slow and obvious oracle.</summary>
public class PlannerProperties
{
    private static readonly DateTimeOffset s_monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<DeliveryWindow> s_window =
        from days in Gen.Choose(1, 127)
        from whole in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        from @from in Gen.Choose(0, 1439)
        from length in Gen.Choose(60, 1439)
        select whole
            ? new DeliveryWindow((WeekDays)days)
            : new DeliveryWindow((WeekDays)days, Time(@from), Time((@from + length) % 1440));

    private static readonly Gen<EvenPace> s_pace =
        from count in Gen.Choose(1, 500)
        from period in Gen.Elements(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1))
        select new EvenPace(count, period);

    private static readonly Gen<DateTimeOffset> s_instant =
        from minutes in Gen.Choose(0, 14 * 1440)
        from ticks in Gen.Choose(0, (int)TimeSpan.TicksPerMinute - 1)
        select s_monday.AddMinutes(minutes).AddTicks(ticks);

    [Fact]
    public void A_window_is_open_when_the_minutes_of_its_week_say_so() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000),
        Prop.ForAll((from window in s_window from at in s_instant select (window, at)).ToArbitrary(), it =>
        {
            var oracle = new WeekOfMinutes(it.window);

            it.window.IsUsable.ShouldBeTrue();
            it.window.IsOpen(it.at).ShouldBe(oracle.IsOpen(it.at));
            it.window.NextOpen(it.at).ShouldBe(oracle.Next(it.at));
        }));

    [Fact]
    public void What_is_open_closes_at_the_first_minute_that_is_not() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll((from window in s_window from at in s_instant select (window, at)).ToArbitrary(), it =>
        {
            var oracle = new WeekOfMinutes(it.window);
            var open = oracle.Next(it.at);
            var closes = it.window.ClosesAt(open);

            if (closes == DateTimeOffset.MaxValue)
            {
                for (var minute = 0; minute < 7 * 1440; minute++)
                {
                    oracle.IsOpen(open.AddMinutes(minute)).ShouldBeTrue();
                }

                return;
            }

            oracle.IsOpen(closes).ShouldBeFalse();
            oracle.IsOpen(closes.AddTicks(-1)).ShouldBeTrue();
            for (var at = open; at < closes; at += TimeSpan.FromMinutes(1))
            {
                oracle.IsOpen(at).ShouldBeTrue();
            }
        }));

    [Fact]
    public void Any_slot_of_a_bulk_is_where_going_through_them_one_by_one_leads() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(
            (from window in s_window
             from advertisement in Gen.Elements(true, false)
             from pace in Gen.OneOf(Gen.Constant<EvenPace?>(null), s_pace.Select(p => (EvenPace?)p))
             from start in s_instant
             from index in Gen.Choose(0, 300)
             select (window, advertisement, pace, start, index)).ToArbitrary(),
            it =>
            {
                var oracle = it.advertisement ? new WeekOfMinutes(it.window, AdvertisingHours.Allowed) : new WeekOfMinutes(it.window);
                var planned = Planner.At(Openings.Of(it.window, it.advertisement), it.pace, it.start, it.index);

                planned.ShouldBe(oracle.IsEverOpen ? oracle.Slot(it.pace, it.start, it.index) : null);
            }));

    [Fact]
    public void No_stretch_of_a_period_holds_more_slots_than_the_pace_says() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll((from window in s_window from pace in s_pace from start in s_instant select (window, pace, start)).ToArbitrary(), it =>
        {
            var openings = new Openings(it.window);
            var slots = new List<DateTimeOffset>();
            for (DateTimeOffset? slot = openings.Next(it.start); slots.Count < it.pace.Count * 3; slot = Planner.Following(openings, it.pace, slot.Value))
            {
                slots.Add(slot!.Value);
            }

            for (var i = it.pace.Count; i < slots.Count; i++)
            {
                // Even where each is used as late as it may be and the next at once.
                (slots[i] - (slots[i - it.pace.Count] + EvenPace.Lateness)).ShouldBeGreaterThanOrEqualTo(it.pace.Period);
            }
        }));

    [Fact]
    public void A_plan_never_lies_before_what_was_asked_and_says_why_it_lies_later() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(
            (from window in Gen.OneOf(Gen.Constant<DeliveryWindow?>(null), s_window.Select(w => (DeliveryWindow?)w))
             from advertisement in Gen.Elements(true, false)
             from pace in Gen.OneOf(Gen.Constant<EvenPace?>(null), s_pace.Select(p => (EvenPace?)p))
             from accepted in s_instant
             from sendAt in Gen.OneOf(Gen.Constant<DateTimeOffset?>(null), s_instant.Select(i => (DateTimeOffset?)i))
             from index in Gen.Choose(0, 50)
             select (Table: new Timetable(sendAt, window, advertisement, pace, TimeSpan.FromHours(48)), accepted, index)).ToArbitrary(),
            it =>
            {
                if (Planner.Plan(it.Table, it.accepted, it.index) is not { } plan)
                {
                    return;
                }

                plan.At.ShouldBeGreaterThanOrEqualTo(it.accepted);
                plan.At.ShouldBeGreaterThanOrEqualTo(it.Table.SendAt ?? it.accepted);
                it.Table.Openings.IsOpen(plan.At).ShouldBeTrue();
                plan.ExpiresAt.ShouldBe(plan.At + it.Table.Validity);
                (plan.Why.Count == 0).ShouldBe(plan.At == it.accepted);
            }));

    private static TimeOnly Time(int minutes) => new(minutes / 60, minutes % 60);
}
