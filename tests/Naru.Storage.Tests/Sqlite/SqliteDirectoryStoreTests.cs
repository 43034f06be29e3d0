using Naru.Engine.Registry;
using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Directories;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Sqlite;

public sealed class SqliteDirectoryStoreTests : DirectoryStoreConformance
{
    private readonly SqliteFolder _folder = new();
    private SqliteDatabase _database = null!;

    protected override IDirectoryStore Store => new SqliteDirectoryStore(_database, new MarkingSecretBox());

    public override ValueTask InitializeAsync()
    {
        _database = _folder.NewDatabase();
        return ValueTask.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Changes_and_commits_do_not_wait_for_each_others_lock()
    {
        var store = new SqliteMessageStore(_database);
        await store.OpenAsync(CancellationToken.None);

        var commits = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await store.AppendAsync(Samples.Message(i + 1));
            }
        });
        for (var i = 0; i < 100; i++)
        {
            await Store.ApplyAsync(new DirectoryChange { Endpoints = { new WebhookEndpoint(i, Samples.Mine, $"https://example.test/{i}", "application/json", Samples.Noon) } }, CancellationToken.None);
        }

        await commits;
        (await Store.LoadAllAsync(CancellationToken.None)).Endpoints.Count.ShouldBe(100);
    }

    protected override async ValueTask ReopenAsync()
    {
        await _database.DisposeAsync();
        _database = _folder.NewDatabase();
    }
}
