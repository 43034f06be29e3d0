using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>What the phones hold: read, on a connection of its own so that readers and the writer do not wait for each other. Thread-safe.</summary>
internal sealed class HandsetReader : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HandsetIndex _index;
    private readonly Connection _connection;
    private readonly Statement _one;

    public HandsetReader(string path, HandsetIndex index)
    {
        _index = index;
        _connection = new Connection(path);
        _connection.Execute("PRAGMA query_only = ON");
        _one = _connection.Prepare(
            """
            SELECT id, workspace, recipient, at, card, pressed FROM handset
            WHERE id = ?1 AND workspace = ?2 AND (?3 IS NULL OR template = ?3) AND (?4 IS NULL OR channel = ?4)
            """);
    }

    public IReadOnlyList<HandsetMessage> List(HandsetQuery query)
    {
        var messages = new List<HandsetMessage>();

        // Only phones hold anything; text that is no number is nobody's.
        if (query.To is { IsPhone: false } || query.Limit <= 0)
        {
            return messages;
        }

        var ids = _index.Ids(query.Workspace, query.To, query.After);
        lock (_lock)
        {
            foreach (var id in ids)
            {
                // A row may be gone by now: cleared, or pushed out by newer ones.
                if (Read(query, id) is { } message && (query.WithOwn || !message.IsOwn))
                {
                    messages.Add(message);
                    if (messages.Count == query.Limit)
                    {
                        break;
                    }
                }
            }
        }

        return messages;
    }

    /// <summary>The newest that fit, oldest first.</summary>
    public IReadOnlyList<HandsetMessage> Newest(WorkspaceId workspace, Recipient phone, long before, int limit, Func<HandsetMessage, bool> fits)
    {
        var ids = _index.Ids(workspace, phone, 0);
        var messages = new List<HandsetMessage>();
        var query = new HandsetQuery { Workspace = workspace };
        lock (_lock)
        {
            for (var i = ids.Count - 1; i >= 0 && messages.Count < limit; i--)
            {
                if (ids[i] < before && Read(query, ids[i]) is { } message && fits(message))
                {
                    messages.Add(message);
                }
            }
        }

        messages.Reverse();
        return messages;
    }

    public HandsetMessage? Find(WorkspaceId workspace, long id)
    {
        lock (_lock)
        {
            return Read(new HandsetQuery { Workspace = workspace }, id);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _connection.Dispose();
        }
    }

    private HandsetMessage? Read(HandsetQuery query, long id)
    {
        _one.Bind(1, id).Bind(2, query.Workspace.Value).Bind(3, query.Template);
        _ = query.Channel is { } channel ? _one.Bind(4, (long)channel) : _one.BindNull(4);
        try
        {
            return _one.Step()
                ? CardCodec.Read(_one.Blob(4)).Arrived(
                    _one.Long(0),
                    new WorkspaceId((int)_one.Long(1)),
                    Recipient.FromDigits(_one.Long(2)),
                    DateTimeOffset.FromUnixTimeMilliseconds(_one.Long(3)),
                    [.. _one.Blob(5).ToArray().Select(button => (int)button)])
                : null;
        }
        finally
        {
            _one.Reset();
        }
    }
}
