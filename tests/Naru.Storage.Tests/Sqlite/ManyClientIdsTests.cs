using Dapper;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Sqlite;

/// <summary>Client ids through the log and the runs, against a plain set: whatever happens in between, an id is taken exactly while its message exists.</summary>
public sealed class ManyClientIdsTests : IAsyncLifetime
{
    private const int InMemory = 40;
    private readonly SqliteFolder _folder = new();
    private SqliteDatabase _database = null!;
    private SqliteMessageStore _store = null!;

    public ValueTask InitializeAsync() => ReopenAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_id_is_taken_exactly_while_its_message_exists(int seed)
    {
        var random = new Random(seed);
        var holders = new Dictionary<string, Message>();
        long sequence = 1;
        for (var round = 0; round < 150; round++)
        {
            var batch = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Samples.Ended(Samples.Message(sequence++, clientId: $"id {random.Next(2500)}"))).ToArray();
            var outcome = await _store.AppendAsync(batch);

            var expected = new List<int>();
            for (var i = 0; i < batch.Length; i++)
            {
                if (!holders.TryAdd(batch[i].ClientId!, batch[i]))
                {
                    expected.Add(i);
                }
            }

            outcome.Appends.Single().Duplicates.ShouldBe(expected);
            await DisturbAsync(random, holders);
        }

        for (var i = 0; i < 2500; i++)
        {
            (await _store.FindByClientIdAsync(Samples.Mine, $"id {i}", CancellationToken.None)).ShouldBe(holders.GetValueOrDefault($"id {i}")?.Key);
        }

        Count("claim_run").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_commit_that_fails_takes_no_id()
    {
        for (long sequence = 1; sequence < 1000; sequence += 10)
        {
            await _store.AppendAsync(Samples.Messages(sequence, 10, s => Samples.Message(s, clientId: $"id {s}")));
            var failing = Samples.Messages(sequence, 10, s => Samples.Message(s, clientId: $"other {s}"));
            await Should.ThrowAsync<Exception>(async () => await _store.AppendAsync(failing));
        }

        (await _store.AppendAsync(Samples.Messages(2000, 999, s => Samples.Message(s, clientId: $"other {s - 1999}")))).Appends.Single().Duplicates.ShouldBeEmpty();
        (await _store.AppendAsync(Samples.Messages(4000, 999, s => Samples.Message(s, clientId: $"id {s - 3999}")))).Appends.Single().Duplicates.Count.ShouldBe(999);
    }

    [Fact]
    public async Task Runs_whose_messages_are_all_gone_are_dropped()
    {
        await AppendOneByOneAsync(1, 500);
        Count("claim_run").ShouldBeGreaterThan(5);

        while (await _store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 30) > 0)
        {
        }

        for (var step = 0; step < 60; step++)
        {
            await _store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit: 30);
        }

        Count("claim_run").ShouldBe(0);
        Count("claim").ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_purge_leaves_no_id_in_the_log_or_in_any_run(bool inTheMiddleOfAFlush)
    {
        await AppendOneByOneAsync(1, 300);
        if (inTheMiddleOfAFlush)
        {
            await _store.AppendAsync(Samples.Messages(301, 1200, s => Samples.Ended(Samples.Message(s, clientId: $"id {s}"))));
            await _store.DoAsync(_ => { });
            await _store.DoAsync(_ => { });
        }

        while (await _store.RemoveAsync(RemovalKind.Workspace, default, limit: 100, Samples.Mine) > 0)
        {
        }

        // Enough commits for any flush to end.
        for (var i = 0; i < 30; i++)
        {
            await _store.DoAsync(_ => { });
        }

        (Count("claim") + Count("claim_log") + Count("claim_run")).ShouldBe(0);
    }

    private async Task DisturbAsync(Random random, Dictionary<string, Message> holders)
    {
        switch (random.Next(12))
        {
            case 0:
                await ReopenAsync();
                break;
            case 1:
                var limit = random.Next(1, 80);
                var removed = await _store.RemoveAsync(RemovalKind.FinishedMessages, Samples.Noon.AddDays(1), limit);
                foreach (var gone in holders.Values.OrderBy(m => m.Key.Sequence).Take(removed).ToArray())
                {
                    holders.Remove(gone.ClientId!);
                }

                break;
            case 2:
                var first = holders.Values.First();
                await Should.ThrowAsync<Exception>(async () => await _store.AppendAsync(Samples.Message(first.Key.Sequence, clientId: "never stored")));
                break;
        }
    }

    private async Task AppendOneByOneAsync(long first, int count)
    {
        for (var sequence = first; sequence < first + count; sequence++)
        {
            await _store.AppendAsync(Samples.Ended(Samples.Message(sequence, clientId: $"id {sequence}")));
        }
    }

    private async ValueTask ReopenAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _database = _folder.NewDatabase(InMemory);
        _store = new SqliteMessageStore(_database);
        await _store.OpenAsync(CancellationToken.None);
    }

    private long Count(string table)
    {
        using var connection = SqliteFolder.Connect(_folder.File);
        return connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}");
    }
}
