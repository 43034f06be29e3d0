using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Where open messages wait.</summary>
public abstract partial class MessageStoreConformance
{
    private static readonly LaneId s_standard = LaneId.Plain(MessageClass.Standard);

    [Fact]
    public async Task A_lane_is_read_by_instant_and_then_by_sequence()
    {
        await Store.AppendAsync(
            Waiting(1, minute: 5), Waiting(2, minute: 1), Waiting(3, minute: 5), Waiting(4, minute: 3), Waiting(5, minute: 1) with { Lane = LaneId.Settle });

        (await Store.LaneAsync(s_standard)).ShouldBe([2, 4, 1, 3]);
        (await Store.LaneAsync(LaneId.Settle)).ShouldBe([5]);
        (await Store.LaneAsync(LaneId.Plain(MessageClass.Authentication))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lane_is_read_up_to_the_instant_and_says_when_to_come_back()
    {
        await Store.AppendAsync(Waiting(1, minute: 1), Waiting(2, minute: 2), Waiting(3, minute: 7));

        var page = await Store.ReadLaneAsync(s_standard, Minute(2), null, 10, s_none);

        page.Messages.Select(m => m.Key.Sequence).ShouldBe([1, 2]);
        page.NextLookAt.ShouldBe(Minute(7));
        (await Store.ReadLaneAsync(s_standard, Minute(7), null, 10, s_none)).NextLookAt.ShouldBeNull();
        (await Store.ReadLaneAsync(s_standard, Minute(0), null, 10, s_none)).NextLookAt.ShouldBe(Minute(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Pages_of_a_lane_hold_every_row_once_though_many_share_an_instant(int size)
    {
        await Store.AppendAsync(Samples.Messages(1, 60, sequence => Waiting(sequence, minute: (int)(sequence * 7 % 4))));

        var read = new List<(DateTimeOffset, long)>();
        LanePosition? position = null;
        while (true)
        {
            var page = await Store.ReadLaneAsync(s_standard, DateTimeOffset.MaxValue, position, size, s_none);
            page.Messages.Count.ShouldBeLessThanOrEqualTo(size);
            read.AddRange(page.Messages.Select(m => (m.LookAt, m.Key.Sequence)));
            if (page.NextLookAt is null)
            {
                break;
            }

            page.NextLookAt.Value.ShouldBeGreaterThanOrEqualTo(page.Messages[^1].LookAt);
            position = new LanePosition(page.Messages[^1].LookAt, page.Messages[^1].Key.Sequence);
        }

        read.Count.ShouldBe(60);
        read.ShouldBe(read.Order());
    }

    [Fact]
    public async Task Open_lanes_tell_their_earliest_instant()
    {
        var last = Waiting(9, minute: 9) with { Lane = LaneId.Plain(MessageClass.Low) };
        await Store.AppendAsync(Waiting(1, minute: 4), Waiting(2, minute: 2), Waiting(3, minute: 8) with { Lane = LaneId.Settle }, last);

        (await Store.OpenLanesAsync(s_none)).ShouldBe(
            [new LaneHead(LaneId.Settle, Minute(8)), new LaneHead(s_standard, Minute(2)), new LaneHead(last.Lane, Minute(9))], ignoreOrder: true);

        await Store.UpdateAsync(Samples.Ended(last));
        (await Store.OpenLanesAsync(s_none)).ShouldNotContain(head => head.Lane == last.Lane);
    }

    [Fact]
    public async Task A_transition_moves_a_message_to_another_lane()
    {
        var message = Waiting(1, minute: 1);
        await Store.AppendAsync(message);

        await Store.UpdateAsync(message with { Version = 1, Lane = LaneId.Settle, LookAt = Minute(30) });

        (await Store.LaneAsync(s_standard)).ShouldBeEmpty();
        (await Store.ReadLaneAsync(LaneId.Settle, Minute(29), null, 5, s_none)).NextLookAt.ShouldBe(Minute(30));
        (await Store.LaneAsync(LaneId.Settle)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_transition_from_another_version_is_stale_and_writes_nothing()
    {
        var message = Samples.Message(1);
        await Store.AppendAsync(message, Samples.Message(2));
        var first = message with { Version = 1, Attempt = 1, State = MessageState.Submitting };
        var second = message with { Version = 1, Attempt = 2, State = MessageState.Cancelled, Lane = LaneId.None, LookAt = default };

        var outcome = await Store.DoAsync(batch => batch.Transitions.AddRange(
            [new Transition(first, 0), new Transition(second, 0), new Transition(Samples.Ended(Samples.Message(99)), 0), new Transition(Samples.Ended(Samples.Message(2)), 0)]));

        outcome.StaleTransitions.ShouldBe([1, 2]);
        (await Store.LoadAsync(message.Key)).ShouldSayTheSameAs(first);
        (await Store.LoadAsync(Samples.Message(2).Key))!.IsFinal.ShouldBeTrue();
    }

    [Fact]
    public async Task A_batch_may_change_what_it_appends()
    {
        var message = Samples.Message(1);

        await Store.DoAsync(batch =>
        {
            batch.Append([message]);
            batch.Transitions.Add(new Transition(Samples.Ended(message), message.Version));
        });

        (await Store.LoadAsync(message.Key)).ShouldSayTheSameAs(Samples.Ended(message));
    }

    [Fact]
    public async Task Messages_are_loaded_in_the_order_asked_and_missing_ones_are_left_out()
    {
        var messages = Samples.Messages(1, 5).ToArray();
        await Store.AppendAsync(messages);

        var found = await Store.LoadAsync([messages[3].Key, Samples.Message(77).Key, messages[0].Key, messages[4].Key], s_none);

        found.Select(m => m.Key.Sequence).ShouldBe([4, 1, 5]);
    }

    [Fact]
    public async Task A_key_of_another_partition_names_no_message()
    {
        await Store.AppendAsync(Samples.Message(1));

        (await Store.LoadAsync(new MessageKey(60, 1))).ShouldBeNull();
    }

    [Fact]
    public async Task Open_messages_are_counted_by_state()
    {
        await Store.AppendAsync(
            Samples.Message(1), Samples.Message(2), Samples.Message(3) with { State = MessageState.Submitted, Lane = LaneId.Settle },
            Samples.Message(4, workspace: Samples.Other), Samples.Ended(Samples.Message(5)));

        (await Store.CountAsync(Samples.Mine, s_none)).Open.ShouldBe(
            new Dictionary<MessageState, long> { [MessageState.Queued] = 2, [MessageState.Submitted] = 1 }, ignoreOrder: true);
        (await Store.CountAsync(null, s_none)).Open[MessageState.Queued].ShouldBe(3);
    }

    private static DateTimeOffset Minute(int minute) => Samples.Noon.AddMinutes(minute);

    private static Message Waiting(long sequence, int minute) => Samples.Message(sequence) with { LookAt = Minute(minute) };
}
