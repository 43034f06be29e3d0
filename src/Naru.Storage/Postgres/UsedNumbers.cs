using Naru.Engine.Ports;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// Numbers are never used again. Ordinarily the highest row tells the next number; a commit that removes rows also writes down the numbers that come
/// next. Touched by the writer only.
/// </summary>
internal sealed class UsedNumbers
{
    private static readonly string[] s_names = ["next-sequence", "next-bulk", "next-push", "next-envelope", "next-contact", "next-conversation", "next-inbound"];

    /// <summary>The first numbers that were never used, in the order of the names.</summary>
    private readonly long[] _next;
    private readonly long[] _kept;

    private UsedNumbers(long[] next, long[] kept) => (_next, _kept) = (next, kept);

    public (long Sequence, long Bulk, long Push, long Envelope, long Contact, long Conversation, long Inbound) Next =>
        (_next[0], _next[1], _next[2], _next[3], _next[4], _next[5], _next[6]);

    public static async Task<UsedNumbers> ReadAsync(NpgsqlConnection connection)
    {
        var next = new long[s_names.Length];
        var kept = new long[s_names.Length];
        await using var trip = new RoundTrip(connection);
        trip.Read("SELECT name, number FROM meta WHERE name LIKE 'next-%'", row => kept[Array.IndexOf(s_names, row.GetString(0))] = row.GetInt64(1));
        trip.Read(
            $"""
            SELECT ARRAY [
                (SELECT max((SELECT m.id FROM message AS m WHERE m.partition = p.partition ORDER BY m.id DESC LIMIT 1)) FROM generate_series(0, 63) AS p (partition)),
                (SELECT max(id) FROM bulk), (SELECT max(id) FROM push), (SELECT max(id) FROM envelope), (SELECT max(id) FROM contact), (SELECT max(id) FROM conversation),
                (SELECT max(id) FROM inbound)]
            """,
            row => next = [.. row.GetFieldValue<long?[]>(0).Select(highest => (highest ?? 0) + 1)]);
        await trip.RunAsync(CancellationToken.None);
        return new UsedNumbers([.. next.Zip(kept, Math.Max)], kept);
    }

    /// <summary>Called with every batch, before it is written.</summary>
    public void Use(CommitBatch batch)
    {
        foreach (var append in batch.Appends)
        {
            foreach (var (message, envelope) in append.Messages)
            {
                Use(0, message.Key.Sequence);
                Use(3, envelope);
            }

            Use(1, append.Bulk?.Key.Value ?? 0);
        }

        foreach (var push in batch.Pushes)
        {
            Use(2, push.Id);
        }

        foreach (var talks in batch.Talks)
        {
            talks.Contacts.ForEach(contact => Use(4, contact.Id));
            talks.Conversations.ForEach(talk => Use(5, talk.Id));
        }

        batch.Inbound.ForEach(text => Use(6, text.Id));
    }

    /// <summary>With a batch that removes rows.</summary>
    public void Keep(RoundTrip trip)
    {
        var moved = Enumerable.Range(0, s_names.Length).Where(i => _kept[i] < _next[i]).ToList();
        if (moved.Count > 0)
        {
            trip.Add(
                "INSERT INTO meta (name, number) SELECT * FROM unnest($1, $2) ON CONFLICT (name) DO UPDATE SET number = excluded.number",
                Sent.Column(moved.ConvertAll(i => s_names[i])), Sent.Column(moved.ConvertAll(i => _next[i])));
        }
    }

    /// <summary>What <see cref="Keep"/> wrote is durable.</summary>
    public void Kept() => _next.CopyTo(_kept, 0);

    private void Use(int which, long number) => _next[which] = Math.Max(_next[which], number + 1);
}
