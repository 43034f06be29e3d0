using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

public sealed class LaterEventsTests
{
    [Fact]
    public async Task A_delayed_number_gets_its_message_and_its_report_at_the_instant_and_not_before()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        world.Run();
        var due = world.Clock.Now.AddSeconds(30);
        var handover = world.AlimTalk("821088880030");
        (await world.SubmitAsync(handover)).ShouldBe(CarrierAnswer.Taken(null));
        (await world.PhoneAsync()).ShouldBeEmpty();

        world.Clock.Advance(TimeSpan.FromSeconds(30));

        (await world.Reports.NextAsync()).ShouldBe(new CarrierReport(handover.Id, "0000", due));
        (await world.PhoneAsync()).ShouldHaveSingleItem().At.ShouldBe(due);
    }

    [Fact]
    public async Task Latency_holds_ordinary_numbers_and_can_be_changed_while_it_runs()
    {
        await using var world = await SimulatorWorld.OpenAsync(o => o with { Latency = TimeSpan.FromMilliseconds(200) });
        world.Run();
        var handover = world.AlimTalk();
        (await world.SubmitAsync(handover)).Kind.ShouldBe(AnswerKind.Taken);

        world.Clock.Advance(TimeSpan.FromMilliseconds(200));
        (await world.Reports.NextAsync()).Attempt.ShouldBe(handover.Id);

        world.Simulator.Latency = TimeSpan.Zero;
        (await world.SubmitAsync(world.AlimTalk())).Kind.ShouldBe(AnswerKind.Done);
    }

    [Fact]
    public async Task A_late_acknowledgement_is_reported_as_success_after_its_seconds()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        world.Run();
        var handover = world.AlimTalk("821055550010");

        (await world.SubmitAsync(handover)).ShouldBe(CarrierAnswer.Done("3005", world.Clock.Now));
        (await world.PhoneAsync()).ShouldBeEmpty();
        world.Clock.Advance(TimeSpan.FromSeconds(10));

        (await world.Reports.NextAsync()).Code.ShouldBe("0000");
        (await world.PhoneAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_phone_that_is_off_is_reached_when_the_seconds_since_the_first_attempt_are_over()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk("821077770060");
        Handover Attempt(int number) => handover with { Id = handover.Id with { Number = number } };

        (await world.SubmitAsync(Attempt(1))).Code.ShouldBe("PHONE_OFF");
        world.Time.Advance(TimeSpan.FromSeconds(59));
        (await world.SubmitAsync(Attempt(2))).Code.ShouldBe("PHONE_OFF");
        world.Reopen();
        world.Time.Advance(TimeSpan.FromSeconds(1));
        (await world.SubmitAsync(Attempt(3))).Code.ShouldBe("0000");

        (await world.PhoneAsync()).ShouldHaveSingleItem();
        (await world.SubmitAsync(world.AlimTalk("821077770060"))).Code.ShouldBe("PHONE_OFF", "another message has its own first attempt");
    }

    [Fact]
    public async Task A_late_report_comes_late_though_the_message_is_there()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        world.Run();
        world.Simulator.SetReportFaults(world.Home.Id, new ReportFaults(1, TimeSpan.FromMinutes(5), 0, 0));
        var handover = world.AlimTalk();

        (await world.SubmitAsync(handover)).Kind.ShouldBe(AnswerKind.Taken);
        (await world.PhoneAsync()).ShouldHaveSingleItem();
        world.Simulator.ReportFaultsOf(world.Home.Id).ShouldBe(ReportFaults.None);
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        (await world.Reports.NextAsync()).ShouldBe(new CarrierReport(handover.Id, "0000", world.Clock.Now));
    }

    [Fact]
    public async Task A_lost_report_never_comes()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        world.Run();
        world.Simulator.SetReportFaults(world.Home.Id, new ReportFaults(0, default, 2, 0));

        (await world.SubmitAsync(world.AlimTalk())).Kind.ShouldBe(AnswerKind.Taken);
        (await world.SubmitAsync(world.AlimTalk("821088880001"))).Kind.ShouldBe(AnswerKind.Taken);
        var heard = world.AlimTalk("821088880002");
        await world.SubmitAsync(heard);
        world.Clock.Advance(TimeSpan.FromSeconds(2));

        (await world.Reports.NextAsync()).Attempt.ShouldBe(heard.Id);
        world.Reports.Waiting.ShouldBe(0);
        (await world.PhoneAsync()).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_duplicate_report_follows_the_answer()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        world.Run();
        world.Simulator.SetReportFaults(world.Home.Id, new ReportFaults(0, default, 0, 2));
        var direct = world.AlimTalk();
        var delayed = world.AlimTalk("821088880001");

        (await world.SubmitAsync(direct)).Code.ShouldBe("0000");
        (await world.Reports.NextAsync()).Attempt.ShouldBe(direct.Id);

        await world.SubmitAsync(delayed);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        (await world.Reports.NextAsync()).Attempt.ShouldBe(delayed.Id);
        (await world.Reports.NextAsync()).Attempt.ShouldBe(delayed.Id);
        (await world.PhoneAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Faults_hit_late_before_lost_before_duplicate_and_only_their_own_workspace()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var other = await world.AddWorkspaceAsync("other");
        world.Simulator.SetReportFaults(world.Home.Id, new ReportFaults(1, TimeSpan.FromHours(1), 1, 1));

        (await world.SubmitAsync(world.AlimTalk(workspace: other))).Kind.ShouldBe(AnswerKind.Done);
        (await world.SubmitAsync(world.AlimTalk())).Kind.ShouldBe(AnswerKind.Taken);
        world.Simulator.ReportFaultsOf(world.Home.Id).ShouldBe(new ReportFaults(0, TimeSpan.FromHours(1), 1, 1));
        (await world.SubmitAsync(world.AlimTalk())).Kind.ShouldBe(AnswerKind.Taken);
        (await world.SubmitAsync(world.AlimTalk())).Kind.ShouldBe(AnswerKind.Done);
        world.Simulator.ReportFaultsOf(world.Home.Id).ShouldBe(ReportFaults.None);
    }
}
