using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>What the phones hold: read, on a connection of its own so that readers and the writer do not wait for each other. Thread-safe.</summary>
internal sealed class HandsetReader : IDisposable
{
    private const string Columns = "SELECT id, workspace, recipient, at, card, pressed FROM handset ";
    private const string Narrowed = "AND id > ?2 AND (?3 IS NULL OR template = ?3) AND (?4 IS NULL OR channel = ?4) ORDER BY id LIMIT ?5";

    private readonly Lock _lock = new();
    private readonly Connection _connection;
    private readonly Statement _all;
    private readonly Statement _phone;
    private readonly Statement _one;

    public HandsetReader(string path)
    {
        _connection = new Connection(path);
        _connection.Execute("PRAGMA query_only = ON");
        _all = _connection.Prepare($"{Columns} WHERE workspace = ?1 {Narrowed}");
        _phone = _connection.Prepare($"{Columns} WHERE workspace = ?1 AND recipient = ?6 {Narrowed}");
        _one = _connection.Prepare($"{Columns} WHERE id = ?1 AND workspace = ?2");
    }

    public IReadOnlyList<HandsetMessage> List(HandsetQuery query)
    {
        // Only phones hold anything; text that is no number is nobody's.
        if (query.To is { IsPhone: false } || query.Limit <= 0)
        {
            return [];
        }

        lock (_lock)
        {
            var statement = query.To is null ? _all : _phone;
            statement.Bind(1, query.Workspace.Value).Bind(2, query.After).Bind(3, query.Template).Bind(5, query.Limit);
            _ = query.Channel is { } channel ? statement.Bind(4, (long)channel) : statement.BindNull(4);
            if (query.To is { } to)
            {
                statement.Bind(6, to.Digits);
            }

            return ReadAll(statement);
        }
    }

    public HandsetMessage? Find(WorkspaceId workspace, long id)
    {
        lock (_lock)
        {
            return ReadAll(_one.Bind(1, id).Bind(2, workspace.Value)).SingleOrDefault();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    private static List<HandsetMessage> ReadAll(Statement statement)
    {
        var messages = new List<HandsetMessage>();
        try
        {
            while (statement.Step())
            {
                messages.Add(CardCodec.Read(statement.Blob(4)).Arrived(
                    statement.Long(0),
                    new WorkspaceId((int)statement.Long(1)),
                    Recipient.FromDigits(statement.Long(2)),
                    DateTimeOffset.FromUnixTimeMilliseconds(statement.Long(3)),
                    [.. statement.Blob(5).ToArray().Select(button => (int)button)]));
            }
        }
        finally
        {
            statement.Reset();
        }

        return messages;
    }
}
