using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>What has to be known of a row to remove it with all that hangs on it.</summary>
/// <param name="Claim">The key of its client id, if it has one.</param>
internal sealed record Removable(short Partition, long Id, int Workspace, long Bulk, long Envelope, Guid? Claim)
{
    /// <summary>For <see cref="Of"/>, of a table called <c>m</c>.</summary>
    public const string Selected = "m.partition, m.id, m.workspace, m.bulk, m.envelope, m.given";

    public static Removable Of(NpgsqlDataReader row, int at)
    {
        var workspace = row.GetInt32(at + 2);
        var given = GivenCodec.Read(row.GetFieldValue<byte[]>(at + 5), skipEnvelope: true);
        return new Removable(
            row.GetInt16(at), row.GetInt64(at + 1), workspace, row.GetInt64(at + 3), row.GetInt64(at + 4),
            given.ClientId is { } id ? StoredKey.Of(ClaimKind.ClientId, new(workspace), id) : null);
    }
}
