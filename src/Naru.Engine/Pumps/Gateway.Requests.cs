using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Intake;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>What the front doors and the console ask.</summary>
public sealed partial class Gateway
{
    /// <summary>Rows of one step of a purge: a few milliseconds of the store.</summary>
    private const int PurgeStep = 500;

    public async ValueTask<SubmissionResult> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        if (!IsReady)
        {
            return SubmissionResult.Refused;
        }

        var ticket = new SubmissionTicket(SubmissionRouter.Route(submission, Routes));
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ticket.OnAnswered = answered.SetResult;
        if (!_events.Writer.TryWrite(new EngineEvent.Submitted(ticket)))
        {
            return SubmissionResult.Refused;
        }

        // No cancellation here: what was handed in is stored, and a client that went away finds it under its idempotency key.
        await answered.Task;
        return ticket.Result switch
        {
            SubmissionResultKind.Stored => new SubmissionResult(SubmissionResultKind.Stored, Receipt.Of(ticket, Machine.Ids)),
            SubmissionResultKind.Replayed => new SubmissionResult(SubmissionResultKind.Replayed, ticket.Earlier),
            SubmissionResultKind.InFlight => SubmissionResult.InFlight,
            SubmissionResultKind.KeyReused => SubmissionResult.KeyReused,
            SubmissionResultKind.QueueFull => SubmissionResult.QueueFull,
            _ => SubmissionResult.Refused,
        };
    }

    public int QueuedOf(int app) => Machine.QueuedOf(app);

    public async ValueTask ReportAsync(IReadOnlyList<CarrierReport> reports, CancellationToken cancellationToken)
    {
        var ticket = new ReportTicket(reports);
        var durable = Watch(ticket.Done);
        Tell(new EngineEvent.Reported(ticket));
        if (!await durable.WaitAsync(cancellationToken))
        {
            throw new InvalidOperationException("The store failed: the reports are not durable.");
        }
    }

    public async ValueTask<AmendResult> AmendAsync(MessageKey key, Amendment amendment, CancellationToken cancellationToken)
    {
        var ticket = new AmendTicket(key, amendment);
        var durable = Watch(ticket.Done);
        if (!IsReady || !_events.Writer.TryWrite(new EngineEvent.Amended(ticket)) || !await durable.WaitAsync(cancellationToken))
        {
            return new AmendResult(AmendResultKind.Refused, null);
        }

        return ticket.Done.Value is { } message ? new AmendResult(AmendResultKind.Done, message) : new AmendResult(AmendResultKind.NotFound, null);
    }

    public string PublicId(Message message) => PublicIds.Of(message, Machine.Ids);

    public async ValueTask<Message?> FindAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken)
    {
        if (await FindKeyAsync(workspace, publicId, cancellationToken) is not { } key)
        {
            return null;
        }

        var found = await Store.LoadAsync([key], cancellationToken);
        return found is [var message] && message.Workspace == workspace && string.Equals(PublicId(message), publicId, StringComparison.OrdinalIgnoreCase) ? message : null;
    }

    public async ValueTask<MessageKey?> FindKeyAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) =>
        PublicIds.TryRead(publicId, Machine.Ids, out var decoded)
            ? decoded.Key
            : await Store.FindByClientIdAsync(workspace, publicId, cancellationToken);

    public async ValueTask<IReadOnlyList<BulkReference>> FindBulksAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken)
    {
        if (BulkIds.TryRead(publicBulkId, Machine.Ids, out var made))
        {
            return [made];
        }

        var named = await Store.FindBulksAsync(workspace, publicBulkId, cancellationToken);
        return [.. named.Select(b => new BulkReference(b.Key, null))];
    }

    public async ValueTask<IReadOnlyList<string>> BulkIdsAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var result = new string[messages.Count];
        HashSet<BulkKey>? named = null;
        for (var i = 0; i < result.Length; i++)
        {
            var message = messages[i];
            if (message.Bulk.IsNamedByClient)
            {
                (named ??= []).Add(message.Bulk);
            }
            else
            {
                result[i] = BulkIds.Of(message.Bulk, message.AcceptedAt, message.Key, Machine.Ids);
            }
        }

        if (named is not null)
        {
            var bulks = (await Store.LoadBulksAsync(named, cancellationToken)).ToDictionary(b => b.Key, b => b.PublicId);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] ??= bulks.GetValueOrDefault(messages[i].Bulk, "");
            }
        }

        return result;
    }

    public async ValueTask<bool> ReplayPushAsync(WorkspaceId workspace, long pushId, CancellationToken cancellationToken)
    {
        if (await Store.LoadPushAsync(pushId, cancellationToken) is not { } push || push.Workspace != workspace)
        {
            return false;
        }

        Tell(new EngineEvent.PushReplayed(push));
        return true;
    }

    public async ValueTask<int> ReplayPushesSinceAsync(WorkspaceId workspace, int endpointId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var count = 0;
        long? before = null;
        while (true)
        {
            var query = new PushQuery
            {
                Workspace = workspace,
                EndpointId = endpointId,
                Since = since,
                States = [PushState.Done, PushState.Exhausted],
                BeforeId = before,
                Limit = 200,
            };
            var page = await Store.ListPushesAsync(query, cancellationToken);
            foreach (var push in page)
            {
                Tell(new EngineEvent.PushReplayed(push));
            }

            count += page.Count;
            if (page.Count < query.Limit)
            {
                return count;
            }

            before = page[^1].Id;
        }
    }

    public async ValueTask PurgeWorkspaceAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        Tell(new EngineEvent.WorkspaceGone(workspace));
        while (await RemoveAsync(new Removal(RemovalKind.Workspace, workspace, DateTimeOffset.MaxValue, PurgeStep), cancellationToken) > 0)
        {
            // Step by step, so that accepting never waits for it.
        }

        await Store.CatchUpAsync(cancellationToken);
    }

    /// <summary>One removal, in the next flush. Returns how many rows went.</summary>
    public async ValueTask<int> RemoveAsync(Removal removal, CancellationToken cancellationToken)
    {
        var done = new Signal<int>();
        var waiting = Watch(done);
        Tell(new EngineEvent.Removing(removal, done));
        return await waiting.WaitAsync(cancellationToken) ? done.Value : 0;
    }

    private static Task<bool> Watch(Signal signal)
    {
        var waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        signal.OnDone = waiting.SetResult;
        return waiting.Task;
    }
}
