using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;

namespace Naru.Engine.Tests.Alarms;

public sealed class StaffTurnTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_new_is_told_at_once_and_all_of_it_in_one_message()
    {
        Of(Alarm(2), Alarm(1)).Due.Select(alarm => alarm.Id).ShouldBe([1L, 2L]);
        Of().ShouldBe(new StaffTurn([], null), "Nothing wakes it.");
    }

    [Fact]
    public void An_alarm_is_told_again_after_an_hour_and_only_when_it_showed_itself_since()
    {
        var told = Alarm(1) with { ToldAt = s_now.AddMinutes(-59), LastAt = s_now.AddMinutes(-1) };

        (Of(told).Due.Count, Of(told).Next).ShouldBe((0, s_now.AddMinutes(1)));
        Of(told with { ToldAt = s_now.AddHours(-1) }).Due.Count.ShouldBe(1);
        Of(told with { ToldAt = s_now.AddHours(-5), LastAt = s_now.AddHours(-5) }).ShouldBe(new StaffTurn([], null));
    }

    [Fact]
    public void Messages_are_a_minute_apart()
    {
        var turn = Of(Alarm(1) with { ToldAt = s_now.AddSeconds(-20), LastAt = s_now.AddMinutes(-1) }, Alarm(2));

        (turn.Due.Count, turn.Next).ShouldBe((0, s_now.AddSeconds(40)));
    }

    [Fact]
    public void Nobody_is_told_of_what_is_acknowledged_cleared_or_the_failure_of_the_telling_itself()
    {
        Of(
            Alarm(1) with { AcknowledgedAt = s_now }, Alarm(2) with { ClearedAt = s_now },
            Alarm(3) with { Key = new AlarmKey(AlarmKind.StaffMessageFailed, new WorkspaceId(1), "15881234", "3016") },
            Alarm(4) with { Key = new AlarmKey(AlarmKind.CallerFault, new WorkspaceId(9), "of a test suite", "3016") }).ShouldBe(new StaffTurn([], null));
    }

    private static StaffTurn Of(params Alarm[] alarms)
    {
        var turn = StaffTurn.Of(alarms, static key => key.Workspace.Value != 9, s_now);
        return turn.Due.Count == 0 ? turn with { Due = [] } : turn;
    }

    private static Alarm Alarm(long id) => new(id, AlarmKey.OfInstallation(AlarmKind.CarrierDown, $"carrier-{id}"), null, s_now.AddMinutes(-5), s_now, 1);
}
