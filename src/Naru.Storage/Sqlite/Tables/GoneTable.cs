using Naru.Core.Workspaces;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>
/// What was removed here and may still have traces in the search file. Written by the transaction that removes, wiped out behind it: no
/// removal waits for the search, and no crash can leave a trace.
/// </summary>
internal sealed class GoneTable(Session session)
{
    private Statement? _any;
    private Statement? _message;
    private Statement? _envelope;
    private Statement? _readMessages;
    private Statement? _readEnvelopes;
    private Statement? _forgetMessage;
    private Statement? _forgetEnvelope;

    public void AddMessage(long sequence, WorkspaceId workspace, long recipient, ReadOnlySpan<byte> given) =>
        (_message ??= session.Prepare("INSERT OR REPLACE INTO gone_message (id, workspace, recipient, given) VALUES (?1, ?2, ?3, ?4)"))
        .Bind(1, sequence).Bind(2, workspace.Value).Bind(3, recipient).Bind(4, given).Run();

    public void AddEnvelope(long id, ReadOnlySpan<byte> body) =>
        (_envelope ??= session.Prepare("INSERT OR REPLACE INTO gone_envelope (id, body) VALUES (?1, ?2)")).Bind(1, id).Bind(2, body).Run();

    public bool IsEmpty() =>
        (_any ??= session.Prepare("SELECT EXISTS (SELECT 1 FROM gone_message) OR EXISTS (SELECT 1 FROM gone_envelope)")).ReadNumber() == 0;

    /// <summary>Columns: id, workspace, recipient, given.</summary>
    public Statement.Reading Messages(int limit) =>
        (_readMessages ??= session.Prepare("SELECT id, workspace, recipient, given FROM gone_message ORDER BY id LIMIT ?1")).Bind(1, limit).Read();

    /// <summary>Columns: id, body.</summary>
    public Statement.Reading Envelopes(int limit) =>
        (_readEnvelopes ??= session.Prepare("SELECT id, body FROM gone_envelope ORDER BY id LIMIT ?1")).Bind(1, limit).Read();

    public void ForgetMessage(long sequence) => (_forgetMessage ??= session.Prepare("DELETE FROM gone_message WHERE id = ?1")).Bind(1, sequence).Run();

    public void ForgetEnvelope(long id) => (_forgetEnvelope ??= session.Prepare("DELETE FROM gone_envelope WHERE id = ?1")).Bind(1, id).Run();
}
