using Dapper;
using Naru.Engine.Kakao;
using Naru.Storage.Directories;

namespace Naru.Storage.Sqlite;

/// <summary>The Developers platform in the same file as the messages; changes stand in the writer's queue with the commits.</summary>
public sealed class SqliteKakaoStore(SqliteDatabase database) : IKakaoStore
{
    public async ValueTask<IReadOnlyList<KakaoRow>> LoadAllAsync(CancellationToken cancellationToken)
    {
        database.EnsureOpen();
        return await database.Readers.ReadAsync<IReadOnlyList<KakaoRow>>(
            reader => [.. reader.Session.Connection.Query<KakaoDocument>("SELECT kind, key, body FROM kakao ORDER BY kind, key").Select(row => row.ToRow())], cancellationToken);
    }

    public async ValueTask ApplyAsync(IReadOnlyCollection<KakaoRow> put, IReadOnlyCollection<(KakaoRowKind Kind, string Key)> removed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        database.EnsureOpen();
        await database.Writer.CommitAsync(session =>
        {
            session.Connection.Execute("DELETE FROM kakao WHERE kind = @Kind AND key = @Key", removed.Select(KakaoDocument.Of));
            session.Connection.Execute("INSERT OR REPLACE INTO kakao (kind, key, body) VALUES (@Kind, @Key, @Body)", put.Select(KakaoDocument.Of));
            return true;
        });
    }
}
