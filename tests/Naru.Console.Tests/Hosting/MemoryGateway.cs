using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Hosting;

/// <summary>The engine as far as the pages ask it, over <see cref="MemoryMessages"/>. What was replayed is kept for tests to see.</summary>
internal sealed partial class MemoryGateway(MemoryMessages messages) : IGateway
{
    private static readonly MessageIdCodec s_ids = new(new byte[32]);

    public List<(WorkspaceId Workspace, long Push)> Replayed { get; } = [];

    public List<(WorkspaceId Workspace, int Endpoint, DateTimeOffset Since)> ReplayedSince { get; } = [];

    public CarrierRoutes Routes { get; } = new(static _ => "simulator", []);

    public IMessageStore Store => messages;

    public string PublicId(Message message) => message.ClientId ?? s_ids.ToUuid(IdKind.Message, message.AcceptedAt, message.Key);

    public ValueTask<Message?> FindAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(messages.Rows.FirstOrDefault(message => message.Workspace == workspace && PublicId(message) == publicId));

    public ValueTask<IReadOnlyList<string>> BulkIdsAsync(IReadOnlyList<Message> some, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([.. some.Select(BulkIdOf)]);

    public ValueTask<bool> ReplayPushAsync(WorkspaceId workspace, long pushId, CancellationToken cancellationToken)
    {
        var known = messages.Pushes.Any(push => push.Workspace == workspace && push.Id == pushId);
        if (known)
        {
            Replayed.Add((workspace, pushId));
        }

        return ValueTask.FromResult(known);
    }

    public ValueTask<int> ReplayPushesSinceAsync(WorkspaceId workspace, int endpointId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ReplayedSince.Add((workspace, endpointId, since));
        return ValueTask.FromResult(messages.Pushes.Count(push => push.Workspace == workspace && push.EndpointId == endpointId && push.CreatedAt >= since));
    }

    public int QueuedOf(int app) => 0;

    public ValueTask<AmendResult> AmendAsync(MessageKey key, Amendment amendment, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Taken, and nothing done about it.</summary>
    public List<Submission> Submissions { get; } = [];

    public ValueTask<SubmissionResult> SubmitAsync(Submission submission, CancellationToken cancellationToken)
    {
        Submissions.Add(submission);
        var lines = submission.Messages.Select((message, i) => new ReceiptLine(new MessageKey(1, i + 1), message.To.Value, $"sent-{Submissions.Count}", Duplicate: false));
        return ValueTask.FromResult(new SubmissionResult(SubmissionResultKind.Stored, new SubmissionReceipt("bulk", [.. lines])));
    }

    public ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<MessageKey?> FindKeyAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null) => throw new NotSupportedException();

    public ValueTask PurgeWorkspaceAsync(WorkspaceId workspace, CancellationToken cancellationToken) => throw new NotSupportedException();
}
