using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Final reports that wait to be pulled: writing.</summary>
internal static class PullTable
{
    private static readonly string s_dialects = NumbersOf<DialectName>();
    private static readonly string s_channels = NumbersOf<Channel>();

    /// <summary>Only of messages that exist: a report of one that was purged meanwhile would stay for ever.</summary>
    public static void Add(RoundTrip trip, List<PulledReport> reports)
    {
        if (reports.Count > 0)
        {
            trip.Add(
                """
                INSERT INTO pull (workspace, dialect, channel, id, partition, at)
                SELECT r.workspace, r.dialect, r.channel, r.id, r.partition, r.at
                FROM (SELECT unnest($1) AS workspace, unnest($2) AS dialect, unnest($3) AS channel, unnest($4) AS id, unnest($5) AS partition, unnest($6) AS at) AS r
                WHERE EXISTS (SELECT FROM message AS m WHERE m.partition = r.partition AND m.id = r.id OFFSET 0)
                ON CONFLICT DO NOTHING
                """,
                Column(reports.ConvertAll(r => r.Workspace.Value)), Column(reports.ConvertAll(r => (short)r.Dialect)), Column(reports.ConvertAll(r => (short)r.Channel)),
                Column(reports.ConvertAll(r => r.Key.Sequence)), Column(reports.ConvertAll(r => (short)r.Key.Partition)),
                Column(reports.ConvertAll(r => Instants.ToMilliseconds(r.At))));
        }
    }

    public static void Consume(RoundTrip trip, List<PulledReport> reports)
    {
        if (reports.Count > 0)
        {
            trip.Add(
                """
                DELETE FROM pull AS p USING unnest($1, $2, $3, $4) AS r (workspace, dialect, channel, id)
                WHERE p.workspace = r.workspace AND p.dialect = r.dialect AND p.channel = r.channel AND p.id = r.id
                """,
                Column(reports.ConvertAll(r => r.Workspace.Value)), Column(reports.ConvertAll(r => (short)r.Dialect)), Column(reports.ConvertAll(r => (short)r.Channel)),
                Column(reports.ConvertAll(r => r.Key.Sequence)));
        }
    }

    /// <summary>Whatever queue they are in: a few seeks, where an index by message would cost every report.</summary>
    public static void DeleteOf(RoundTrip trip, List<int> workspaces, List<long> ids) => trip.Add(
        $"""
        DELETE FROM pull AS p USING unnest($1, $2) AS r (workspace, id)
        WHERE p.workspace = r.workspace AND p.dialect = ANY ('{s_dialects}') AND p.channel = ANY ('{s_channels}') AND p.id = r.id
        """,
        Column(workspaces), Column(ids));

    /// <summary>Zero too: the queue of a front door that has one for all channels.</summary>
    private static string NumbersOf<T>()
        where T : struct, Enum => $"{{{string.Join(',', Enum.GetValuesAsUnderlyingType<T>().Cast<byte>().Prepend(default))}}}";
}
