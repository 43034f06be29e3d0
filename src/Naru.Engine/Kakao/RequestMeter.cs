using System.Collections.Concurrent;
using Naru.Core.Kakao;

namespace Naru.Engine.Kakao;

/// <summary>
/// Counts every request of an app against its month. A counter's row is raised ahead, by a block, and requests are taken from the block in memory: one write for
/// many requests. What a crash leaves of a block is lost, so the quota is never exceeded; the smaller it is, the smaller the block.
/// </summary>
public sealed class RequestMeter(KakaoDirectory directory)
{
    private const int LargestBlock = 256;

    private readonly ConcurrentDictionary<QuotaKey, Block> _blocks = new();

    /// <summary>False where the quota is used up.</summary>
    public async ValueTask<bool> TakeAsync(DevelopersApp app, QuotaKind kind, CancellationToken cancellationToken)
    {
        var (key, limit) = Of(app, kind);
        var block = _blocks.GetOrAdd(key, static _ => new Block());
        if (block.TryTake())
        {
            return true;
        }

        var (taken, left) = (false, 0);
        await directory.ChangeAsync(
            () =>
            {
                // Another may have raised it while this one waited.
                if (taken = block.TryTake())
                {
                    return null;
                }

                var used = directory.Used(key);
                var more = Math.Min(limit - used, Math.Clamp(limit / 1000, 1, LargestBlock));
                if (more <= 0)
                {
                    return null;
                }

                (taken, left) = (true, more - 1);
                var change = new KakaoChange { Counters = { [key] = used + more } };
                change.RemovedCounters.AddRange(directory.CountersOver(app.Id));
                return change;
            },
            cancellationToken);

        // Only now: what is taken from a block must be durable before.
        block.Grow(left);
        return taken;
    }

    /// <summary>What was really used, as far as it is known: what is left of the block is not.</summary>
    public int Used(DevelopersApp app, QuotaKind kind) =>
        Of(app, kind).Key is var key && _blocks.TryGetValue(key, out var block) ? directory.Used(key) - block.Left : directory.Used(Of(app, kind).Key);

    private (QuotaKey Key, int Limit) Of(DevelopersApp app, QuotaKind kind) => kind switch
    {
        QuotaKind.Requests => (new QuotaKey(app.Id, kind, QuotaKey.Month(directory.Now)), app.Quotas.RequestsPerMonth),
        QuotaKind.Profiles => (new QuotaKey(app.Id, kind, QuotaKey.Day(directory.Now)), app.Quotas.ProfilesPerDay),
        QuotaKind.Shares => (new QuotaKey(app.Id, kind, QuotaKey.Day(directory.Now)), app.Quotas.SharesPerDay),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Messages are counted with their sender and receiver."),
    };

    private sealed class Block
    {
        private int _left;

        public int Left => Volatile.Read(ref _left);

        public bool TryTake()
        {
            var now = Volatile.Read(ref _left);
            while (now > 0)
            {
                var before = Interlocked.CompareExchange(ref _left, now - 1, now);
                if (before == now)
                {
                    return true;
                }

                now = before;
            }

            return false;
        }

        public void Grow(int by) => Interlocked.Add(ref _left, by);
    }
}
