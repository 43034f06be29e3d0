using System.Collections.Concurrent;
using Naru.Core.Messages;

namespace Naru.Storage.Sqlite.Claims;

/// <summary>Frozen claims on their way from the log into a run, a few with every commit: first the run is written, then the log is shortened.</summary>
/// <param name="trimmedTo">Up to where the log is short already.</param>
/// <param name="logTo">The last entry of the log that is frozen.</param>
internal sealed class ClaimFlush(long run, ConcurrentDictionary<UInt128, ClaimEntry> frozen, long trimmedTo, long logTo)
{
    /// <summary>Sorting takes some ten milliseconds: not between two commits.</summary>
    private readonly Task<Sorted> _sorting = Task.Run(() => Sort(frozen));
    private int _at;
    private int _written;
    private long _trimmedTo = trimmedTo;

    public FlushStage Stage { get; private set; } = FlushStage.Writing;

    /// <summary>The run, when it is complete; null when all of its claims were released meanwhile.</summary>
    public ClaimRun? Run { get; private set; }

    public void Step(ClaimTable table, int budget)
    {
        if (Stage == FlushStage.Trimming)
        {
            _trimmedTo = Math.Min(_trimmedTo + budget, logTo);
            table.TrimLog(_trimmedTo);
            Stage = _trimmedTo == logTo ? FlushStage.Done : FlushStage.Trimming;
        }
        else if (_sorting.IsCompleted)
        {
#pragma warning disable VSTHRD002 // it is completed
            Write(table, _sorting.Result, budget);
#pragma warning restore VSTHRD002
        }
    }

    /// <summary>A claim that must not stay: it may be in the run by now.</summary>
    public void Release(ClaimTable table, UInt128 key)
    {
        if (Stage == FlushStage.Writing && table.Delete(run, key))
        {
            _written--;
        }
    }

    private void Write(ClaimTable table, Sorted sorted, int budget)
    {
        for (var end = Math.Min(_at + budget, sorted.Keys.Length); _at < end; _at++)
        {
            if (frozen.ContainsKey(sorted.Keys[_at]))
            {
                table.Insert(run, sorted.Keys[_at], sorted.Messages[_at]);
                _written++;
            }
        }

        if (_at < sorted.Keys.Length)
        {
            return;
        }

        Stage = FlushStage.Trimming;
        if (_written > 0)
        {
            Run = new ClaimRun(run, sorted.Last, logTo, sorted.Filter);
            table.AddRun(Run, _written);
        }
    }

    private static Sorted Sort(ConcurrentDictionary<UInt128, ClaimEntry> frozen)
    {
        var claims = frozen.ToArray();
        var keys = Array.ConvertAll(claims, claim => claim.Key);
        var messages = Array.ConvertAll(claims, claim => claim.Value.Message);
        Array.Sort(keys, messages);
        var filter = ClaimFilter.For(keys.Length);
        foreach (var key in keys)
        {
            filter.Add(key);
        }

        return new Sorted(keys, messages, filter, messages.Select(packed => MessageKey.FromPacked(packed).Sequence).DefaultIfEmpty().Max());
    }

    private sealed record Sorted(UInt128[] Keys, long[] Messages, ClaimFilter Filter, long Last);
}

internal enum FlushStage
{
    Writing = 1,

    /// <summary>The run is complete; what stands twice leaves the log.</summary>
    Trimming = 2,

    Done = 3,
}
