using System.Runtime.InteropServices;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>The rows of messages: writing. The two statements are the hottest of the store.</summary>
internal sealed class MessageWriting
{
    // Columns are taken apart where they are selected, row by row. "FROM unnest($1, $2, …)" says the same and first puts each column into a store of
    // tuples of its own: a quarter more for an insert.
    private const string InsertSql = $"""
        INSERT INTO message ({MessageColumnLists.Names})
        SELECT unnest($1), unnest($2), unnest($3), unnest($4), unnest($5), unnest($6), unnest($7), unnest($8), unnest($9), unnest($10), unnest($11), unnest($12),
            unnest($13), unnest($14), unnest($15), unnest($16)
        """;

    private const string UpdateSql = """
        UPDATE message AS m
        SET state = t.state, version = t.version, lane = t.lane, due = t.due, done = t.done, journey = t.journey
        FROM (
            SELECT unnest($1) AS partition, unnest($2) AS id, unnest($3) AS from_version, unnest($4) AS state, unnest($5) AS version, unnest($6) AS lane,
                unnest($7) AS due, unnest($8) AS done, unnest($9) AS journey, unnest($10) AS number) AS t
        WHERE m.partition = t.partition AND m.id = t.id AND m.version = t.from_version
        RETURNING t.number
        """;

    private readonly MessageColumnLists _new = new();

    /// <summary>One for each time that a batch changes the same message: a statement changes a row once.</summary>
    private readonly List<MessageColumnLists> _changes = [];
    private readonly Dictionary<MessageKey, int> _times = [];

    public void Clear()
    {
        _new.Clear();
        _changes.ForEach(changes => changes.Clear());
        _times.Clear();
    }

    public void Add(Message message, long envelopeId) => _new.AddNew(message, envelopeId);

    public void Insert(RoundTrip trip)
    {
        if (_new.Count > 0)
        {
            trip.Add(
                InsertSql, Column(_new.Partition), Column(_new.Id), Column(_new.Workspace), Column(_new.State), Column(_new.Version), Column(_new.Lane), Column(_new.Due),
                Column(_new.Done), Column(_new.Recipient), Column(_new.Bulk), Column(_new.Envelope), Column(_new.Accepted), Column(_new.App), Column(_new.Talk),
                Column(_new.Journey), Column(_new.Given));
        }
    }

    /// <param name="written">Told the place of each transition whose row was at its version.</param>
    public void Update(RoundTrip trip, List<Transition> transitions, Action<int> written)
    {
        for (var i = 0; i < transitions.Count; i++)
        {
            var (message, fromVersion) = transitions[i];
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, message.Key, out _);
            if (times == _changes.Count)
            {
                _changes.Add(new MessageColumnLists());
            }

            _changes[times++].AddChanged(message, fromVersion, i);
        }

        foreach (var changes in _changes.Where(changes => changes.Count > 0))
        {
            trip.Read(
                UpdateSql, row => written(row.GetInt32(0)),
                Column(changes.Partition), Column(changes.Id), Column(changes.FromVersion), Column(changes.State), Column(changes.Version), Column(changes.Lane),
                Column(changes.Due), Column(changes.Done), Column(changes.Journey), Column(changes.Number));
        }
    }
}
