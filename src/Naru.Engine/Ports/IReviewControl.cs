namespace Naru.Engine.Ports;

/// <summary>How the simulated KakaoTalk reviews senders and templates.</summary>
public interface IReviewControl
{
    /// <summary>How long after something was handed in the simulator's own reviewers decide by the rules; null = people decide, at the review desk.</summary>
    TimeSpan? ReviewAfter { get; set; }
}
