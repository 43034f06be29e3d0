using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>
/// The pull queue. A report is on lease from the moment it is read until its consumption is durable, so two readers at once never
/// get the same one; a lease that is not confirmed (the connection broke, the process died) gives it back: at least once.
/// </summary>
public sealed partial class Gateway
{
    private readonly PullLeases _leases = new();

    public async ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (rows, mine) = await LeaseAsync(query, cancellationToken);
            if (mine.Count == 0 && rows > 0)
            {
                // Another reader was faster with every one of them: look for those behind.
                continue;
            }

            try
            {
                var messages = mine.Count == 0 ? [] : await Store.LoadAsync([.. mine.Select(r => r.Key)], cancellationToken);
                return new PulledReports(messages, () => ConsumeAsync(mine), () => _leases.GiveBack(mine));
            }
            catch
            {
                _leases.GiveBack(mine);
                throw;
            }
        }
    }

    private async ValueTask<(int Rows, List<PulledReport> Mine)> LeaseAsync(PullQuery query, CancellationToken cancellationToken)
    {
        var (reading, except) = _leases.Begin();
        IReadOnlyList<PulledReport> rows = [];
        List<PulledReport> mine;
        try
        {
            rows = await Store.ReadPullQueueAsync(query with { Except = except }, cancellationToken);
        }
        finally
        {
            mine = _leases.End(reading, rows);
        }

        return (rows.Count, mine);
    }

    private async ValueTask ConsumeAsync(List<PulledReport> reports)
    {
        if (reports.Count == 0)
        {
            return;
        }

        try
        {
            var done = new Signal();
            var waiting = Watch(done);
            Tell(new EngineEvent.PullConfirmed(reports, done));
            await waiting;
        }
        catch
        {
            _leases.GiveBack(reports);
            throw;
        }

        _leases.Consumed(reports);
    }
}
