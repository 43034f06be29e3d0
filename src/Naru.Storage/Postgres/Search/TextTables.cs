using Dapper;
using Microsoft.Extensions.Logging;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres.Search;

/// <summary>The tables in which words are looked for. They need an extension that not every server has, or lets everyone create.</summary>
internal static partial class TextTables
{
    /// <summary>Makes them where they are missing. False: they cannot be had, which is said in the log.</summary>
    public static async Task<bool> EnsureAsync(NpgsqlConnection connection, ILogger log)
    {
        if (await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('message_text') IS NOT NULL"))
        {
            return true;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await connection.ExecuteAsync(EmbeddedScripts.Text("Naru.Storage.Postgres.Search.texts.sql"), commandTimeout: 0);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported)
        {
            LogNoTrigrams(log, refused.MessageText);
            return false;
        }

        // By the rules of the locale "C" only ASCII has letters: nothing Korean would be in the index.
        if (!await connection.ExecuteScalarAsync<bool>("SELECT cardinality(show_trgm('도착했습니다')) > 0"))
        {
            LogNoTrigrams(log, "in a database with the LC_CTYPE \"C\" it sees no Korean letters");
            return false;
        }

        // Everything is looked through again.
        await connection.ExecuteAsync("DELETE FROM meta WHERE name = @name", new { name = PostgresSearchPass.CursorName });
        await transaction.CommitAsync();
        return true;
    }

    [LoggerMessage(EventId = 2022, Level = LogLevel.Warning, Message = "Texts are searched among the newest messages only: the extension pg_trgm cannot be used ({Reason})")]
    private static partial void LogNoTrigrams(ILogger log, string reason);
}
