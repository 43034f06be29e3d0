using System.Buffers;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>Arrivals and reports that are due later. Inside the caller's transaction.</summary>
internal sealed class LaterTable(Connection connection)
{
    private readonly Statement _add = connection.Prepare(
        "INSERT INTO later (id, due, workspace, recipient, message, number, code, card) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    private readonly Statement _due = connection.Prepare(
        "SELECT id, due, workspace, recipient, message, number, code, card FROM later WHERE due <= ?1 ORDER BY due, id LIMIT ?2");
    private readonly Statement _next = connection.Prepare("SELECT due FROM later ORDER BY due LIMIT 1");
    private readonly Statement _shown = connection.Prepare("UPDATE later SET card = NULL WHERE id = ?1");
    private readonly Statement _remove = connection.Prepare("DELETE FROM later WHERE id = ?1");
    private readonly Statement _removeOf = connection.Prepare("DELETE FROM later WHERE id IN (SELECT id FROM later WHERE workspace = ?1 LIMIT ?2)");
    private readonly ArrayBufferWriter<byte> _card = new(1024);

    // Never given out twice while the program runs: a row that is being reported may be gone, and its id must not be another's by then.
    private long _lastId = connection.Scalar("SELECT ifnull(max(id), 0) FROM later");

    public void Add(AttemptId attempt, WorkspaceId workspace, Recipient to, DateTimeOffset due, string? code, Card? card)
    {
        _add.Bind(1, ++_lastId).Bind(2, due.ToUnixTimeMilliseconds()).Bind(3, workspace.Value).Bind(4, to.Digits)
            .Bind(5, attempt.Message.Packed).Bind(6, attempt.Number).Bind(7, code);
        if (card is null)
        {
            _add.BindNull(8);
        }
        else
        {
            _card.ResetWrittenCount();
            CardCodec.Write(card, _card);
            _add.Bind(8, _card.WrittenSpan);
        }

        _add.Run();
    }

    public List<LaterEvent> Due(DateTimeOffset now, int limit)
    {
        var due = new List<LaterEvent>();
        _due.Bind(1, now.ToUnixTimeMilliseconds()).Bind(2, limit);
        while (_due.Step())
        {
            due.Add(new LaterEvent(
                _due.Long(0),
                DateTimeOffset.FromUnixTimeMilliseconds(_due.Long(1)),
                new WorkspaceId((int)_due.Long(2)),
                Recipient.FromDigits(_due.Long(3)),
                new AttemptId(MessageKey.FromPacked(_due.Long(4)), (int)_due.Long(5)),
                _due.Text(6),
                _due.IsNull(7) ? null : CardCodec.Read(_due.Blob(7))));
        }

        _due.Reset();
        return due;
    }

    public DateTimeOffset? NextDue()
    {
        DateTimeOffset? next = _next.Step() ? DateTimeOffset.FromUnixTimeMilliseconds(_next.Long(0)) : null;
        _next.Reset();
        return next;
    }

    /// <summary>The card is on the phone; the report stays until it was taken.</summary>
    public void Shown(LaterEvent later) => _shown.Bind(1, later.Id).Run();

    public void Remove(LaterEvent later) => _remove.Bind(1, later.Id).Run();

    public int Remove(WorkspaceId workspace, int limit) => _removeOf.Bind(1, workspace.Value).Bind(2, limit).Run();
}

/// <param name="Code">To report; null when only the arrival is due.</param>
/// <param name="Card">To show; null when it was shown already.</param>
internal sealed record LaterEvent(long Id, DateTimeOffset Due, WorkspaceId Workspace, Recipient To, AttemptId Attempt, string? Code, Card? Card);
