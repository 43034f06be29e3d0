using Naru.Core.Workspaces;

namespace Naru.Storage.Sqlite.Search;

/// <summary>The search file: reading.</summary>
internal sealed class SearchTables(Session session) : IDisposable
{
    private Statement? _ofWorkspace;
    private Statement? _ofRecipient;
    private Statement? _oldest;
    private Statement? _messages;
    private Statement? _envelopes;

    /// <summary>Sequence numbers, newest first.</summary>
    public Statement.Reading OfWorkspace(WorkspaceId workspace, long before) => (_ofWorkspace ??= session.Prepare(
            "SELECT id FROM by_workspace WHERE workspace = ?1 AND id < ?2 ORDER BY id DESC"))
        .Bind(1, workspace.Value).Bind(2, before).Read();

    public Statement.Reading OfRecipient(WorkspaceId workspace, long recipient, long before) => (_ofRecipient ??= session.Prepare(
            "SELECT id FROM by_recipient WHERE workspace = ?1 AND recipient = ?2 AND id < ?3 ORDER BY id DESC"))
        .Bind(1, workspace.Value).Bind(2, recipient).Bind(3, before).Read();

    /// <summary>Sequence numbers after one, oldest first.</summary>
    public Statement.Reading OldestOfWorkspace(WorkspaceId workspace, long after) => (_oldest ??= session.Prepare(
            "SELECT id FROM by_workspace WHERE workspace = ?1 AND id > ?2 ORDER BY id"))
        .Bind(1, workspace.Value).Bind(2, after).Read();

    /// <summary>Sequence numbers of messages with an envelope of their own that may hold the text, newest first.</summary>
    public Statement.Reading Messages(string query, long before) => (_messages ??= session.Prepare(
            "SELECT rowid FROM message_text WHERE message_text MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC"))
        .Bind(1, query).Bind(2, before).Read();

    /// <summary>Shared envelopes that may hold the text, newest first.</summary>
    public Statement.Reading Envelopes(string query) => (_envelopes ??= session.Prepare(
            "SELECT rowid FROM envelope_text WHERE envelope_text MATCH ?1 ORDER BY rowid DESC")).Bind(1, query).Read();

    public void Dispose() => session.Dispose();
}
