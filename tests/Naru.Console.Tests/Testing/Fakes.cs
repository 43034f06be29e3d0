using Naru.Core.Messages;
using Naru.Core.Routing;
using Naru.Core.Workspaces;
using Naru.Engine;
using Naru.Engine.Intake;
using Naru.Engine.Ports;

namespace Naru.Console.Tests.Testing;

/// <summary>Phones that only remember what they were asked, and answer with what a test put in.</summary>
internal sealed class WaitingHandset : IHandset
{
    public List<HandsetMessage> Messages { get; } = [];

    public List<(HandsetQuery Query, TimeSpan Wait)> Asked { get; } = [];

    public List<(WorkspaceId Workspace, Recipient? To)> Cleared { get; } = [];

    public ValueTask<IReadOnlyList<HandsetMessage>> ListAsync(HandsetQuery query, CancellationToken cancellationToken) =>
        WaitAsync(query, TimeSpan.Zero, cancellationToken);

    public ValueTask<IReadOnlyList<HandsetMessage>> WaitAsync(HandsetQuery query, TimeSpan wait, CancellationToken cancellationToken)
    {
        Asked.Add((query, wait));
        return ValueTask.FromResult<IReadOnlyList<HandsetMessage>>([.. Messages.Where(message => message.Workspace == query.Workspace)]);
    }

    public IAsyncEnumerable<HandsetEvent> WatchAsync(WorkspaceId workspace, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> PressAsync(WorkspaceId workspace, long id, int button, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Messages.Any(message => message.Workspace == workspace && message.Id == id && button < message.Buttons.Count));

    public ValueTask<bool> WriteAsync(WorkspaceId workspace, Recipient from, string number, string text, CancellationToken cancellationToken)
    {
        Written.Add((workspace, from, number, text));
        return ValueTask.FromResult(number == "15881234");
    }

    public List<(WorkspaceId Workspace, Recipient From, string Number, string Text)> Written { get; } = [];

    public ValueTask ClearAsync(WorkspaceId workspace, Recipient? to, CancellationToken cancellationToken)
    {
        Cleared.Add((workspace, to));
        return ValueTask.CompletedTask;
    }
}

internal sealed class RecordedSimulator : ISimulatorControl
{
    private readonly Dictionary<WorkspaceId, ReportFaults> _faults = [];

    public TimeSpan Latency { get; set; }

    public List<WorkspaceId> Forgotten { get; } = [];

    public void SetReportFaults(WorkspaceId workspace, ReportFaults faults) => _faults[workspace] = faults;

    public ReportFaults ReportFaultsOf(WorkspaceId workspace) => _faults.GetValueOrDefault(workspace, ReportFaults.None);

    public ValueTask ForgetAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        Forgotten.Add(workspace);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A gateway of which only the purge is asked here.</summary>
internal sealed class RecordedGateway : IGateway
{
    public List<WorkspaceId> Purged { get; } = [];

    public CarrierRoutes Routes { get; } = new(static _ => "simulator", []);

    public IMessageStore Store => throw new NotSupportedException();

    public ValueTask PurgeWorkspaceAsync(WorkspaceId workspace, CancellationToken cancellationToken)
    {
        Purged.Add(workspace);
        return ValueTask.CompletedTask;
    }

    public int QueuedOf(int app) => 0;

    public ValueTask<AmendResult> AmendAsync(MessageKey key, Amendment amendment, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<SubmissionResult> SubmitAsync(Submission submission, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<string>> BulkIdsAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken) => throw new NotSupportedException();

    public string PublicId(Message message) => throw new NotSupportedException();

    public ValueTask<Message?> FindAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<MessageKey?> FindKeyAsync(WorkspaceId workspace, string publicId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<BulkReference>> FindBulksAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<bool> ReplayPushAsync(WorkspaceId workspace, long pushId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<int> ReplayPushesSinceAsync(WorkspaceId workspace, int endpointId, DateTimeOffset since, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public SubmissionPlan Plan(Submission submission, DateTimeOffset? at = null) => throw new NotSupportedException();

    public ValueTask<BulkStanding?> FindBulkAsync(WorkspaceId workspace, string publicBulkId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<BulkChangeResult> ChangeBulkAsync(WorkspaceId workspace, string publicBulkId, BulkChange change, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<(BulkKey Key, BulkStanding Standing)>> ListBulksAsync(
        WorkspaceId workspace, BulkKey? before, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
}
