using Naru.Core.Senders;
using Naru.Core.Templates;
using Naru.Engine.Registry;
using Naru.Storage.Postgres;
using Naru.Storage.Tests.Directories;
using Naru.Storage.Tests.Messages;
using Naru.Storage.Tests.Sqlite;

namespace Naru.Storage.Tests.Postgres;

public sealed class PostgresDirectoryStoreTests : DirectoryStoreConformance
{
    private string? _place;
    private PostgresDatabase? _database;

    protected override IDirectoryStore Store => new PostgresDirectoryStore(_database!, new MarkingSecretBox());

    public override async ValueTask InitializeAsync()
    {
        _place = await PostgresServerForTests.NewDatabaseAsync();
        _database = PostgresServerForTests.Open(_place);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
            await PostgresServerForTests.LeaveAsync(_place!);
        }
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\u001a0000")]
    [InlineData("half \ud800 and \udc00, whole 👍\ud83d")]
    public async Task Texts_that_no_column_can_hold_come_back_as_they_were(string text)
    {
        var sender = new Sender(Samples.Mine, text, text, SenderState.Active, new SenderDetails(text));
        await Store.ApplyAsync(
            new DirectoryChange
            {
                Senders = { sender },
                Templates = { new Template(text, text, TemplateState.Approved, new TemplateDetails(text, text)) },
                Endpoints = { new WebhookEndpoint(1, Samples.Mine, text, text, Samples.Noon, LastFailure: text) },
            },
            CancellationToken.None);
        await ReopenAsync();

        var content = await Store.LoadAllAsync(CancellationToken.None);
        content.Senders.Single().ShouldSayTheSameAs(sender);
        content.Templates.Single().Code.ShouldBe(text);
        content.Endpoints.Single().LastFailure.ShouldBe(text);
    }

    [Fact]
    public async Task Changes_and_commits_take_turns()
    {
        var store = new PostgresMessageStore(_database!);
        await store.OpenAsync(CancellationToken.None);

        var commits = Task.Run(async () =>
        {
            for (var i = 0; i < 50; i++)
            {
                await store.AppendAsync(Samples.Message(i + 1, clientId: $"id {i}"));
            }
        });
        for (var i = 0; i < 50; i++)
        {
            await Store.ApplyAsync(new DirectoryChange { Endpoints = { new WebhookEndpoint(i, Samples.Mine, $"https://example.test/{i}", "application/json", Samples.Noon) } }, CancellationToken.None);
        }

        await commits;
        (await Store.LoadAllAsync(CancellationToken.None)).Endpoints.Count.ShouldBe(50);
    }

    protected override async ValueTask ReopenAsync()
    {
        await _database!.DisposeAsync();
        _database = PostgresServerForTests.Open(_place!);
    }
}
