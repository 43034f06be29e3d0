using System.Collections.Concurrent;

namespace Naru.Storage.Sqlite.Claims;

/// <summary>Where claims are to be looked for, newest first. Replaced as a whole, after the commit that makes it true.</summary>
/// <param name="Active">The claims of the log; new ones come here.</param>
/// <param name="Frozen">Older ones of the log, on their way into a run.</param>
internal sealed record ClaimState(
    ConcurrentDictionary<UInt128, ClaimEntry> Active, ConcurrentDictionary<UInt128, ClaimEntry>? Frozen, IReadOnlyList<ClaimRun> Runs)
{
    public static readonly ClaimState Empty = new([], null, []);

    public bool TryFindInMemory(UInt128 key, out ClaimEntry entry)
    {
        if (Active.TryGetValue(key, out entry))
        {
            return true;
        }

        return Frozen is not null && Frozen.TryGetValue(key, out entry);
    }
}

/// <param name="Message">The packed key.</param>
internal readonly record struct ClaimEntry(long Message, long LogId);
