using Microsoft.Data.Sqlite;
using Naru.Engine.Ports;

namespace Naru.Carriers.Tests.Simulator;

public sealed class RetentionTests
{
    [Fact]
    public async Task Only_the_newest_messages_and_attempts_are_kept()
    {
        await using var world = await SimulatorWorld.OpenAsync(o => o with { KeepMessages = 10, KeepAttempts = 10 });
        for (var i = 0; i < 30; i++)
        {
            await world.Simulator.SubmitAsync([world.AlimTalk(), world.AlimTalk()], CancellationToken.None);
        }

        await world.Simulator.CleanAsync(CancellationToken.None);
        (Rows(world, "handset"), Rows(world, "attempt"), Rows(world, "handed")).ShouldBe((10, 10, 5));

        (await world.PhoneAsync()).Select(m => m.Id).ShouldBe(Enumerable.Range(51, 10).Select(id => (long)id));
    }

    [Fact]
    public async Task Attempts_go_an_hour_after_the_longest_validity()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        await world.SubmitAsync(world.AlimTalk("821077770009"));
        world.Clock.Advance(TimeSpan.FromHours(49.5));
        await world.SubmitAsync(world.AlimTalk());

        await world.Simulator.CleanAsync(CancellationToken.None);
        (Rows(world, "attempt"), Rows(world, "phone_off")).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_forgotten_workspace_leaves_no_row()
    {
        await using var world = await SimulatorWorld.OpenAsync();
        var other = await world.AddWorkspaceAsync("other");
        await world.SubmitAsync(world.AlimTalk());
        await world.Simulator.SubmitAsync(
            [world.AlimTalk(workspace: other), world.AlimTalk("821088880100", workspace: other), world.AlimTalk("821077770100", workspace: other)],
            CancellationToken.None);
        world.Simulator.SetReportFaults(other.Id, new ReportFaults(1, default, 0, 0));
        await world.Registry.RemoveWorkspaceAsync(other.Id, CancellationToken.None);

        await world.Simulator.ForgetAsync(other.Id, CancellationToken.None);
        (await world.SubmitAsync(world.AlimTalk(workspace: other))).Code.ShouldBe("1003", "an attempt that was on its way");

        string[] tables = ["handset", "attempt", "later", "phone_off"];
        tables.Select(table => Rows(world, $"{table} WHERE workspace = {other.Id}")).ShouldBe([0, 0, 0, 0]);
        tables.Select(table => Rows(world, $"{table} WHERE workspace = {world.Home.Id}")).ShouldBe([1, 1, 0, 0]);
        world.Simulator.ReportFaultsOf(other.Id).ShouldBe(ReportFaults.None);
    }

    private static long Rows(SimulatorWorld world, string table)
    {
        using var connection = new SqliteConnection($"Data Source={world.FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {table}";
        return (long)command.ExecuteScalar()!;
    }
}
