using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>
/// The pull queue of reports. A lease that is not confirmed (the connection broke, the process died) gives it back: at least once.
/// </summary>
public sealed partial class Gateway
{
    private readonly PullLeases<PulledReport, MessageKey> _leases = new(static report => report.Key);

    public async ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken)
    {
        var mine = await _leases.LeaseAsync(except => Store.ReadPullQueueAsync(query with { Except = except }, cancellationToken));
        try
        {
            var messages = mine.Count == 0 ? [] : await Store.LoadAsync([.. mine.Select(r => r.Key)], cancellationToken);
            return new PulledReports(messages, () => _leases.ConsumeAsync(mine, () => WriteConsumedAsync(mine)), () => _leases.GiveBack(mine));
        }
        catch
        {
            _leases.GiveBack(mine);
            throw;
        }
    }

    private async ValueTask WriteConsumedAsync(List<PulledReport> reports)
    {
        var done = new Signal();
        var waiting = Watch(done);
        Tell(new EngineEvent.PullConfirmed(reports, done));
        await waiting;
    }
}
