namespace Naru.Engine.Tests.Simulation;

/// <summary>What was played: worlds in which little happens prove little.</summary>
internal sealed class Tally
{
    private int _firstSeed;
    private int _lastSeed;

    public int Worlds { get; private set; }

    public long Messages { get; private set; }

    /// <summary>Submissions that were stored as bulks, with a time of their own or without.</summary>
    public long Bulks { get; private set; }

    /// <summary>Bulks with a start, a window or a pace, and what was stored in chunks: they draw their messages from lanes of their own.</summary>
    public long TimedBulks { get; private set; }

    public long Crashes { get; private set; }

    /// <summary>Pauses, resumptions, new starts and cancellations that were answered.</summary>
    public long Changes { get; private set; }

    /// <summary>Attempts that changes of their bulks took back before they left.</summary>
    public long Recalled { get; private set; }

    public long OrdersKept { get; private set; }

    public long Limited { get; private set; }

    public long Paced { get; private set; }

    public long Windowed { get; private set; }

    /// <summary>Hand-overs whose outcome nobody was told.</summary>
    public long TimeOuts { get; private set; }

    /// <summary>Reports that came more than once.</summary>
    public long DuplicateReports { get; private set; }

    /// <summary>Reports that came more than a minute after the hand-over.</summary>
    public long LateReports { get; private set; }

    public void Add(World world)
    {
        _firstSeed = Worlds++ == 0 ? world.Seed : _firstSeed;
        _lastSeed = world.Seed;
        Messages += world.Proof.Messages;
        Bulks += world.Disk.Bulks.Count;
        TimedBulks += world.Disk.Bulks.Count(static b => b.Timing is not null);
        Crashes += world.Crashes;
        Changes += world.Proof.Stopped;
        Recalled += world.Proof.Recalled;
        OrdersKept += world.Proof.OrdersKept;
        Limited += world.Proof.Limited;
        Paced += world.Proof.Paced;
        Windowed += world.Proof.Windowed;
        TimeOuts += world.Carriers.Values.Sum(static c => c.TimeOuts);
        DuplicateReports += world.Carriers.Values.Sum(static c => c.DuplicateReports);
        LateReports += world.Carriers.Values.Sum(static c => c.LateReports);
    }

    public override string ToString() =>
        $"seeds {_firstSeed} to {_lastSeed}: {Worlds} worlds, {Bulks} bulks ({TimedBulks} with a time of their own), {Messages} messages, {Crashes} crashes, {Changes} changes by owners, "
        + $"{Recalled} attempts recalled, {TimeOuts} hand-overs without an answer, {DuplicateReports} duplicate and {LateReports} late reports, {OrdersKept} orders kept, {Limited} hand-overs within limits, "
        + $"{Paced} at a pace, {Windowed} in windows";
}
