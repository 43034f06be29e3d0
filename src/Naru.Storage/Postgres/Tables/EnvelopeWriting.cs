using System.Runtime.InteropServices;
using Naru.Core.Messages;
using Naru.Storage.Rows;
using static Naru.Storage.Postgres.Sent;

namespace Naru.Storage.Postgres.Tables;

/// <summary>Envelopes that several messages share, each written once for a batch. A count of uses tells when the last of them is gone.</summary>
internal sealed class EnvelopeWriting(EnvelopeCache cache)
{
    private readonly RowWriter _row = new();
    private readonly Dictionary<long, (Envelope Envelope, EnvelopeUse Use)> _used = [];

    public void Clear() => _used.Clear();

    public void Use(long id, Message message)
    {
        ref var used = ref CollectionsMarshal.GetValueRefOrAddDefault(_used, id, out var known);
        used = known ? (used.Envelope, used.Use.With(message.Key.Sequence)) : (message.Envelope, EnvelopeUse.Of(message.Key.Sequence));
    }

    public void Write(RoundTrip trip)
    {
        if (_used.Count == 0)
        {
            return;
        }

        var (ids, counts, firsts, lasts, bodies) = (new List<long>(), new List<long>(), new List<long>(), new List<long>(), new List<byte[]?>());
        foreach (var (id, (envelope, use)) in _used)
        {
            ids.Add(id);
            counts.Add(use.Count);
            firsts.Add(use.First);
            lasts.Add(use.Last);
            bodies.Add(EnvelopeCodec.Write(_row, envelope).ToArray());
        }

        trip.Add(
            """
            INSERT INTO envelope (id, uses, first, last, body) SELECT * FROM unnest($1, $2, $3, $4, $5)
            ON CONFLICT (id) DO UPDATE SET
                uses = envelope.uses + excluded.uses, first = least(envelope.first, excluded.first), last = greatest(envelope.last, excluded.last)
            """,
            Column(ids), Column(counts), Column(firsts), Column(lasts), Column(bodies));
    }

    /// <summary>Their messages will be read soon.</summary>
    public void Committed()
    {
        foreach (var (id, (envelope, _)) in _used)
        {
            cache.Add(id, envelope);
        }
    }

    /// <summary>Uncounts messages that were removed. An envelope that nobody names any more is gone.</summary>
    public static void Release(RoundTrip trip, IEnumerable<long> envelopes, bool hasTexts)
    {
        var uses = envelopes.Where(id => id != 0).CountBy(id => id).ToList();
        if (uses.Count == 0)
        {
            return;
        }

        var ids = uses.ConvertAll(use => use.Key);
        trip.Add(
            "UPDATE envelope AS e SET uses = e.uses - g.uses FROM unnest($1, $2) AS g (id, uses) WHERE e.id = g.id",
            Column(ids), Column(uses.ConvertAll(use => (long)use.Value)));
        if (hasTexts)
        {
            trip.Add("INSERT INTO gone_envelope (id) SELECT id FROM envelope WHERE id = ANY ($1) AND uses <= 0 ON CONFLICT DO NOTHING", Column(ids));
            trip.Add("DELETE FROM envelope_text AS t USING envelope AS e WHERE t.id = e.id AND e.id = ANY ($1) AND e.uses <= 0", Column(ids));
        }

        trip.Add("DELETE FROM envelope WHERE id = ANY ($1) AND uses <= 0", Column(ids));
    }
}
