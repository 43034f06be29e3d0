using System.Text;
using Naru.Core.Messages;
using Naru.Storage.Queries;
using Naru.Storage.Sqlite.Tables;

namespace Naru.Storage.Sqlite.Search;

/// <summary>
/// The search file: writing. Adding and removing are idempotent, because the feeder may come by twice. A text without content can only be
/// removed by saying it again word for word; so when <see cref="SearchedText"/> changes, <see cref="SearchFile.Schema"/> must, too.
/// </summary>
internal sealed class SearchWriting(Session session)
{
    private const string CursorName = "cursor";
    private readonly MetaTable _meta = new(session);
    private Statement? _addWorkspace;
    private Statement? _addRecipient;
    private Statement? _addText;
    private Statement? _addEnvelope;
    private Statement? _addEnvelopeText;
    private Statement? _removeWorkspace;
    private Statement? _removeRecipient;
    private Statement? _removeText;
    private Statement? _removeEnvelope;
    private Statement? _removeEnvelopeText;
    private byte[] _buffer = new byte[4096];

    public long Cursor => _meta.Number(CursorName) ?? 0;

    public void SetCursor(long cursor) => _meta.Set(CursorName, cursor);

    /// <summary>False when it is known already.</summary>
    public bool AddMessage(int workspace, long id) => (_addWorkspace ??= session.Prepare("INSERT OR IGNORE INTO by_workspace (workspace, id) VALUES (?1, ?2)"))
        .Bind(1, workspace).Bind(2, id).Run() == 1;

    public void AddRecipient(int workspace, long recipient, long id) =>
        (_addRecipient ??= session.Prepare("INSERT OR IGNORE INTO by_recipient (workspace, recipient, id) VALUES (?1, ?2, ?3)"))
        .Bind(1, workspace).Bind(2, recipient).Bind(3, id).Run();

    public void AddText(long id, Envelope envelope) =>
        BindText(_addText ??= session.Prepare("INSERT INTO message_text (rowid, text) VALUES (?1, ?2)"), id, envelope).Run();

    /// <summary>False when it is known already.</summary>
    public bool AddEnvelope(long id) => (_addEnvelope ??= session.Prepare("INSERT OR IGNORE INTO envelope (id) VALUES (?1)")).Bind(1, id).Run() == 1;

    public void AddEnvelopeText(long id, Envelope envelope) =>
        BindText(_addEnvelopeText ??= session.Prepare("INSERT INTO envelope_text (rowid, text) VALUES (?1, ?2)"), id, envelope).Run();

    /// <summary>False when it was never added.</summary>
    public bool RemoveMessage(int workspace, long recipient, long id)
    {
        (_removeRecipient ??= session.Prepare("DELETE FROM by_recipient WHERE workspace = ?1 AND recipient = ?2 AND id = ?3"))
            .Bind(1, workspace).Bind(2, recipient).Bind(3, id).Run();
        return (_removeWorkspace ??= session.Prepare("DELETE FROM by_workspace WHERE workspace = ?1 AND id = ?2")).Bind(1, workspace).Bind(2, id).Run() == 1;
    }

    public void RemoveText(long id, Envelope envelope) =>
        BindText(_removeText ??= session.Prepare("INSERT INTO message_text (message_text, rowid, text) VALUES ('delete', ?1, ?2)"), id, envelope).Run();

    public bool RemoveEnvelope(long id) => (_removeEnvelope ??= session.Prepare("DELETE FROM envelope WHERE id = ?1")).Bind(1, id).Run() == 1;

    public void RemoveEnvelopeText(long id, Envelope envelope) =>
        BindText(_removeEnvelopeText ??= session.Prepare("INSERT INTO envelope_text (envelope_text, rowid, text) VALUES ('delete', ?1, ?2)"), id, envelope).Run();

    private Statement BindText(Statement statement, long id, Envelope envelope)
    {
        var text = SearchedText.Of(envelope);
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[most];
        }

        var length = Encoding.UTF8.GetBytes(text, _buffer);
        return statement.Bind(1, id).BindText(2, _buffer.AsSpan(0, length));
    }
}
