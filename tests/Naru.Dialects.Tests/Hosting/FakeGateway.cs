using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Ports;
using Naru.Engine.Time;

namespace Naru.Dialects.Tests.Hosting;

/// <summary>
/// The engine as a front door sees it, in memory: what is accepted is kept, client ids and idempotency keys are honoured, reports are leased.
/// Nothing travels by itself: a test ends a message with <see cref="End"/>.
/// </summary>
internal sealed partial class FakeGateway(GatewayClock clock) : IGateway
{
    private static readonly byte[] s_key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly Lock _lock = new();
    private readonly MessageIdCodec _ids = new(s_key);
    private readonly FakeStore _store = new();
    private readonly Dictionary<(WorkspaceId, string), (byte[] Hash, SubmissionReceipt Receipt)> _claims = [];
    private readonly List<PulledReport> _queue = [];
    private readonly HashSet<MessageKey> _leased = [];
    private long _sequence;
    private long _bulk;

    public CarrierRoutes Routes { get; } = new(static _ => "simulator", []);

    public IMessageStore Store => _store;

    public FakeStore Rows => _store;

    /// <summary>Everything that was handed in and not turned down, in order.</summary>
    public List<Submission> Submissions { get; } = [];

    /// <summary>When set, every submission ends like this.</summary>
    public SubmissionResult? Always { get; set; }

    public Exception? Failure { get; set; }

    public int Confirmed { get; private set; }

    /// <summary>Runs before reports are leased.</summary>
    public Action? BeforePull { get; set; }

    /// <summary>Completes when a lease is given back without having been confirmed.</summary>
    public TaskCompletionSource LeaseReturned { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Message> Messages => [.. _store.Messages.Values.OrderBy(m => m.Key)];

    public int QueuedOf(int app) => 0;

    public ValueTask<SubmissionResult> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            return ValueTask.FromResult(Always ?? Submit(submission));
        }
    }

    /// <param name="step">The step of its route that decided.</param>
    public void End(Func<Message, bool> which, MessageState state, string? code, EndReason reason = EndReason.ResultCode, int step = 0)
    {
        lock (_lock)
        {
            foreach (var message in Messages.Where(m => !m.IsFinal && which(m)))
            {
                var ended = message with
                {
                    State = state,
                    ResultCode = code,
                    StepIndex = (byte)step,
                    EndReason = reason,
                    SentAt = state == MessageState.Rejected ? null : clock.Now,
                    DoneAt = clock.Now,
                    Version = message.Version + 1,
                };
                _store.Messages[ended.Key] = ended;
                if (ended.Envelope.Reports.Route == ReportRoute.Pull)
                {
                    _queue.Add(new PulledReport(ended.Workspace, ended.Envelope.Dialect, ended.Envelope.Dialect.QueueOf(ended.Envelope.Route[0].Channel), ended.Key, clock.Now));
                }
            }
        }
    }

    /// <summary>Another state that is not the end.</summary>
    public void Move(Func<Message, bool> which, MessageState state)
    {
        foreach (var message in Messages.Where(which))
        {
            _store.Messages[message.Key] = message with { State = state, SentAt = clock.Now };
        }
    }

    public async ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken)
    {
        if (BeforePull is not null)
        {
            BeforePull();
            await GoneAsync(cancellationToken);
        }

        lock (_lock)
        {
            var rows = _queue
                .Where(row => !_leased.Contains(row.Key) && Matches(row, _store.Messages[row.Key], query))
                .Take(query.Limit)
                .ToList();
            rows.ForEach(row => _leased.Add(row.Key));
            return new PulledReports([.. rows.Select(row => _store.Messages[row.Key])], () => Confirm(rows), () => Return(rows));
        }
    }

    /// <summary>Until the server has noticed that its client has gone.</summary>
    private static async Task GoneAsync(CancellationToken cancellationToken)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(gone.SetResult);
        await gone.Task;
    }

    public ValueTask<IReadOnlyList<string>> BulkIdsAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. messages.Select(BulkId)]);

    public ValueTask<AmendResult> AmendAsync(MessageKey key, Amendment amendment, CancellationToken cancellationToken) => throw NotAsked();

    public string PublicId(Message message) => message.ClientId ?? _ids.ToUuid(IdKind.Message, message.AcceptedAt, message.Key);

    public async ValueTask<Message?> FindAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) =>
        await FindKeyAsync(workspace, publicId, cancellationToken) is { } key && _store.Messages.TryGetValue(key, out var message)
        && message.Workspace == workspace ? message : null;

    public async ValueTask<MessageKey?> FindKeyAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) =>
        _ids.TryFromUuid(IdKind.Message, publicId, out var decoded)
            ? decoded.Key
            : await _store.FindByClientIdAsync(workspace, publicId, cancellationToken);

    public async ValueTask<IReadOnlyList<BulkReference>> FindBulksAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        BulkIds.TryRead(publicBulkId, _ids, out var made)
            ? [made]
            : [.. (await _store.FindBulksAsync(workspace, publicBulkId, cancellationToken)).Select(b => new BulkReference(b.Key, null))];

    public ValueTask<bool> ReplayPushAsync(WorkspaceId workspace, long pushId, CancellationToken cancellationToken) => throw NotAsked();

    public ValueTask<int> ReplayPushesSinceAsync(WorkspaceId workspace, int endpointId, DateTimeOffset since, CancellationToken cancellationToken) =>
        throw NotAsked();

    public ValueTask PurgeWorkspaceAsync(WorkspaceId workspace, CancellationToken cancellationToken) => throw NotAsked();

    private SubmissionResult Submit(Submission submission)
    {
        if (submission.IdempotencyKey is { } key && _claims.TryGetValue((submission.Workspace, key), out var claim))
        {
            return claim.Hash.AsSpan().SequenceEqual(submission.BodyHash)
                ? new SubmissionResult(SubmissionResultKind.Replayed, claim.Receipt)
                : SubmissionResult.KeyReused;
        }

        Submissions.Add(submission);
        var receipt = Keep(submission);
        if (submission.IdempotencyKey is { } newKey)
        {
            _claims[(submission.Workspace, newKey)] = (submission.BodyHash!, receipt);
        }

        return new SubmissionResult(SubmissionResultKind.Stored, receipt);
    }

    private SubmissionReceipt Keep(Submission submission)
    {
        var now = clock.Now;
        var bulk = BulkKey.None;
        if (submission.Messages.Count > 1 || submission.ClientBulkId is not null)
        {
            bulk = BulkKey.AtOrAfter(_bulk + 1, submission.ClientBulkId is not null);
            _bulk = bulk.Value;
        }

        var lines = new List<ReceiptLine>();
        var first = new MessageKey(0, _sequence);
        foreach (var submitted in submission.Messages)
        {
            var duplicate = submitted.ClientId is { } id && _store.Messages.Values.Any(m => m.Workspace == submission.Workspace && m.ClientId == id);
            var message = Message(submission.Workspace, submitted, bulk, now);
            lines.Add(new ReceiptLine(message.Key, message.To.Value, PublicId(message), duplicate));
            if (!duplicate)
            {
                _store.Messages[message.Key] = message;
            }
        }

        var bulkId = submission.ClientBulkId ?? BulkIds.Of(bulk, now, first, _ids);
        if (bulk.Exists)
        {
            _store.Bulks[bulk] = new Bulk(
                bulk, submission.Workspace, bulkId, submission.ClientBulkId is not null, first.Sequence, _sequence - 1, lines.Count, now, true);
        }

        return new SubmissionReceipt(bulkId, lines);
    }

    private Message Message(WorkspaceId workspace, SubmittedMessage submitted, BulkKey bulk, DateTimeOffset now) => Journey.Begin(
        new Message
        {
            Key = new MessageKey(0, _sequence++),
            Workspace = workspace,
            To = submitted.To,
            Envelope = submitted.Envelope,
            ClientId = submitted.ClientId,
            Bulk = bulk,
            AcceptedAt = now,
            ExpiresAt = now + (submitted.Validity ?? JourneyPolicy.Default.MaxValidity),
            Class = submitted.Class,
        },
        EndReason.ResultCode,
        lane: null,
        submitted.Remark);

    private string BulkId(Message message) => message.Bulk.IsNamedByClient
        ? _store.Bulks[message.Bulk].PublicId
        : BulkIds.Of(message.Bulk, message.AcceptedAt, message.Key, _ids);

    private static bool Matches(PulledReport row, Message message, PullQuery q) =>
        row.Workspace == q.Workspace
        && row.Dialect == q.Dialect
        && row.Channel == q.Channel
        && (q.Since is null || row.At >= q.Since)
        && (q.Key is null || message.Key == q.Key)
        && q.Fits(message);

    private ValueTask Confirm(List<PulledReport> rows)
    {
        lock (_lock)
        {
            rows.ForEach(row => _queue.Remove(row));
            Confirmed += rows.Count;
        }

        Release(rows);
        return ValueTask.CompletedTask;
    }

    private void Return(List<PulledReport> rows)
    {
        Release(rows);
        LeaseReturned.TrySetResult();
    }

    private void Release(List<PulledReport> rows)
    {
        lock (_lock)
        {
            rows.ForEach(row => _leased.Remove(row.Key));
        }
    }

    private static NotSupportedException NotAsked() => new("No front door asks for this.");
}
