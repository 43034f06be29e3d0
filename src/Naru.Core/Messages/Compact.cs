using System.Collections.Immutable;

namespace Naru.Core.Messages;

/// <summary>Keeps a timeline within its budget.</summary>
internal static class Compact
{
    /// <summary>The most lines of a timeline before repeated waits are folded. A phone that is off for two days is tried some 600 times.</summary>
    private const int Limit = 40;

    /// <summary>Adds a line; beyond the limit the oldest repetition in the middle makes room, the first and the latest lines stay.</summary>
    public static ImmutableArray<TimelineEvent> Retries(ImmutableArray<TimelineEvent> lines, TimelineEvent line) =>
        lines.Length < Limit ? lines.Add(line) : lines.RemoveRange(Limit / 2, 2).Add(line);
}
