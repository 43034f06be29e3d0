using System.Buffers;
using System.Buffers.Binary;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Carriers.Simulator.Storage;

/// <summary>
/// The attempts that were taken, by which a repetition is recognised. The key is the message's sequence, its partition and the number of
/// the attempt: 40, 8 and 15 bits. The sequence stands first because it grows: new rows go to the end of the table, which halves the
/// log against 64 ends. Written inside the caller's transaction.
/// </summary>
internal sealed class AttemptTable(Connection connection)
{
    private const int PartitionBits = 8;
    private const int NumberBits = 15;

    private readonly Statement _find = connection.Prepare("SELECT mark, code, at FROM attempt WHERE key = ?1");
    private readonly Statement _add = connection.Prepare("INSERT OR REPLACE INTO attempt (key, mark, workspace, at, code) VALUES (?1, ?2, ?3, ?4, ?5)");
    private readonly Statement _handed = connection.Prepare("INSERT INTO handed (workspace, at, keys) VALUES (?1, ?2, ?3)");
    private readonly Statement _oldest = connection.Prepare("SELECT id, at, keys FROM handed ORDER BY id LIMIT 1");
    private readonly Statement _removeHanded = connection.Prepare("DELETE FROM handed WHERE id = ?1");
    private readonly Statement _removeHandedOf = connection.Prepare("DELETE FROM handed WHERE workspace = ?1");
    private readonly Statement _remove = connection.Prepare("DELETE FROM attempt WHERE key = ?1");
    private readonly Statement _ofWorkspace = connection.Prepare("SELECT key FROM attempt WHERE key > ?1 AND workspace = ?2 ORDER BY key LIMIT ?3");
    private readonly Statement _firstOff = connection.Prepare("SELECT first FROM phone_off WHERE mark = ?1");
    private readonly Statement _addOff = connection.Prepare("INSERT OR IGNORE INTO phone_off (mark, workspace, first) VALUES (?1, ?2, ?3)");
    private readonly Statement _removeOff = connection.Prepare("DELETE FROM phone_off WHERE workspace = ?1");
    private readonly Statement _removeOldOff = connection.Prepare("DELETE FROM phone_off WHERE first < ?1");
    private readonly List<(int Workspace, long Key)> _added = [];
    private readonly ArrayBufferWriter<byte> _keys = new();

    /// <summary>Rows, kept in step by hand because counting reads the whole table.</summary>
    public long Count { get; private set; } = connection.Scalar("SELECT count(*) FROM attempt");

    /// <summary>The answer that this attempt was given before, or null.</summary>
    public CarrierAnswer? AnswerTo(Handover handover)
    {
        _find.Bind(1, KeyOf(handover.Id));
        CarrierAnswer? answer = null;
        if (_find.Step() && _find.Long(0) == MarkOf(handover))
        {
            answer = _find.Text(1) is { } code ? CarrierAnswer.Done(code, DateTimeOffset.FromUnixTimeMilliseconds(_find.Long(2))) : CarrierAnswer.Taken(null);
        }

        _find.Reset();
        return answer;
    }

    public void Add(Handover handover, CarrierAnswer answer, DateTimeOffset now)
    {
        var key = KeyOf(handover.Id);
        _add.Bind(1, key).Bind(2, MarkOf(handover)).Bind(3, handover.Workspace.Value).Bind(4, now.ToUnixTimeMilliseconds()).Bind(5, answer.Code).Run();
        _added.Add((handover.Workspace.Value, key));
        Count++;
    }

    /// <summary>Writes down the keys that were added since the last call: a row for each workspace, which goes with it.</summary>
    public void EndHandover(DateTimeOffset now)
    {
        _added.Sort();
        for (var i = 0; i < _added.Count;)
        {
            var workspace = _added[i].Workspace;
            _keys.ResetWrittenCount();
            for (; i < _added.Count && _added[i].Workspace == workspace; i++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(_keys.GetSpan(8), _added[i].Key);
                _keys.Advance(8);
            }

            _handed.Bind(1, workspace).Bind(2, now.ToUnixTimeMilliseconds()).Bind(3, _keys.WrittenSpan).Run();
        }

        _added.Clear();
    }

    /// <summary>The transaction was rolled back.</summary>
    public void RolledBack()
    {
        Count -= _added.Count;
        _added.Clear();
    }

    /// <summary>When the first attempt came for a phone that is off; this one, if none did.</summary>
    public DateTimeOffset FirstWhileOff(Handover handover, DateTimeOffset now)
    {
        var mark = MarkOf(handover);
        _addOff.Bind(1, mark).Bind(2, handover.Workspace.Value).Bind(3, now.ToUnixTimeMilliseconds()).Run();
        _firstOff.Bind(1, mark).Step();
        var first = DateTimeOffset.FromUnixTimeMilliseconds(_firstOff.Long(0));
        _firstOff.Reset();
        return first;
    }

    /// <summary>Removes the oldest hand-over when there are too many attempts or it is too old. False when nothing had to go.</summary>
    public bool RemoveOldest(long keep, DateTimeOffset before)
    {
        var limit = before.ToUnixTimeMilliseconds();
        _removeOldOff.Bind(1, limit).Run();
        var removed = _oldest.Step() && (Count > keep || _oldest.Long(1) < limit);
        if (removed)
        {
            for (var keys = _oldest.Blob(2); keys.Length >= 8; keys = keys[8..])
            {
                Count -= _remove.Bind(1, BinaryPrimitives.ReadInt64LittleEndian(keys)).Run();
            }

            _removeHanded.Bind(1, _oldest.Long(0)).Run();
        }

        _oldest.Reset();
        return removed;
    }

    /// <summary>Removes some attempts of a workspace, from a key on. Returns where to go on, or null at the end.</summary>
    public long? Remove(WorkspaceId workspace, long after, int limit)
    {
        _ofWorkspace.Bind(1, after).Bind(2, workspace.Value).Bind(3, limit);
        var keys = new List<long>(limit);
        while (_ofWorkspace.Step())
        {
            keys.Add(_ofWorkspace.Long(0));
        }

        _ofWorkspace.Reset();
        foreach (var key in keys)
        {
            Count -= _remove.Bind(1, key).Run();
        }

        _removeOff.Bind(1, workspace.Value).Run();
        _removeHandedOf.Bind(1, workspace.Value).Run();
        return keys.Count < limit ? null : keys[^1];
    }

    private static long KeyOf(AttemptId id) =>
        (((id.Message.Sequence << PartitionBits) | id.Message.Partition) << NumberBits) | (uint)(id.Number & ((1 << NumberBits) - 1));

    /// <summary>FNV-1a, 64 bits: stable between runs, which <see cref="string.GetHashCode()"/> is not.</summary>
    private static long MarkOf(Handover handover)
    {
        const ulong prime = 0x100000001B3;
        var hash = (0xCBF29CE484222325UL ^ (uint)handover.Workspace.Value) * prime;
        foreach (var character in handover.Reference)
        {
            hash = (hash ^ character) * prime;
        }

        return (long)hash;
    }
}
