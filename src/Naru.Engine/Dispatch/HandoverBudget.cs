namespace Naru.Engine.Dispatch;

/// <summary>
/// How much may be handed over now. A client waits for its answer and a carrier does not: while requests come faster than they are made durable,
/// what is handed over keeps to a share of what is accepted, so that the answers do not stand behind it. It never comes to a halt.
/// </summary>
/// <remarks>
/// Requests press as long as commits keep finding some that came meanwhile. Messages of which each step is told in a request of its own are handed over
/// as fast as they come: putting them off costs a write and a read more for each, and gains little, because most of their work comes afterwards.
/// </remarks>
internal sealed class HandoverBudget(double share)
{
    /// <summary>The most that is saved up, and the largest batch meanwhile: its answers are rows of one flush, which the next requests wait for.</summary>
    public const int Burst = 256;

    /// <summary>Smaller batches cost more than they bring forward.</summary>
    public const int LeastBatch = 128;

    /// <summary>So many commits in a row that found nobody waiting end a press.</summary>
    public const int CalmCommits = 8;

    /// <summary>So long without a commit ends it too: nothing may wait for commits that do not come.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(5);

    private int _calm = CalmCommits;
    private double _saved = Burst;
    private DateTimeOffset _committedAt;

    /// <summary>When silence will have ended the press; null = there is none.</summary>
    public DateTimeOffset? EndsAt => _calm < CalmCommits ? _committedAt + Silence : null;

    /// <param name="requestsWait">Whether requests came while it was made durable.</param>
    /// <param name="accepted">Messages that it accepted.</param>
    /// <param name="toldOneByOne">Of these, how many are told of one by one.</param>
    public void Committed(bool requestsWait, int accepted, int toldOneByOne, DateTimeOffset now)
    {
        var earned = toldOneByOne + ((accepted - toldOneByOne) * share);
        _calm = requestsWait ? 0 : Math.Min(_calm + 1, CalmCommits);
        _saved = _calm < CalmCommits ? Math.Min(_saved + earned, Burst) : Burst;
        _committedAt = now;
    }

    /// <param name="wanted">How many could go.</param>
    /// <param name="idle">Nothing is being made durable and nothing waits to be.</param>
    public int Allowed(int wanted, bool idle, DateTimeOffset now)
    {
        if (EndsAt is not { } end)
        {
            return wanted;
        }

        if (idle && now >= end)
        {
            (_calm, _saved) = (CalmCommits, Burst);
            return wanted;
        }

        var saved = (int)_saved;
        return saved >= wanted || saved >= LeastBatch ? Math.Min(saved, wanted) : 0;
    }

    public void Spent(int count) => _saved = Math.Max(0, _saved - count);
}
