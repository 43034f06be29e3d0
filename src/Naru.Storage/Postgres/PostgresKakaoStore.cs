using Dapper;
using Naru.Engine.Kakao;
using Naru.Storage.Directories;

namespace Naru.Storage.Postgres;

/// <summary>The Developers platform in the same database as the messages; changes take their turn with the commits, on the session that holds the lock.</summary>
public sealed class PostgresKakaoStore(PostgresDatabase database) : IKakaoStore
{
    public async ValueTask<IReadOnlyList<KakaoRow>> LoadAllAsync(CancellationToken cancellationToken)
    {
        await database.EnsureOpenAsync(cancellationToken);
        return await database.Writer.RunAsync<IReadOnlyList<KakaoRow>>(async connection =>
            [.. (await connection.QueryAsync<KakaoDocument>("SELECT kind, key, body FROM kakao ORDER BY kind, key COLLATE \"C\"")).Select(row => row.ToRow() with { Key = StorableText.Read(row.Key) })]);
    }

    public async ValueTask ApplyAsync(IReadOnlyCollection<KakaoRow> put, IReadOnlyCollection<(KakaoRowKind Kind, string Key)> removed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await database.EnsureOpenAsync(cancellationToken);
        await database.Writer.RunAsync(async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await connection.ExecuteAsync("DELETE FROM kakao WHERE kind = @Kind AND key = @Key", removed.Select(row => KakaoDocument.Of((row.Kind, StorableText.Write(row.Key)))));
            await connection.ExecuteAsync(
                "INSERT INTO kakao (kind, key, body) VALUES (@Kind, @Key, @Body) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body",
                put.Select(row => KakaoDocument.Of(row with { Key = StorableText.Write(row.Key) })));
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        });
    }
}
