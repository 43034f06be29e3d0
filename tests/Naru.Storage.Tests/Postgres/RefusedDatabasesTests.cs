using Dapper;
using Naru.Engine.Ports;
using Naru.Storage.Postgres;
using Naru.Storage.Tests.Messages;
using Npgsql;

namespace Naru.Storage.Tests.Postgres;

/// <summary>Databases and servers that a store must not touch, and locks that must not be lost unnoticed.</summary>
public sealed class RefusedDatabasesTests : IAsyncLifetime
{
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
    public async Task A_schema_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await using var connection = await PostgresServerForTests.ConnectAsync(_place!);
        await connection.ExecuteAsync("UPDATE meta SET number = 999 WHERE name = 'schema'");

        var refused = await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync);

        refused.Message.ShouldContain("schema 999");
        refused.Message.ShouldContain($"up to {PostgresMigrations.Newest}");
        refused.Message.ShouldContain("newer Naru");
        (await connection.ExecuteScalarAsync<long>("SELECT number FROM meta WHERE name = 'schema'")).ShouldBe(999);
        await connection.ExecuteAsync("UPDATE meta SET number = @newest WHERE name = 'schema'", new { newest = PostgresMigrations.Newest });
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        var other = await PostgresServerForTests.NewEmptyDatabaseAsync();
        await using (var connection = await PostgresServerForTests.ConnectAsync(other))
        {
            await connection.ExecuteAsync("CREATE TABLE bookmark (url text)");

            (await Should.ThrowAsync<StoreRefusedException>(() => OpenAndCloseAsync(other))).Message.ShouldContain("none of Naru's");
            await connection.ExecuteAsync("CREATE TABLE meta (url text)");

            (await Should.ThrowAsync<StoreRefusedException>(() => OpenAndCloseAsync(other))).Message.ShouldContain("none of Naru's");
            (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).ShouldBe(2);
        }

        await PostgresServerForTests.DropAsync(other);
    }

    [Fact]
    public async Task A_database_that_is_in_use_is_refused_until_it_is_let_go()
    {
        await using (var first = PostgresServerForTests.Open(_place!))
        {
            await new PostgresMessageStore(first).OpenAsync(CancellationToken.None);

            (await Should.ThrowAsync<StoreRefusedException>(OpenAndCloseAsync)).Message.ShouldContain("in use");
        }

        await OpenAndCloseAsync();
    }

    [Fact]
    public async Task A_gateway_that_lost_its_lock_cannot_commit_and_another_can()
    {
        await using var first = PostgresServerForTests.Open(_place!);
        var store = new PostgresMessageStore(first);
        await store.OpenAsync(CancellationToken.None);
        await store.AppendAsync(Samples.Message(1));

        // As the server does with a session whose peer it has lost.
        await using (var connection = await PostgresServerForTests.ConnectAsync(_place!))
        {
            await connection.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid() AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        }

        await using var second = PostgresServerForTests.Open(_place!, options => options with { LockPatience = TimeSpan.FromSeconds(10) });
        var successor = new PostgresMessageStore(second);
        (await successor.OpenAsync(CancellationToken.None)).NextSequence.ShouldBe(2);
        await Should.ThrowAsync<Exception>(async () => await store.AppendAsync(Samples.Message(2)));
        await Should.ThrowAsync<Exception>(async () => await store.AppendAsync(Samples.Message(2)));

        (await successor.ListAsync()).ShouldBe([1]);
        (await successor.AppendAsync(Samples.Message(2, clientId: "mine"))).Appends.Single().Kind.ShouldBe(SubmissionOutcomeKind.Stored);
    }

    [Fact]
    public void A_server_that_is_too_old_is_refused()
    {
        Should.Throw<StoreRefusedException>(() => PostgresServer.CheckVersion(149999, "14.9", "db.example.test:5432/naru")).Message.ShouldContain("14.9");
        Should.NotThrow(() => PostgresServer.CheckVersion(150000, "15.0", "db.example.test:5432/naru"));
    }

    [Fact]
    public async Task A_session_that_is_not_the_same_from_command_to_command_is_refused()
    {
        await using var connection = await PostgresServerForTests.ConnectAsync(_place!);
        await using var other = await PostgresServerForTests.ConnectAsync(_place!);

        // Nobody has the lock: as a pooler would answer that gave the next command to another session.
        (await Should.ThrowAsync<StoreRefusedException>(() => PostgresServer.CheckNothingBetweenAsync(connection, other, "db"))).Message.ShouldContain("pooler");
        await PostgresServer.TakeAsync(connection, TimeSpan.FromSeconds(1), "db");
        await PostgresServer.CheckNothingBetweenAsync(connection, other, "db");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=s3cret")]
    [InlineData("Host=127.0.0.1;Password=a;s3cret=b")]
    [InlineData("Password=s3cret")]
    [InlineData("s3cret")]
    [InlineData("postgresql://naru:s3cret@127.0.0.1/naru")]
    [InlineData("Host=127.0.0.1;Port=1;Username=naru;Password=s3cret;Database=naru")]
    public async Task Why_a_setting_cannot_be_used_is_said_without_the_password(string setting)
    {
        var refused = await Should.ThrowAsync<StoreRefusedException>(() => OpenAndCloseAsync(setting));

        refused.ToString().ShouldNotContain("s3cret");
        refused.Message.ShouldContain("Naru:Storage");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_named()
    {
        var missing = new NpgsqlConnectionStringBuilder(_place!) { Database = "nowhere" }.ConnectionString;

        (await Should.ThrowAsync<StoreRefusedException>(() => OpenAndCloseAsync(missing))).Message.ShouldContain("\"nowhere\" does not exist");
    }

    [Fact]
    public async Task The_schema_is_built_from_nothing()
    {
        var empty = await PostgresServerForTests.NewEmptyDatabaseAsync();
        await OpenAndCloseAsync(empty);
        await OpenAndCloseAsync(empty);
        await PostgresServerForTests.DropAsync(empty);
    }

    private Task OpenAndCloseAsync() => OpenAndCloseAsync(_place!);

    private static async Task OpenAndCloseAsync(string place)
    {
        await using var database = PostgresServerForTests.Open(place, options => options with { LockPatience = TimeSpan.FromMilliseconds(300) });
        await new PostgresMessageStore(database).OpenAsync(CancellationToken.None);
    }
}
