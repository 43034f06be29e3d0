using System.Buffers;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>What the phones hold: written. Inside the caller's transaction.</summary>
internal sealed class HandsetTable
{
    private readonly HandsetIndex _index;
    private readonly int _keep;
    private readonly Statement _add;
    private readonly Statement _keepId;
    private readonly Statement _trim;
    private readonly Statement _remove;
    private readonly Statement _press;
    private readonly ArrayBufferWriter<byte> _card = new(1024);
    private readonly List<(long Id, WorkspaceId Workspace, long Phone)> _added = [];
    private long _lastId;
    private long _firstId;

    public HandsetTable(Connection connection, HandsetIndex index, int keep)
    {
        (_index, _keep) = (index, keep);
        _add = connection.Prepare(
            "INSERT INTO handset (id, workspace, recipient, at, channel, template, card) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        _keepId = connection.Prepare("UPDATE last_id SET handset = ?1");
        _trim = connection.Prepare("DELETE FROM handset WHERE id <= ?1");
        _remove = connection.Prepare("DELETE FROM handset WHERE id = ?1");
        _press = connection.Prepare("UPDATE handset SET pressed = ?3 WHERE id = ?1 AND workspace = ?2");
        _lastId = Math.Max(connection.Scalar("SELECT ifnull(max(id), 0) FROM handset"), connection.Scalar("SELECT handset FROM last_id"));
        _firstId = connection.Scalar("SELECT ifnull(min(id), 0) FROM handset");
        Load(connection);
    }

    public long Add(WorkspaceId workspace, Recipient to, DateTimeOffset at, Card card)
    {
        _card.ResetWrittenCount();
        CardCodec.Write(card, _card);
        var id = _lastId + 1;
        _add.Bind(1, id).Bind(2, workspace.Value).Bind(3, to.Digits).Bind(4, at.ToUnixTimeMilliseconds())
            .Bind(5, (long)card.Channel).Bind(6, card.TemplateCode).Bind(7, _card.WrittenSpan).Run();
        _added.Add((id, workspace, to.Digits));
        _lastId = id;
        return id;
    }

    /// <summary>What was added can be seen from now on.</summary>
    public void Committed()
    {
        foreach (var (id, workspace, phone) in _added)
        {
            _index.Add(id, workspace, phone);
        }

        _added.Clear();
    }

    public void RolledBack()
    {
        _lastId -= _added.Count;
        _added.Clear();
    }

    /// <summary>Removes some of the oldest, which cannot be seen any more. Returns for how many ids.</summary>
    public int Trim(int limit)
    {
        var until = Math.Min(_firstId + limit - 1, _lastId - _keep);
        if (until < _firstId)
        {
            return 0;
        }

        var ids = (int)(until - _firstId + 1);
        _trim.Bind(1, until).Run();
        _firstId = until + 1;
        return ids;
    }

    public void Remove(IEnumerable<long> ids)
    {
        _keepId.Bind(1, _lastId).Run();
        foreach (var id in ids)
        {
            _remove.Bind(1, id).Run();
        }
    }

    public void Press(WorkspaceId workspace, long id, ReadOnlySpan<byte> pressed) => _press.Bind(1, id).Bind(2, workspace.Value).Bind(3, pressed).Run();

    private void Load(Connection connection)
    {
        var rows = connection.Prepare("SELECT id, workspace, recipient FROM handset WHERE id > ?1 ORDER BY id");
        rows.Bind(1, _lastId - _keep);
        while (rows.Step())
        {
            _index.Add(rows.Long(0), new WorkspaceId((int)rows.Long(1)), rows.Long(2));
        }

        rows.Reset();
    }
}
