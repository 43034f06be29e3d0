namespace Naru.Storage.Postgres;

/// <summary>
/// Where a walk from the oldest row on goes on. Rows that stay (open ones, or of another workspace) are passed once per round and not once per
/// step; a step looks at a bounded stretch of numbers, whatever lies at the front.
/// </summary>
internal sealed class RetentionWalk
{
    /// <summary>Numbers looked at per row that may be removed: a step takes a few milliseconds at most.</summary>
    private const int LookedAtPerRemoval = 8;

    private long _next;

    /// <param name="oldest">The first row from a number on, and the instant before which nothing of it can have ended.</param>
    /// <param name="before">Rows that began at or after it stay, and so do all behind them.</param>
    /// <param name="highest">The highest number there is.</param>
    /// <param name="removable">Rows that may go, from the first number on and before the second, in order.</param>
    public async Task<List<T>> StepAsync<T>(
        int limit, long before, long highest, Func<long, Task<(long Id, long Began)?>> oldest, Func<long, long, Task<List<(long Id, T Row)>>> removable)
    {
        if (await oldest(_next) is not { } first || first.Began >= before)
        {
            _next = 0;
            return [];
        }

        var end = first.Id + ((long)limit * LookedAtPerRemoval);
        var found = await removable(first.Id, end);
        _next = found.Count >= limit ? found[limit - 1].Id + 1 : end > highest ? 0 : end;
        return [.. found.Take(limit).Select(of => of.Row)];
    }
}
