using Naru.Engine.Kakao;
using Naru.Storage.Memory;
using Naru.Storage.Postgres;
using Naru.Storage.Sqlite;
using Naru.Storage.Tests.Postgres;
using Naru.Storage.Tests.Sqlite;

namespace Naru.Storage.Tests.Kakao;

public sealed class MemoryKakaoStoreTests : KakaoStoreConformance
{
    protected override IKakaoStore Store { get; } = new MemoryKakaoStore();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected override ValueTask ReopenAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteKakaoStoreTests : KakaoStoreConformance
{
    private readonly SqliteFolder _folder = new();
    private SqliteDatabase _database = null!;

    protected override IKakaoStore Store => new SqliteKakaoStore(_database);

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

    protected override async ValueTask ReopenAsync()
    {
        await _database.DisposeAsync();
        _database = _folder.NewDatabase();
    }
}

public sealed class PostgresKakaoStoreTests : KakaoStoreConformance
{
    private string? _place;
    private PostgresDatabase? _database;

    protected override IKakaoStore Store => new PostgresKakaoStore(_database!);

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

    protected override async ValueTask ReopenAsync()
    {
        await _database!.DisposeAsync();
        _database = PostgresServerForTests.Open(_place!);
    }
}
