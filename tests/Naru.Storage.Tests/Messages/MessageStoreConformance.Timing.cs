using Naru.Core.Messages;
using Naru.Core.Timing;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Bulks whose messages wait in lanes of their own.</summary>
public abstract partial class MessageStoreConformance
{
    private static readonly BulkTiming s_timing = new(
        BulkState.Running, 0, Samples.Noon.AddHours(3), new EvenPace(30, TimeSpan.FromHours(1)), Samples.Noon.AddTicks(1), Samples.Noon.AddHours(1).AddTicks(7),
        [
            new BulkLine(null, false, MessageClass.Standard),
            new BulkLine(new DeliveryWindow(WeekDays.Monday | WeekDays.Friday, new TimeOnly(23, 30), new TimeOnly(4, 5)), true, MessageClass.Low),
        ],
        "simulator", 7);

    [Fact]
    public async Task The_time_of_a_bulk_comes_back_to_the_tick()
    {
        await TimedAsync(s_timing);
        await ReopenAsync();

        await IsAsync(s_timing);
        var plain = s_timing with { SendAt = null, Pace = null, Next = s_timing.Start, Lines = [new BulkLine(new DeliveryWindow(WeekDays.All), false, MessageClass.High)], App = 0 };
        await Store.DoAsync(batch => batch.Bulks.Add(new BulkUpdate(s_bulk, plain with { Revision = 1 }, 0)));
        await IsAsync(plain with { Revision = 1 });
    }

    [Fact]
    public async Task What_was_recalled_of_a_bulk_and_how_far_it_is_come_back()
    {
        await TimedAsync(s_timing);
        RecalledAttempt[] recalled =
            [new(7, 1, s_timing.Start.AddTicks(3)), new(8, 2, s_timing.Start), new(1L << 39, int.MaxValue, s_timing.Start.AddDays(180))];
        var changed = s_timing with { Recalled = recalled, Progress = BulkProgress.Some };
        await Store.DoAsync(batch => batch.Bulks.Add(new BulkUpdate(s_bulk, changed, 0)));
        await ReopenAsync();

        await IsAsync(changed);
        await Store.DoAsync(batch => batch.Bulks.Add(new BulkUpdate(s_bulk, changed with { Recalled = [], Progress = BulkProgress.All }, 0)));
        await IsAsync(changed with { Recalled = [], Progress = BulkProgress.All });
    }

    [Fact]
    public async Task A_bulk_is_changed_only_over_the_revision_that_was_read()
    {
        await TimedAsync(s_timing);
        var paused = s_timing with { State = BulkState.Paused, Revision = 1 };

        (await Store.DoAsync(batch => batch.Bulks.Add(new BulkUpdate(s_bulk, paused, 0)))).StaleBulks.ShouldBeEmpty();
        var late = await Store.DoAsync(batch =>
        {
            batch.Bulks.Add(new BulkUpdate(new BulkKey(77), paused, 0));
            batch.Bulks.Add(new BulkUpdate(s_bulk, s_timing, 0));
        });

        late.StaleBulks.ShouldBe([0, 1]);
        (await TimingAsync()).State.ShouldBe(BulkState.Paused);

        // Slots that are given away change no revision.
        var later = paused with { Next = paused.Next.AddHours(1) };
        (await Store.DoAsync(batch => batch.Bulks.Add(new BulkUpdate(s_bulk, later, 1)))).StaleBulks.ShouldBeEmpty();
        (await TimingAsync()).Next.ShouldBe(later.Next);
    }

    [Fact]
    public async Task What_waits_in_a_lane_is_counted_line_by_line()
    {
        var second = LaneId.Bulk(s_bulk, MessageClass.Low, 255);
        await TimedAsync(s_timing);
        await Store.AppendAsync(Samples.Messages(20, 2, sequence => Samples.Message(sequence, bulk: s_bulk) with { Lane = second }));

        (await Store.CountLaneAsync(LaneId.Bulk(s_bulk, MessageClass.Standard), s_none)).ShouldBe(3);
        (await Store.CountLaneAsync(second, s_none)).ShouldBe(2);
        (await Store.CountLaneAsync(LaneId.Bulk(new BulkKey(6), MessageClass.Standard), s_none)).ShouldBe(0);
        (await Store.LaneAsync(second)).ShouldBe([20, 21]);
        (await Store.OpenLanesAsync(s_none)).Select(head => (head.Lane.BulkOf, head.Lane.Line)).ShouldBe([(s_bulk, 0), (s_bulk, 255)], ignoreOrder: true);
    }

    [Fact]
    public async Task Bulks_are_listed_newest_first_page_by_page()
    {
        await Store.DoAsync(batch =>
        {
            for (var number = 1; number <= 5; number++)
            {
                batch.Append([Samples.Message(number, bulk: new BulkKey(number))], Samples.Bulk(number, number, number, 1, @sealed: number != 4));
            }

            batch.Append([Samples.Message(9, workspace: Samples.Other, bulk: new BulkKey(9))], Samples.Bulk(9, 9, 9, 1, true, workspace: Samples.Other));
        });

        (await ListBulksAsync(null, 3)).ShouldBe([5, 3, 2]);
        (await ListBulksAsync(new BulkKey(2), 3)).ShouldBe([1]);
    }

    private async Task<long[]> ListBulksAsync(BulkKey? before, int limit) =>
        [.. (await Store.ListBulksAsync(Samples.Mine, before, limit, s_none)).Select(bulk => bulk.Key.Value)];

    private Task TimedAsync(BulkTiming timing) => Store.DoAsync(batch => batch.Append(
        Samples.Messages(1, 3, sequence => Staged(sequence)), Samples.Bulk(s_bulk.Value, 1, 3, 3, @sealed: true) with { Timing = timing }));

    private async Task<BulkTiming> TimingAsync() => (await Store.LoadBulksAsync([s_bulk], s_none)).Single().Timing.ShouldNotBeNull();

    private async Task IsAsync(BulkTiming expected)
    {
        var stored = await TimingAsync();
        stored.Lines.ShouldBe(expected.Lines);
        stored.Recalled.ShouldBe(expected.Recalled);
        (stored with { Lines = expected.Lines, Recalled = expected.Recalled }).ShouldBe(expected);
    }
}
