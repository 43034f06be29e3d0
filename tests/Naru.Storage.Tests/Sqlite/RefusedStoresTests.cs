using Dapper;
using Naru.Core.Content;
using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Ports;
using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Sqlite;

/// <summary>Files and folders that a store must not touch.</summary>
public sealed class RefusedStoresTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_schema_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await OpenAndCloseAsync();
        using (var connection = SqliteFolder.Connect(_folder.File))
        {
            connection.Execute("UPDATE meta SET value = 999 WHERE name = 'schema'");
        }

        var refused = await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync);

        refused.Message.ShouldContain("schema 999");
        refused.Message.ShouldContain($"up to {Migrations.Newest}");
        refused.Message.ShouldContain("newer Naru");
        using var after = SqliteFolder.Connect(_folder.File);
        after.ExecuteScalar<int>("SELECT value FROM meta WHERE name = 'schema'").ShouldBe(999);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var text = string.Concat(Enumerable.Repeat("This is a letter, no database. ", 200));
        await File.WriteAllTextAsync(_folder.File, text);

        (await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync)).Message.ShouldContain(_folder.File);

        (await File.ReadAllTextAsync(_folder.File)).ShouldBe(text);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        using (var connection = SqliteFolder.Connect(_folder.File))
        {
            connection.Execute("CREATE TABLE bookmark (url TEXT)");
        }

        (await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync)).Message.ShouldContain("none of Naru's");
    }

    [Fact]
    public async Task A_folder_that_is_in_use_is_refused_until_it_is_let_go()
    {
        await using (var first = _folder.NewDatabase())
        {
            await new SqliteMessageStore(first).OpenAsync(CancellationToken.None);

            (await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync)).Message.ShouldContain("in use");
        }

        await OpenAndCloseAsync();
    }

    [Fact]
    public async Task A_refused_store_lets_the_folder_go()
    {
        await File.WriteAllTextAsync(_folder.File, new string('x', 5000));
        await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync);
        File.Delete(_folder.File);

        await OpenAndCloseAsync();
    }

    [Theory]
    [MemberData(nameof(OlderSchemas))]
    public async Task An_older_schema_is_brought_up_to_date_with_its_rows(int schema)
    {
        var message = Samples.Message(1);
        await using (var database = _folder.NewDatabase())
        {
            var store = new SqliteMessageStore(database);
            await store.OpenAsync(CancellationToken.None);
            await store.AppendAsync(message);
        }

        TakeBackTo(schema);

        await using var again = _folder.NewDatabase();
        (await new SqliteDirectoryStore(again, new MarkingSecretBox()).LoadAllAsync(CancellationToken.None)).Workspaces.ShouldBeEmpty();
        (await new SqliteMessageStore(again).LoadAsync(message.Key)).ShouldSayTheSameAs(message);
    }

    [Fact]
    public async Task Senders_and_templates_of_a_schema_without_their_way_to_approval_are_as_they_were_and_begin_to_age_now()
    {
        await OpenAndCloseAsync();
        TakeBackTo(8);
        using (var old = SqliteFolder.Connect(_folder.File))
        {
            old.Execute("INSERT INTO sender (key, workspace, channel_name, display_name, state) VALUES ('key', 1, '@shop', '가게', 3)");
            old.Execute(
                "INSERT INTO template (sender, code, state, body) VALUES ('key', 'code', 4, @body)",
                new { body = """{"Name":"배송","Text":"#{x} 도착","Title":"#{y}","Emphasis":1,"Buttons":[{"Kind":4,"Name":"문의"}],"Security":true}""" });
        }

        await using var database = _folder.NewDatabase();
        await new SqliteMessageStore(database).OpenAsync(CancellationToken.None);
        var content = await new SqliteDirectoryStore(database, new MarkingSecretBox()).LoadAllAsync(CancellationToken.None);

        var sender = content.Senders.ShouldHaveSingleItem();
        (sender.ChannelName, sender.GivenName, sender.DisplayName, sender.State).ShouldBe(("@shop", "@shop", "가게", SenderState.Active));
        var template = content.Templates.ShouldHaveSingleItem();
        template.State.ShouldBe(TemplateState.Approved);
        template.Details.ShouldBe(new TemplateDetails("배송", "#{x} 도착")
        {
            Title = "#{y}", Emphasis = Emphasis.Text, Buttons = [new Button(ButtonKind.BotKeyword, "문의")], Security = true,
        });
        foreach (var at in new[] { template.CreatedAt, template.ModifiedAt, sender.CreatedAt, sender.ModifiedAt })
        {
            at.Year.ShouldBeGreaterThan(2020, "A year without a change makes a template sleep.");
        }
    }

    public static TheoryData<int> OlderSchemas() => [.. Enumerable.Range(1, Migrations.Newest - 1)];

    /// <summary>The file as that schema's program would have left it: its tables and columns, with what is in them.</summary>
    private void TakeBackTo(int schema)
    {
        var newer = _folder.File + ".newer";
        File.Move(_folder.File, newer);
        using var connection = SqliteFolder.Connect(_folder.File);
        foreach (var script in Migrations.Until(schema))
        {
            connection.Execute(script);
        }

        connection.Execute($"PRAGMA application_id = {0x4E415255}; ATTACH '{newer}' AS newer");
        foreach (var table in connection.Query<string>("SELECT name FROM main.sqlite_master WHERE type = 'table'").ToArray())
        {
            var columns = string.Join(", ", connection.Query<string>("SELECT name FROM pragma_table_info(@table, 'main')", new { table }));
            connection.Execute($"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}");
        }

        connection.Execute("UPDATE main.meta SET value = @schema WHERE name = 'schema'", new { schema });
    }

    private async Task OpenAndCloseAsync()
    {
        await using var database = _folder.NewDatabase();
        await new SqliteMessageStore(database).OpenAsync(CancellationToken.None);
    }
}
