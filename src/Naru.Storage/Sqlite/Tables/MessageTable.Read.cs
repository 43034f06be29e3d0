using Naru.Core.Messages;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>The rows of messages: reading.</summary>
internal sealed partial class MessageTable
{
    private const string Columns = "id, workspace, state, version, lane, due, done, recipient, bulk, envelope, accepted, given, journey";
    private Statement? _first;
    private Statement? _last;
    private Statement? _load;
    private Statement? _openRows;
    private Statement? _openOfApps;
    private Statement? _exists;
    private Statement? _laneFirst;
    private Statement? _laneNext;
    private Statement? _laneSame;
    private Statement? _laneLater;
    private Statement? _laneCount;

    /// <summary>Reads a row of <see cref="Columns"/>.</summary>
    public static MessageColumns ColumnsOf(in Statement.Reading row) => new(
        row.Number(0), (int)row.Number(1), (MessageState)row.Number(2), (int)row.Number(3), row.Number(4), row.NumberOrNull(5),
        row.NumberOrNull(6), row.Number(7), row.Number(8), row.Number(9), row.Number(10));

    public static Message Decode(in Statement.Reading row, in MessageColumns columns, EnvelopeTable envelopes)
    {
        var given = GivenCodec.Read(row.Blob(11));
        return JourneyCodec.Read(row.Blob(12), columns, given, given.Envelope ?? envelopes.Read(columns.EnvelopeId));
    }

    public Statement.Reading Load(long sequence) =>
        (_load ??= session.Prepare($"SELECT {Columns} FROM message WHERE id = ?1")).Bind(1, sequence).Read();

    public bool Exists(long sequence) => (_exists ??= session.Prepare("SELECT 1 FROM message WHERE id = ?1")).Bind(1, sequence).ReadNumber() is not null;

    /// <summary>The next lane in which something waits, and its earliest instant.</summary>
    public (long Lane, long Due)? LaneAfter(long? lane)
    {
        var statement = lane is { } after
            ? (_laneNext ??= session.Prepare(
                "SELECT lane, due FROM message INDEXED BY message_open WHERE lane > ?1 AND lane <> 0 ORDER BY lane, due LIMIT 1")).Bind(1, after)
            : _laneFirst ??= session.Prepare("SELECT lane, due FROM message INDEXED BY message_open WHERE lane <> 0 ORDER BY lane, due LIMIT 1");
        using var row = statement.Read();
        return row.Next() ? (row.Number(0), row.Number(1)) : null;
    }

    /// <summary>Walks over the lane's part of the hot index.</summary>
    public long CountLane(long lane) => (_laneCount ??= session.Prepare("SELECT count(*) FROM message INDEXED BY message_open WHERE lane = ?1 AND lane <> 0"))
        .Bind(1, lane).ReadNumber() ?? 0;

    /// <summary>The rest of the instant at which a page ended. (A row value would walk over all rows of that instant again.)</summary>
    public Statement.Reading LaneAt(long lane, long due, long afterSequence) => (_laneSame ??= session.Prepare(
            $"SELECT {Columns} FROM message INDEXED BY message_open WHERE lane = ?1 AND lane <> 0 AND due = ?2 AND id > ?3 ORDER BY id"))
        .Bind(1, lane).Bind(2, due).Bind(3, afterSequence).Read();

    public Statement.Reading LaneLater(long lane, long due) => (_laneLater ??= session.Prepare(
            $"SELECT {Columns} FROM message INDEXED BY message_open WHERE lane = ?1 AND lane <> 0 AND due > ?2 ORDER BY due, id"))
        .Bind(1, lane).Bind(2, due).Read();

    public long? First() => (_first ??= session.Prepare("SELECT min(id) FROM message")).ReadNumber();

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM message")).ReadNumber() ?? 0;

    /// <summary>Columns: app, how many. Walks over the open messages of apps, in their index alone.</summary>
    public Statement.Reading OpenOfApps() => (_openOfApps ??= session.Prepare(
        "SELECT app, count(*) FROM message INDEXED BY message_app WHERE app <> 0 AND lane <> 0 GROUP BY app")).Read();

    /// <summary>Columns: state, workspace, bulk, how many. Walks over all open rows.</summary>
    public Statement.Reading OpenRows() => (_openRows ??= session.Prepare(
        "SELECT state, workspace, bulk, count(*) FROM message INDEXED BY message_open WHERE lane <> 0 GROUP BY state, workspace, bulk")).Read();
}
