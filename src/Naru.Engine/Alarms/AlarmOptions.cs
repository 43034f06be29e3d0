namespace Naru.Engine.Alarms;

/// <summary>When alarms are raised and cleared, and how many are kept. Settings under <c>Naru:Alarms</c>.</summary>
public sealed record AlarmOptions
{
    /// <summary>Alarms that no event clears are cleared when their cause has not shown itself for so long.</summary>
    public TimeSpan ClearAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a carrier may take nothing before that is an alarm.</summary>
    public TimeSpan CarrierDownAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>So many attempts of a carrier with an unknown outcome, within <see cref="UnknownWithin"/>, are an alarm.</summary>
    public int UnknownNumber { get; init; } = 20;

    public TimeSpan UnknownWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Less free space than this in the data folder is an alarm, in bytes; 0 = never.</summary>
    public long DiskFree { get; init; } = 1L << 30;

    /// <summary>How often carriers and the disk are looked at.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long cleared alarms are kept, while there is room for them.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Alarms kept in all, cleared ones included: the oldest cleared ones leave for new ones. At some 300 bytes each, half a megabyte.</summary>
    public int MaxKept { get; init; } = 2_000;

    /// <summary>Open alarms of one workspace, and of the installation, that are told apart; what comes beyond counts as one more of its kind.</summary>
    public int MaxOpenPerWorkspace { get; init; } = 100;

    /// <summary>Open alarms that are told apart in all; what comes beyond is one of the installation, of its kind.</summary>
    public int MaxOpen { get; init; } = 1_000;
}
