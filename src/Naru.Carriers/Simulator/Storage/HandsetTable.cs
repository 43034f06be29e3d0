using System.Buffers;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>What the phones hold: written. Inside the caller's transaction.</summary>
internal sealed class HandsetTable
{
    private readonly Statement _add;
    private readonly Statement _keepId;
    private readonly Statement _trim;
    private readonly Statement _clear;
    private readonly Statement _clearPhone;
    private readonly Statement _press;
    private readonly ArrayBufferWriter<byte> _card = new(1024);
    private long _committedId;

    public HandsetTable(Connection connection)
    {
        _add = connection.Prepare(
            "INSERT INTO handset (id, workspace, recipient, at, channel, template, card) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _keepId = connection.Prepare("UPDATE last_id SET handset = ?1");
        _trim = connection.Prepare("DELETE FROM handset WHERE id IN (SELECT id FROM handset WHERE id <= ?1 ORDER BY id LIMIT ?2)");
        _clear = connection.Prepare("DELETE FROM handset WHERE id IN (SELECT id FROM handset WHERE workspace = ?1 LIMIT ?2)");
        _clearPhone = connection.Prepare(
            "DELETE FROM handset WHERE id IN (SELECT id FROM handset WHERE workspace = ?1 AND recipient = ?2 LIMIT ?3)");
        _press = connection.Prepare("UPDATE handset SET pressed = ?3 WHERE id = ?1 AND workspace = ?2");
        LastId = _committedId = Math.Max(connection.Scalar("SELECT ifnull(max(id), 0) FROM handset"), connection.Scalar("SELECT handset FROM last_id"));
        FirstId = connection.Scalar("SELECT ifnull(min(id), 0) FROM handset");
    }

    /// <summary>The greatest id given out.</summary>
    public long LastId { get; private set; }

    /// <summary>No row has a smaller id.</summary>
    public long FirstId { get; private set; }

    public long Add(WorkspaceId workspace, Recipient to, DateTimeOffset at, Card card)
    {
        _card.ResetWrittenCount();
        CardCodec.Write(card, _card);
        return Add(workspace, to, at, card, _card.WrittenSpan);
    }

    public long Add(WorkspaceId workspace, Recipient to, DateTimeOffset at, Card card, ReadOnlySpan<byte> encoded)
    {
        _add.Bind(1, ++LastId).Bind(2, workspace.Value).Bind(3, to.Digits).Bind(4, at.ToUnixTimeMilliseconds())
            .Bind(5, (long)card.Channel).Bind(6, card.TemplateCode).Bind(7, encoded).Run();
        return LastId;
    }

    public void Committed() => _committedId = LastId;

    public void RolledBack() => LastId = _committedId;

    /// <summary>Removes some of the oldest so that the newest <paramref name="keep"/> stay. False when nothing had to go.</summary>
    public bool Trim(int keep, int limit)
    {
        var last = LastId - keep;
        if (FirstId > last)
        {
            return false;
        }

        var removed = _trim.Bind(1, last).Bind(2, limit).Run();
        FirstId = removed < limit ? last + 1 : FirstId;
        return removed > 0;
    }

    /// <summary>Removes some messages of a workspace or of one of its phones. Returns how many.</summary>
    public int Clear(WorkspaceId workspace, Recipient? to, int limit)
    {
        _keepId.Bind(1, LastId).Run();
        return to is { } phone
            ? _clearPhone.Bind(1, workspace.Value).Bind(2, phone.Digits).Bind(3, limit).Run()
            : _clear.Bind(1, workspace.Value).Bind(2, limit).Run();
    }

    public void Press(WorkspaceId workspace, long id, ReadOnlySpan<byte> pressed) => _press.Bind(1, id).Bind(2, workspace.Value).Bind(3, pressed).Run();
}
