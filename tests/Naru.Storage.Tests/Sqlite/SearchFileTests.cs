using Dapper;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Sqlite;

/// <summary>The search file is the only copy of nothing.</summary>
public sealed class SearchFileTests : IAsyncLifetime
{
    private readonly SqliteFolder _folder = new();
    private SqliteDatabase? _database;

    public async ValueTask InitializeAsync()
    {
        var store = await OpenAsync();
        await store.DoAsync(batch =>
        {
            batch.Append(Samples.Messages(1, 30), envelope: 1);
            batch.Append(Samples.Messages(31, 30));
        });
        await store.CatchUpAsync(CancellationToken.None);
        await CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task It_is_built_again_when_it_was_deleted()
    {
        File.Delete(_folder.SearchFile);

        await EverythingIsFoundAsync();
    }

    [Fact]
    public async Task It_is_built_again_when_it_is_damaged()
    {
        await File.WriteAllTextAsync(_folder.SearchFile, new string('x', 10_000));

        await EverythingIsFoundAsync();
    }

    [Theory]
    [InlineData("UPDATE meta SET value = 0 WHERE name = 'schema'")]
    [InlineData("UPDATE meta SET value = x'00' WHERE name = 'store'")]
    [InlineData("UPDATE meta SET value = 100000 WHERE name = 'cursor'")]
    [InlineData("DROP TABLE meta")]
    public async Task It_is_built_again_when_it_does_not_belong_to_the_store(string spoil)
    {
        using (var connection = SqliteFolder.Connect(_folder.SearchFile))
        {
            connection.Execute(spoil + "; DELETE FROM by_workspace; DELETE FROM by_recipient;");
        }

        await EverythingIsFoundAsync();
    }

    [Fact]
    public async Task What_was_removed_while_it_was_away_leaves_no_trace_when_it_is_back()
    {
        var copy = _folder.SearchFile + ".copy";
        File.Copy(_folder.SearchFile, copy);
        var store = await OpenAsync();
        await store.RemoveAsync(RemovalKind.Workspace, default, limit: 10, Samples.Mine);

        // As if the process had died before the search heard of it: the reminders are there, and the search file is as it was.
        await CloseAsync();
        using (var connection = SqliteFolder.Connect(_folder.File))
        {
            connection.ExecuteScalar<long>("SELECT count(*) FROM message").ShouldBe(50);
            connection.Execute("""
                DELETE FROM gone_message;
                WITH RECURSIVE removed (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM removed WHERE id < 10)
                INSERT INTO gone_message (id, workspace, recipient, given) SELECT id, 7, 821012345678, x'01000300' FROM removed;
                """);
        }

        File.Move(copy, _folder.SearchFile, overwrite: true);
        store = await OpenAsync();
        await store.CatchUpAsync(CancellationToken.None);

        (await store.ListAsync(q => q with { Limit = 1000 })).Length.ShouldBe(50);
        using var search = SqliteFolder.Connect(_folder.SearchFile);
        search.ExecuteScalar<long>("SELECT count(*) FROM by_workspace").ShouldBe(50);
        search.ExecuteScalar<long>("SELECT count(*) FROM by_recipient").ShouldBe(50);
        using var main = SqliteFolder.Connect(_folder.File);
        main.ExecuteScalar<long>("SELECT count(*) FROM gone_message").ShouldBe(0);
    }

    [Fact]
    public async Task Texts_that_were_removed_leave_a_sound_index()
    {
        var store = await OpenAsync();
        await store.AppendAsync(Samples.Messages(100, 20, sequence => Samples.Message(sequence, Samples.Other, envelope: Samples.Envelope($"다른 문자 {sequence}"))));
        await store.CatchUpAsync(CancellationToken.None);
        await store.RemoveAsync(RemovalKind.Workspace, default, workspace: Samples.Mine);
        await store.CatchUpAsync(CancellationToken.None);
        await CloseAsync();

        using var connection = SqliteFolder.Connect(_folder.SearchFile);
        connection.Execute("INSERT INTO message_text (message_text) VALUES ('integrity-check')");
        connection.Query<long>("SELECT rowid FROM message_text WHERE message_text MATCH '\"인증번\"'").ShouldBeEmpty();
        connection.Query<long>("SELECT rowid FROM envelope_text WHERE envelope_text MATCH '\"인증번\"'").ShouldBeEmpty();
        connection.Query<long>("SELECT rowid FROM message_text WHERE message_text MATCH '\"다른 \"'").Count().ShouldBe(20);
    }

    private async Task EverythingIsFoundAsync()
    {
        var store = await OpenAsync();
        (await store.ListAsync(q => q with { Limit = 1000 })).Length.ShouldBe(60);
        await store.CatchUpAsync(CancellationToken.None);
        (await store.ListAsync(q => q with { Limit = 1000 })).Length.ShouldBe(60);
        (await store.ListAsync(q => q with { To = Samples.Message(1).To, Limit = 1000 })).Length.ShouldBe(60);
        (await store.SearchTextAsync(new TextQuery { Workspace = Samples.Mine, Text = "인증번호는", Limit = 1000 }, CancellationToken.None)).Messages.Count.ShouldBe(60);
    }

    private async Task<SqliteMessageStore> OpenAsync()
    {
        _database = _folder.NewDatabase();
        var store = new SqliteMessageStore(_database);
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
}
