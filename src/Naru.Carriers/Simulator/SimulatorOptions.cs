using Naru.Core.Templates;

namespace Naru.Carriers.Simulator;

/// <summary>How the simulator is set up. All but the folder can stay as it is.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Holds <c>simulator.db</c>; made when it is not there.</summary>
    public required string DataFolder { get; init; }

    /// <summary>How long the centre takes to deliver to an ordinary number; zero answers at once. Can be changed while it runs.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>The newest messages that the phones keep, over all workspaces.</summary>
    public int KeepMessages { get; init; } = 200_000;

    /// <summary>
    /// The newest attempts that are remembered so that a repetition is recognised, at most <see cref="KeepAttemptsFor"/>. The gateway
    /// repeats an attempt within minutes of a crash; a million is more than it can have open.
    /// </summary>
    public int KeepAttempts { get; init; } = 1_000_000;

    /// <summary>An hour longer than the longest validity of a message.</summary>
    public TimeSpan KeepAttemptsFor { get; init; } = TimeSpan.FromHours(49);

    /// <summary>How long after something was handed in the simulator's reviewers decide; null = people do. Can be changed while it runs.</summary>
    public TimeSpan? ReviewAfter { get; init; } = TimeSpan.FromSeconds(3);

    public AlimTalkRules Rules { get; init; } = AlimTalkRules.Default;
}
