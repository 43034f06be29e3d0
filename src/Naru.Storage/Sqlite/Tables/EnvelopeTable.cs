using Naru.Core.Messages;
using Naru.Storage.Rows;

namespace Naru.Storage.Sqlite.Tables;

/// <summary>Envelopes that several messages share. A count of uses tells when the last of them is gone.</summary>
internal sealed class EnvelopeTable(Session session, EnvelopeCache cache)
{
    private readonly RowWriter _row = new();
    private Statement? _last;
    private Statement? _add;
    private Statement? _insert;
    private Statement? _release;
    private Statement? _read;
    private Statement? _delete;
    private Statement? _span;

    /// <summary>Counts further messages of an envelope; writes it if it is new.</summary>
    public void Use(long id, Envelope envelope, in EnvelopeUse use)
    {
        var known = (_add ??= session.Prepare("UPDATE envelope SET uses = uses + ?2, first = min(first, ?3), last = max(last, ?4) WHERE id = ?1"))
            .Bind(1, id).Bind(2, use.Count).Bind(3, use.First).Bind(4, use.Last).Run();
        if (known == 0)
        {
            (_insert ??= session.Prepare("INSERT INTO envelope (id, uses, first, last, body) VALUES (?1, ?2, ?3, ?4, ?5)"))
                .Bind(1, id).Bind(2, use.Count).Bind(3, use.First).Bind(4, use.Last).Bind(5, EnvelopeCodec.Write(_row, envelope)).Run();
        }
    }

    /// <summary>Uncounts messages that were removed. Returns the body if that was the last one: the envelope is gone.</summary>
    public byte[]? Release(long id, long count)
    {
        (_release ??= session.Prepare("UPDATE envelope SET uses = uses - ?2 WHERE id = ?1")).Bind(1, id).Bind(2, count).Run();
        byte[]? body = null;
        using (var reading = (_delete ??= session.Prepare("DELETE FROM envelope WHERE id = ?1 AND uses <= 0 RETURNING body")).Bind(1, id).Read())
        {
            while (reading.Next())
            {
                body = reading.Blob(0).ToArray();
            }
        }

        return body;
    }

    public Envelope Read(long id)
    {
        if (cache.Find(id) is { } known)
        {
            return known;
        }

        using var reading = (_read ??= session.Prepare("SELECT body FROM envelope WHERE id = ?1")).Bind(1, id).Read();
        if (!reading.Next())
        {
            throw new InvalidDataException($"Envelope {id} is missing though a message names it: the store is damaged.");
        }

        var envelope = EnvelopeCodec.Read(reading.Blob(0));
        cache.Add(id, envelope);
        return envelope;
    }

    /// <summary>The sequence numbers between which its messages lie, or null when it is gone.</summary>
    public (long First, long Last)? SpanOf(long id)
    {
        using var reading = (_span ??= session.Prepare("SELECT first, last FROM envelope WHERE id = ?1")).Bind(1, id).Read();
        return reading.Next() ? (reading.Number(0), reading.Number(1)) : null;
    }

    public long Last() => (_last ??= session.Prepare("SELECT max(id) FROM envelope")).ReadNumber() ?? 0;
}
