using Dapper;
using Naru.Engine.Ports;
using Naru.Storage.Postgres;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Postgres;

/// <summary>What lists and searches stand on: the only copy of nothing, and no trace of what is gone.</summary>
public sealed class PostgresSearchTests : IAsyncLifetime
{
    private string? _place;
    private PostgresDatabase? _database;

    public async ValueTask InitializeAsync() => _place = await PostgresServerForTests.NewDatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_place is not null)
        {
            await PostgresServerForTests.LeaveAsync(_place);
        }
    }

    [Fact]
    public async Task Without_the_extension_texts_are_found_among_the_newest_messages()
    {
        var store = await OpenAsync(options => options with { UseTrigrams = false });
        await store.DoAsync(batch =>
        {
            batch.Append([Samples.Message(1, envelope: Samples.Envelope("택배가 도착했습니다."))]);
            batch.Append(Samples.Messages(2, 2), envelope: 1);
        });
        await store.CatchUpAsync(CancellationToken.None);
        await store.AppendAsync(Samples.Message(4, envelope: Samples.Envelope("또 택배가 도착했습니다.")));

        var found = await store.SearchTextAsync(Asked("택배가 도착"), CancellationToken.None);

        found.Messages.Select(m => m.Key.Sequence).ShouldBe([4, 1]);
        found.LagRows.ShouldBe(0);
        (await CountAsync("message_text")).ShouldBe(0);
    }

    [Theory]
    [InlineData("앞\0뒤에 오는 말")]
    [InlineData("반쪽 \ud83d 그림")]
    [InlineData("100%_\\ 할인")]
    [InlineData("ǆ ß İ ı ς Σ")]
    public async Task A_text_is_found_whatever_is_in_it(string text)
    {
        var store = await OpenAsync();
        await store.AppendAsync(Samples.Message(1, envelope: Samples.Envelope($"보내는 말: {text}!")), Samples.Message(2));
        await store.CatchUpAsync(CancellationToken.None);

        (await store.SearchTextAsync(Asked(text), CancellationToken.None)).Messages.ShouldHaveSingleItem().Key.Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_written_of_a_message_after_it_was_removed_is_wiped_out()
    {
        var store = await OpenAsync();
        await store.AppendAsync(Samples.Messages(1, 3));
        await store.CatchUpAsync(CancellationToken.None);

        // As if a pass had read the first rows, and written them when they were gone.
        await RunAsync("""
            DELETE FROM message WHERE id < 3;
            INSERT INTO gone_message (id, workspace) VALUES (1, 7), (2, 7);
            INSERT INTO envelope_text (id, workspace, words) VALUES (5, 7, 'GONE');
            INSERT INTO gone_envelope (id) VALUES (5);
            """);
        await store.CatchUpAsync(CancellationToken.None);

        foreach (var (table, left) in new[] { ("listing", 1), ("message_text", 1), ("envelope_text", 0), ("gone_message", 0), ("gone_envelope", 0) })
        {
            (await CountAsync(table)).ShouldBe(left, table);
        }
    }

    [Fact]
    public async Task Rows_below_the_cursor_are_looked_through_again_after_a_start()
    {
        var store = await OpenAsync();
        await store.AppendAsync(Samples.Messages(1, 5));
        await store.CatchUpAsync(CancellationToken.None);
        await CloseAsync();

        // As if it had died between a late commit and the cursor's step back.
        await RunAsync("DELETE FROM listing WHERE id = 2; DELETE FROM message_text WHERE id = 2");
        store = await OpenAsync();
        await store.CatchUpAsync(CancellationToken.None);

        (await CountAsync("listing")).ShouldBe(5);
        (await CountAsync("message_text")).ShouldBe(5);
        (await store.ListAsync(q => q with { To = Samples.Message(2).To })).ShouldBe([5, 4, 3, 2, 1]);
    }

    [Fact]
    public async Task The_search_goes_on_when_the_server_has_ended_its_session()
    {
        var store = await OpenAsync();
        await store.AppendAsync(Samples.Message(1));
        await store.CatchUpAsync(CancellationToken.None);
        await RunAsync("""
            SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity AS a
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.pid NOT IN (SELECT l.pid FROM pg_locks AS l WHERE l.locktype = 'advisory')
            """);

        await store.AppendAsync(Samples.Message(2));
        await store.CatchUpAsync(CancellationToken.None);

        (await store.SearchTextAsync(Asked("인증번호는"), CancellationToken.None)).Messages.Count.ShouldBe(2);
    }

    private static TextQuery Asked(string text) => new() { Workspace = Samples.Mine, Text = text };

    private async Task<PostgresMessageStore> OpenAsync(Func<PostgresStoreOptions, PostgresStoreOptions>? with = null)
    {
        _database = PostgresServerForTests.Open(_place!, with);
        var store = new PostgresMessageStore(_database);
        await store.OpenAsync(CancellationToken.None);
        return store;
    }

    private async Task CloseAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
            _database = null;
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await PostgresServerForTests.ConnectAsync(_place!);
        await connection.ExecuteAsync(sql);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var connection = await PostgresServerForTests.ConnectAsync(_place!);
        return await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM {table}");
    }
}
