using Naru.Core.Messages;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>The rows of messages: writing. The hottest statements of the store are the first two.</summary>
internal sealed partial class MessageTable(Session session)
{
    private readonly RowWriter _row = new();
    private Statement? _insert;
    private Statement? _update;
    private Statement? _delete;

    public void Insert(Message message, long envelopeId)
    {
        var statement = _insert ??= session.Prepare("""
            INSERT INTO message (id, workspace, state, version, lane, due, done, recipient, bulk, envelope, accepted, journey, given, app, talk)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            """);
        statement
            .Bind(1, message.Key.Sequence)
            .Bind(2, message.Workspace.Value)
            .Bind(3, (long)message.State)
            .Bind(4, message.Version)
            .Bind(5, StoredLane.From(message.Lane))
            .Bind(6, DueOf(message))
            .Bind(7, Instants.ToMilliseconds(message.DoneAt))
            .Bind(8, message.To.Digits)
            .Bind(9, message.Bulk.Value)
            .Bind(10, envelopeId)
            .Bind(11, Instants.ToMilliseconds(message.AcceptedAt))
            .Bind(14, message.Envelope.App)
            .Bind(15, message.Envelope.Talk?.Conversation)
            .Bind(12, JourneyCodec.Write(_row, message));
        statement.Bind(13, GivenCodec.Write(_row, message, withEnvelope: envelopeId == 0)).Run();
    }

    /// <summary>False when the row is not at that version, or gone.</summary>
    public bool TryUpdate(Message message, int fromVersion)
    {
        var statement = _update ??= session.Prepare(
            "UPDATE message SET state = ?1, version = ?2, lane = ?3, due = ?4, done = ?5, journey = ?6 WHERE id = ?7 AND version = ?8");
        return statement
            .Bind(1, (long)message.State)
            .Bind(2, message.Version)
            .Bind(3, StoredLane.From(message.Lane))
            .Bind(4, DueOf(message))
            .Bind(5, Instants.ToMilliseconds(message.DoneAt))
            .Bind(6, JourneyCodec.Write(_row, message))
            .Bind(7, message.Key.Sequence)
            .Bind(8, fromVersion)
            .Run() == 1;
    }

    public void Delete(long sequence) => (_delete ??= session.Prepare("DELETE FROM message WHERE id = ?1")).Bind(1, sequence).Run();

    /// <summary>Null says "never looked at again", which is every final message.</summary>
    private static long? DueOf(Message message) =>
        message.Lane == LaneId.None && message.LookAt == default ? null : Instants.ToMilliseconds(message.LookAt);
}
