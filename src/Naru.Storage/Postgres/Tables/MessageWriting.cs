using System.Runtime.InteropServices;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>The rows of messages: writing. The two statements are the hottest of the store.</summary>
internal sealed class MessageWriting
{
    private const string InsertSql = $"""
        INSERT INTO message ({MessageColumnLists.Names})
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """;

    private const string UpdateSql = """
        UPDATE message AS m
        SET state = t.state, version = t.version, lane = t.lane, due = t.due, done = t.done, journey = t.journey
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS t (partition, id, from_version, state, version, lane, due, done, journey, number)
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
