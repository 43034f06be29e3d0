using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

public sealed class DurabilityTests
{
    [Fact]
    public async Task An_attempt_handed_over_again_is_given_the_answer_it_had_and_arrives_once()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        Handover[] batch = [world.AlimTalk(), world.AlimTalk("821099993018"), world.AlimTalk("821088880005"), world.Sms()];

        var first = await world.Simulator.SubmitAsync(batch, CancellationToken.None);
        world.Time.Advance(TimeSpan.FromSeconds(2));
        var again = await world.Simulator.SubmitAsync(batch, CancellationToken.None);

        again.ShouldBe(first);
        (await world.PhoneAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_taken_outlives_the_process_even_when_its_answer_never_came_back()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk();
        var answer = await world.SubmitAsync(handover);

        world.Reopen();

        (await world.SubmitAsync(handover)).ShouldBe(answer);
        (await world.PhoneAsync()).ShouldHaveSingleItem().Text.ShouldBe(SimulatorWorld.Otp);
    }

    [Fact]
    public async Task An_attempt_twice_in_one_batch_arrives_once()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk();

        var answers = await world.Simulator.SubmitAsync([handover, handover], CancellationToken.None);

        answers[1].ShouldBe(answers[0]);
        (await world.PhoneAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_next_attempt_of_a_message_is_another_attempt()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk();

        await world.SubmitAsync(handover);
        await world.SubmitAsync(handover with { Id = handover.Id with { Number = 2 } });

        (await world.PhoneAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_gateway_that_begins_anew_on_the_same_folder_is_not_taken_for_the_old_one()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk();
        await world.SubmitAsync(handover);

        await world.SubmitAsync(handover with { Reference = "the same key, another installation" });

        (await world.PhoneAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_attempt_whose_time_is_over_is_not_sent_and_may_come_again()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var late = world.AlimTalk() with { NotAfter = world.Clock.Now };

        (await world.SubmitAsync(late)).Kind.ShouldBe(AnswerKind.NotSent);
        (await world.PhoneAsync()).ShouldBeEmpty();
        (await world.SubmitAsync(late with { NotAfter = world.Clock.Now.AddSeconds(1) })).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task An_attempt_that_was_taken_in_time_keeps_its_answer_when_it_comes_again_too_late()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk();
        var answer = await world.SubmitAsync(handover);

        world.Time.Advance(TimeSpan.FromHours(2));

        (await world.SubmitAsync(handover)).ShouldBe(answer);
    }

    [Fact]
    public async Task What_is_due_later_happens_after_a_restart()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk("821088880030");
        (await world.SubmitAsync(handover)).Kind.ShouldBe(AnswerKind.Taken);

        world.Reopen();
        world.Time.Advance(TimeSpan.FromSeconds(31));
        world.Run();

        (await world.Reports.NextAsync()).ShouldBe(new CarrierReport(handover.Id, "0000", world.Clock.Now.AddSeconds(-1)));
        (await world.PhoneAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_report_that_was_not_taken_comes_again_and_the_message_stays_single()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var handover = world.AlimTalk("821088880001");
        await world.SubmitAsync(handover);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        world.Reports.FailNext = new IOException("the gateway's disk");
        world.Run();
        await world.ArrivalsAsync(1);

        await world.StopAsync();
        world.Reports.FailNext = null;
        world.Reopen();
        using var stop = new CancellationTokenSource();
        var running = world.Simulator.RunAsync(world.Reports, stop.Token);

        (await world.Reports.NextAsync()).Attempt.ShouldBe(handover.Id);
        (await world.PhoneAsync()).ShouldHaveSingleItem();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task Ids_grow_also_when_the_newest_messages_were_cleared_before_a_restart()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        await world.SubmitAsync(world.AlimTalk());
        await world.SubmitAsync(world.AlimTalk());
        await world.Simulator.ClearAsync(world.Home.Id, null, CancellationToken.None);

        world.Reopen();
        await world.SubmitAsync(world.AlimTalk());

        (await world.PhoneAsync()).ShouldHaveSingleItem().Id.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_of_another_version_is_refused_by_name()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var version = SetVersion(world, 7);

        Should.Throw<StoreRefusedException>(() => world.Reopen()).Message.ShouldContain("simulator.db");

        SetVersion(world, version);
        world.Reopen();
    }

    /// <summary>Returns the version that it was.</summary>
    private static long SetVersion(SimulatorWorld world, long version)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={world.FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        var before = (long)command.ExecuteScalar()!;
        command.CommandText = $"PRAGMA user_version = {version}";
        command.ExecuteNonQuery();
        return before;
    }
}
