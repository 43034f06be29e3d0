using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Tests.Messages;

/// <summary>Alarms: rows that come and go with commits, all read at a start.</summary>
public abstract partial class MessageStoreConformance
{
    [Fact]
    public async Task Alarms_outlive_a_crash_as_they_were_last()
    {
        var raised = Raised(1, Samples.Mine);
        var told = Raised(2, AlarmKey.Installation) with
        {
            Detail = null,
            AcknowledgedAt = Minute(3),
            AcknowledgedBy = "김담당",
            ClearedAt = Minute(9),
            ToldAt = Minute(2),
        };
        await Store.DoAsync(batch => batch.Alarms.AddRange([raised, told]));
        await Store.DoAsync(batch => batch.Alarms.Add(raised with { Count = 5_000_000_000, LastAt = Minute(7), Detail = "다시" }));

        await ReopenAsync();

        Opening.Alarms.ShouldBe([raised with { Count = 5_000_000_000, LastAt = Minute(7), Detail = "다시" }, told]);
    }

    [Fact]
    public async Task An_alarm_that_left_is_gone_and_one_may_come_in_the_same_batch()
    {
        await Store.DoAsync(batch => batch.Alarms.AddRange([Raised(1, Samples.Mine), Raised(2, Samples.Mine)]));
        await Store.DoAsync(batch =>
        {
            batch.AlarmsRemoved.AddRange([1, 2, 77]);
            batch.Alarms.AddRange([Raised(2, Samples.Other), Raised(3, Samples.Mine)]);
        });

        await ReopenAsync();

        Opening.Alarms.ShouldBe([Raised(2, Samples.Other), Raised(3, Samples.Mine)]);
    }

    [Fact]
    public async Task The_alarms_of_a_workspace_leave_with_it_and_no_others()
    {
        await Store.DoAsync(batch => batch.Alarms.AddRange([Raised(1, Samples.Mine), Raised(2, Samples.Other), Raised(3, Samples.Mine), Raised(4, AlarmKey.Installation)]));

        (await Store.RemoveAsync(RemovalKind.Workspace, default, limit: 1, Samples.Mine)).ShouldBe(1);
        (await Store.RemoveAsync(RemovalKind.Workspace, default, limit: 5, Samples.Mine)).ShouldBe(1);
        await ReopenAsync();

        Opening.Alarms.Select(alarm => alarm.Id).ShouldBe([2L, 4L]);
    }

    private static Alarm Raised(long id, WorkspaceId workspace) =>
        new(id, new AlarmKey(AlarmKind.CallerFault, workspace, "@나루상점", "3016"), "AlimTalk", Minute(1), Minute(2), 3);
}
