namespace Naru.Storage.Sqlite;

/// <summary>
/// Where a walk from the oldest row on goes on. Rows that stay (open ones, or of another workspace) are passed once per round and not once per
/// step; a step looks at a bounded number of rows, whatever lies at the front.
/// </summary>
internal sealed class RetentionCursor
{
    /// <summary>Rows looked at per row that may be removed: a step takes a few milliseconds at most.</summary>
    private const int LookedAtPerRemoval = 8;

    public long Next { get; private set; }

    /// <param name="rows">From <see cref="Next"/> on, by id; the id is column 0.</param>
    public void Walk(Statement.Reading rows, int limit, Step step)
    {
        var removed = 0;
        for (var looked = 0; looked < limit * LookedAtPerRemoval; looked++)
        {
            if (!rows.Next())
            {
                Next = 0;
                return;
            }

            switch (step(rows))
            {
                case RetentionStep.End:
                    Next = 0;
                    return;
                case RetentionStep.Remove when ++removed == limit:
                    Next = rows.Number(0) + 1;
                    return;
            }

            Next = rows.Number(0) + 1;
        }
    }

    public delegate RetentionStep Step(Statement.Reading row);
}

internal enum RetentionStep
{
    Keep = 0,
    Remove = 1,

    /// <summary>All rows from here on stay: the next walk starts at the oldest again.</summary>
    End = 2,
}
