using Dapper;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Postgres;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Postgres;

/// <summary>What reading a page of a lane costs, told by the server's own counters: after a rush hundreds of thousands wait behind it.</summary>
public sealed class LaneReadTests : IAsyncLifetime
{
    private const int Rows = 6_000;
    private const int Limit = 32;

    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly LaneId s_lane = LaneId.Plain(MessageClass.Standard);

    private string? _place;

    public async ValueTask InitializeAsync() => _place = await PostgresServerForTests.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        if (_place is not null)
        {
            await PostgresServerForTests.LeaveAsync(_place);
        }
    }

    [Fact]
    public async Task A_page_is_read_without_a_look_at_what_waits_behind_it()
    {
        await ReadsAsync(store => store.AppendAsync([.. Samples.Messages(1, Rows), Samples.Message(Rows + 1) with { LookAt = Samples.Noon.AddDays(2) }]));
        var openings = await ReadsAsync(_ => Task.CompletedTask);

        var reads = await ReadsAsync(
            async store => (await store.ReadLaneAsync(s_lane, Samples.Noon.AddDays(1), null, Limit, s_none)).Messages.Count.ShouldBe(Limit));

        (reads - openings).ShouldBeInRange(Limit, 2 * Limit);
    }

    /// <summary>Entries of the hot index that were read from the opening of a store to its end. A session has told all that it did when it is gone.</summary>
    private async Task<long> ReadsAsync(Func<IMessageStore, Task> work)
    {
        var before = await CountAsync();
        await using (var database = PostgresServerForTests.Open(_place!))
        {
            var store = new PostgresMessageStore(database);
            await store.OpenAsync(s_none);
            await work(store);
        }

        return await CountAsync() - before;
    }

    private async Task<long> CountAsync()
    {
        await using var connection = await PostgresServerForTests.ConnectAsync(_place!);
        await connection.ExecuteAsync(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()");
        return await connection.ExecuteScalarAsync<long>("SELECT idx_tup_read FROM pg_stat_user_indexes WHERE indexrelname = 'message_open'");
    }
}
