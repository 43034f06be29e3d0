using System.Security.Cryptography;
using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Postgres.Tables;
using Naru.Storage.Rows;
using Npgsql;

namespace Naru.Storage.Postgres;

/// <summary>
/// The new messages of one batch. First it is decided which requests are repetitions, then the client ids are claimed, then what is left is written:
/// each step crosses the network once, and not at all where no request has a key and no message an id of its client's.
/// </summary>
internal sealed class AppendWork(List<SubmissionAppend> appends, MessageWriting messages, EnvelopeWriting envelopes)
{
    private readonly SubmissionOutcome[] _outcomes = new SubmissionOutcome[appends.Count];
    private readonly SubmissionOutcomeKind[] _kinds = new SubmissionOutcomeKind[appends.Count];

    /// <summary>What is known under a key, at first by the store, then by the appends before.</summary>
    private readonly Dictionary<Guid, (long Expires, byte[] Hash)> _keys = [];
    private readonly Dictionary<Guid, SubmissionReceipt?> _receipts = [];
    private readonly Dictionary<Guid, KeyClaim> _claimedKeys = [];
    private readonly Dictionary<Guid, SubmissionReceipt> _completed = [];
    private readonly List<Guid> _ids = [];
    private readonly List<long> _holders = [];
    private readonly HashSet<long> _claimed = [];

    public IReadOnlyList<SubmissionOutcome> Outcomes => _outcomes;

    /// <summary>After <see cref="DecideAsync"/>: whether <see cref="Claim"/> has something to ask.</summary>
    public bool ClaimsIds => _ids.Count > 0;

    public async Task DecideAsync(NpgsqlConnection connection)
    {
        var keys = appends.Where(append => append.Idempotency is not null).Select(KeyOf).Distinct().ToList();
        if (keys.Count > 0)
        {
            await using var trip = new RoundTrip(connection);
            trip.Read(
                "SELECT key, expires, body_hash, receipt FROM idempotency WHERE key = ANY ($1)",
                row =>
                {
                    var key = row.GetGuid(0);
                    _keys[key] = (row.GetInt64(1), row.GetFieldValue<byte[]>(2));
                    _receipts[key] = row.IsDBNull(3) ? null : ReceiptCodec.Read(row.GetFieldValue<byte[]>(3));
                },
                Sent.Column(keys));
            await trip.RunAsync(CancellationToken.None);
        }

        for (var i = 0; i < appends.Count; i++)
        {
            _kinds[i] = Decide(appends[i]);
            if (_kinds[i] == SubmissionOutcomeKind.Stored)
            {
                CollectIds(appends[i]);
            }
        }
    }

    /// <summary>Ids that stand twice in a batch are the first one's: rows are inserted in the order of the columns.</summary>
    public void Claim(RoundTrip trip) => trip.Read(
        "INSERT INTO claim (key, message) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING RETURNING message",
        row => _claimed.Add(row.GetInt64(0)), Sent.Column(_ids), Sent.Column(_holders));

    public void Write(RoundTrip trip)
    {
        for (var i = 0; i < appends.Count; i++)
        {
            _outcomes[i] = _kinds[i] switch
            {
                SubmissionOutcomeKind.Stored => Store(appends[i]),
                SubmissionOutcomeKind.Replayed => new SubmissionOutcome(SubmissionOutcomeKind.Replayed, [], _receipts.GetValueOrDefault(KeyOf(appends[i]))),
                _ => new SubmissionOutcome(SubmissionOutcomeKind.KeyReused, [], null),
            };
        }

        WriteKeys(trip);
        BulkTable.Insert(trip, appends.Where((append, i) => _kinds[i] == SubmissionOutcomeKind.Stored && append.Bulk is not null).Select(append => append.Bulk!));
        messages.Insert(trip);
        envelopes.Write(trip);
    }

    private SubmissionOutcomeKind Decide(SubmissionAppend append)
    {
        if (append.Idempotency is not { } claim)
        {
            return SubmissionOutcomeKind.Stored;
        }

        var key = KeyOf(append);
        if (append.Messages.Count > 0 && _keys.TryGetValue(key, out var known) && known.Expires > Instants.ToMilliseconds(append.Messages[0].Message.AcceptedAt))
        {
            return CryptographicOperations.FixedTimeEquals(known.Hash, claim.BodyHash) ? SubmissionOutcomeKind.Replayed : SubmissionOutcomeKind.KeyReused;
        }

        _keys[key] = (Instants.ToMilliseconds(claim.ExpiresAt), claim.BodyHash);
        return SubmissionOutcomeKind.Stored;
    }

    private void CollectIds(SubmissionAppend append)
    {
        foreach (var (message, _) in append.Messages)
        {
            if (message.ClientId is { } id)
            {
                _ids.Add(StoredKey.Of(ClaimKind.ClientId, append.Workspace, id));
                _holders.Add(message.Key.Packed);
            }
        }
    }

    private SubmissionOutcome Store(SubmissionAppend append)
    {
        if (append.Idempotency is { } claim)
        {
            // An expired claim is replaced, with what was answered under it.
            var key = KeyOf(append);
            _claimedKeys[key] = new KeyClaim(append.Workspace.Value, claim, append.Bulk?.Key.Value ?? 0);
            _receipts[key] = null;
            _completed.Remove(key);
        }

        var duplicates = AddRows(append);
        if (append.Receipt is { } receipt)
        {
            var key = StoredKey.Of(ClaimKind.Idempotency, append.Workspace, receipt.Key);
            _receipts[key] = _completed[key] = DuplicateLines.Mark(receipt, duplicates);
        }

        return duplicates.Count == 0 ? SubmissionOutcome.AllStored : new SubmissionOutcome(SubmissionOutcomeKind.Stored, duplicates, null);
    }

    private IReadOnlyList<int> AddRows(SubmissionAppend append)
    {
        List<int>? duplicates = null;
        for (var i = 0; i < append.Messages.Count; i++)
        {
            var (message, envelopeId) = append.Messages[i];
            if (message.ClientId is not null && !_claimed.Contains(message.Key.Packed))
            {
                (duplicates ??= []).Add(i);
                continue;
            }

            messages.Add(message, envelopeId);
            if (envelopeId != 0)
            {
                envelopes.Use(envelopeId, message);
            }
        }

        return duplicates ?? (IReadOnlyList<int>)[];
    }

    private void WriteKeys(RoundTrip trip)
    {
        if (_claimedKeys.Count > 0)
        {
            var all = _claimedKeys.ToList();
            trip.Add(
                """
                INSERT INTO idempotency (key, workspace, expires, bulk, body_hash) SELECT * FROM unnest($1, $2, $3, $4, $5)
                ON CONFLICT (key) DO UPDATE SET workspace = excluded.workspace, expires = excluded.expires, bulk = excluded.bulk, body_hash = excluded.body_hash, receipt = NULL
                """,
                Sent.Column(all.ConvertAll(of => of.Key)), Sent.Column(all.ConvertAll(of => of.Value.Workspace)),
                Sent.Column(all.ConvertAll(of => Instants.ToMilliseconds(of.Value.Claim.ExpiresAt))), Sent.Column(all.ConvertAll(of => of.Value.Bulk)),
                Sent.Column(all.ConvertAll<byte[]?>(of => of.Value.Claim.BodyHash)));
        }

        if (_completed.Count > 0)
        {
            var row = new RowWriter();
            var all = _completed.ToList();
            trip.Add(
                "UPDATE idempotency AS i SET receipt = r.receipt FROM unnest($1, $2) AS r (key, receipt) WHERE i.key = r.key",
                Sent.Column(all.ConvertAll(of => of.Key)), Sent.Column(all.ConvertAll<byte[]?>(of => ReceiptCodec.Write(row, of.Value).ToArray())));
        }
    }

    private static Guid KeyOf(SubmissionAppend append) => StoredKey.Of(ClaimKind.Idempotency, append.Workspace, append.Idempotency!.Key);

    private sealed record KeyClaim(int Workspace, IdempotencyClaim Claim, long Bulk);
}
