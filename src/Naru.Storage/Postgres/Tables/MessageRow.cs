using Naru.Core.Messages;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres.Tables;

/// <summary>A row of messages as it was read; its envelope may have to be fetched yet.</summary>
internal readonly record struct MessageRow(MessageColumns Columns, Given Given, byte[] Journey)
{
    /// <summary>For statements that call the table <c>m</c>.</summary>
    public const string Selected =
        "m.id, m.workspace, m.state, m.version, m.lane, m.due, m.done, m.recipient, m.bulk, m.envelope, m.accepted, m.given, m.journey";

    /// <summary>The same without the table's name.</summary>
    public const string Names = "id, workspace, state, version, lane, due, done, recipient, bulk, envelope, accepted, given, journey";

    /// <summary>Rows of an unsealed bulk exist for nobody. Asked once for each statement, and nearly always of nothing.</summary>
    public const string Exists = "m.bulk <> ALL (ARRAY (SELECT b.id FROM bulk AS b WHERE NOT b.sealed))";

    /// <summary>A stretch of ids lies in all partitions: so many short walks.</summary>
    public static readonly string InAnyPartition = $"m.partition = ANY ('{{{string.Join(',', Enumerable.Range(0, MessageKey.Partitions))}}}'::smallint[])";

    public static MessageRow Of(NpgsqlDataReader row) => new(
        new MessageColumns(
            row.GetInt64(0), row.GetInt32(1), (MessageState)row.GetInt16(2), row.GetInt32(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetInt64(5),
            row.IsDBNull(6) ? null : row.GetInt64(6), row.GetInt64(7), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10)),
        GivenCodec.Read(row.GetFieldValue<byte[]>(11)),
        row.GetFieldValue<byte[]>(12));

    public Message ToMessage(Envelope envelope) => JourneyCodec.Read(Journey, Columns, Given, envelope);
}
