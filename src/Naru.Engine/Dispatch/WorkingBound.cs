namespace Naru.Engine.Dispatch;

/// <summary>
/// How many messages are worked on at once. All of them may come back as rows of one flush, for which whoever comes next has to wait: where flushes take
/// long, fewer are taken in. A store that needs 20 µs a row would else keep a single message, or a change of a bulk, waiting for 200 ms.
/// </summary>
internal sealed class WorkingBound
{
    /// <summary>A flush may take so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>However slow the store is, so many keep carriers busy.</summary>
    public const int Least = 4_000;

    private readonly int _most;
    private readonly int _least;

    /// <param name="most">The bound on memory.</param>
    public WorkingBound(int most) => (_most, _least, Now) = (most, Math.Min(Least, most), most);

    public int Now { get; private set; }

    /// <summary>A quarter less at once where a flush took too long; back again little by little.</summary>
    public void Committed(TimeSpan took)
    {
        if (took > Patience)
        {
            Now = Math.Max(_least, Now - (Now / 4));
        }
        else if (took < Patience / 2)
        {
            Now = Math.Min(_most, Now + 100);
        }
    }
}
