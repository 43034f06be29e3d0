using Naru.Core.Messages;
using Naru.Engine.Machine;
using Naru.Engine.Ports;

namespace Naru.Engine.Pumps;

/// <summary>
/// The pull queue. A report is on lease from the moment it is read until its consumption is durable, so two readers at once never
/// get the same one; a lease that is not confirmed (the connection broke, the process died) gives it back: at least once.
/// </summary>
public sealed partial class Gateway
{
    private readonly HashSet<MessageKey> _leased = [];
    private readonly Lock _leases = new();

    public async ValueTask<PulledReports> PullReportsAsync(PullQuery query, CancellationToken cancellationToken)
    {
        while (true)
        {
            HashSet<MessageKey> except;
            lock (_leases)
            {
                except = [.. _leased];
            }

            var rows = await Store.ReadPullQueueAsync(query with { Except = except }, cancellationToken);
            var mine = Lease(rows);
            if (mine.Count == 0 && rows.Count > 0)
            {
                // Another reader was faster with every one of them: look for those behind.
                continue;
            }

            try
            {
                var messages = mine.Count == 0 ? [] : await Store.LoadAsync([.. mine.Select(r => r.Key)], cancellationToken);
                return new PulledReports(messages, () => ConsumeAsync(mine), () => Release(mine));
            }
            catch
            {
                Release(mine);
                throw;
            }
        }
    }

    private List<PulledReport> Lease(IReadOnlyList<PulledReport> rows)
    {
        lock (_leases)
        {
            return [.. rows.Where(r => _leased.Add(r.Key))];
        }
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
        finally
        {
            Release(reports);
        }
    }

    private void Release(List<PulledReport> reports)
    {
        lock (_leases)
        {
            reports.ForEach(r => _leased.Remove(r.Key));
        }
    }
}
