using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Limits, and what an app has open: what a start must know.</summary>
public abstract partial class MessageStoreConformance
{
    private static readonly LimitId s_carrier = LimitId.OfCarrier("simulator");

    [Fact]
    public async Task Where_no_limit_is_set_there_is_no_row()
    {
        Opening.Limits.ShouldBeEmpty();
        Opening.OpenByApp.ShouldBeEmpty();
        (await place.CountRowsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task How_far_a_limit_is_given_away_outlives_a_crash()
    {
        await Store.DoAsync(batch => batch.Limits.AddRange([Given(s_carrier, Minute(1)), Given(LimitId.OfApp(3), Minute(2), Samples.Mine)]));
        await Store.DoAsync(batch => batch.Limits.Add(Given(s_carrier, Minute(5))));

        await ReopenAsync();

        Opening.Limits.ShouldBe([Given(s_carrier, Minute(5)), Given(LimitId.OfApp(3), Minute(2), Samples.Mine)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_limit_that_is_not_set_any_more_leaves_and_may_come_back_in_the_same_batch()
    {
        await Store.DoAsync(batch => batch.Limits.AddRange([Given(LimitId.OfApp(1), Minute(1)), Given(LimitId.OfApp(2), Minute(1))]));
        await Store.DoAsync(batch =>
        {
            batch.LimitsRemoved.AddRange([LimitId.OfApp(1), LimitId.OfApp(2), LimitId.OfApp(9)]);
            batch.Limits.Add(Given(LimitId.OfApp(2), Minute(3)));
        });

        await ReopenAsync();

        Opening.Limits.ShouldBe([Given(LimitId.OfApp(2), Minute(3))]);
    }

    [Fact]
    public async Task The_limits_of_a_workspace_leave_with_it_and_no_others()
    {
        await Store.DoAsync(batch => batch.Limits.AddRange(
            [Given(s_carrier, Minute(1)), Given(LimitId.OfApp(1), Minute(1), Samples.Mine), Given(LimitId.OfApp(2), Minute(1), Samples.Mine), Given(LimitId.OfApp(3), Minute(1), Samples.Other)]));

        (await Store.RemoveAsync(RemovalKind.Workspace, default, limit: 1, Samples.Mine)).ShouldBe(1);
        (await Store.RemoveAsync(RemovalKind.Workspace, default, limit: 5, Samples.Mine)).ShouldBe(1);
        await ReopenAsync();

        Opening.Limits.Select(row => row.Id).ShouldBe([s_carrier, LimitId.OfApp(3)], ignoreOrder: true);
    }

    [Fact]
    public async Task Open_messages_are_counted_by_app_at_the_start()
    {
        var through = Samples.Messages(1, 6, sequence => Through(sequence, app: sequence > 4 ? 8 : 7)).ToArray();
        await Store.AppendAsync([.. through, Samples.Message(7), Samples.Ended(Through(8, app: 7))]);
        await Store.UpdateAsync(
            Samples.Ended(through[0]), through[1] with { Version = 1, State = MessageState.Submitted, Lane = LaneId.Settle, LookAt = Minute(9) });

        await ReopenAsync();

        Opening.OpenByApp.ShouldBe(new Dictionary<int, int> { [7] = 3, [8] = 2 }, ignoreOrder: true);
        await Store.UpdateAsync(Samples.Ended(through[1] with { Version = 1 }), Samples.Ended(through[4]), Samples.Ended(through[5]));
        await Store.RemoveAsync(RemovalKind.Workspace, default, workspace: Samples.Other);
        await ReopenAsync();
        Opening.OpenByApp.ShouldBe(new Dictionary<int, int> { [7] = 2 });
    }

    [Fact]
    public async Task Messages_of_a_bulk_that_was_never_sealed_are_not_open_after_a_crash()
    {
        var chunk = Samples.Messages(1, 3, sequence => Samples.Message(sequence, bulk: s_bulk, staged: true, envelope: Samples.Envelope() with { App = 7 }));
        await Store.DoAsync(batch => batch.Append(chunk, Samples.Bulk(s_bulk.Value, 1, 0, 6, @sealed: false)));

        await ReopenAsync();

        Opening.OpenByApp.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(LimitWay.MaxCarrier, int.MaxValue, 1)]
    [InlineData(77, 123_456, 1)]
    [InlineData(0, -1, 1)]
    public async Task Lanes_of_limits_are_told_apart_whatever_hangs_on_the_way(int carrier, int owner, int app)
    {
        var way = new LimitWay(carrier, app == 1, owner);
        LaneId[] lanes =
        [
            LaneId.Limit(way, MessageClass.Standard), LaneId.Limit(way, MessageClass.Authentication), LaneId.Limit(way with { IsApp = !way.IsApp }, MessageClass.Standard),
            LaneId.Limit(way with { Owner = owner ^ 1 }, MessageClass.Standard), LaneId.Limit(way with { Carrier = carrier ^ 1 }, MessageClass.Standard), s_standard,
        ];
        await Store.AppendAsync(lanes.Select((lane, i) => Samples.Message(i + 1) with { Lane = lane }));

        (await Store.OpenLanesAsync(s_none)).Select(head => head.Lane).ShouldBe(lanes, ignoreOrder: true);
        for (var i = 0; i < lanes.Length; i++)
        {
            (await Store.LaneAsync(lanes[i])).ShouldBe([i + 1]);
        }

        lanes[0].Way.ShouldBe(way);
    }

    private static LimitRow Given(LimitId id, DateTimeOffset until, WorkspaceId workspace = default) => new(id, workspace, until);

    private static Message Through(long sequence, int app) => Samples.Message(sequence, envelope: Samples.Envelope() with { App = app });
}
