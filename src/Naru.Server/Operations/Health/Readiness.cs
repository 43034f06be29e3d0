namespace Naru.Server.Operations.Health;

/// <summary>A part without which the process should get no traffic.</summary>
public interface IReadinessCheck
{
    /// <summary>Null when ready; else one sentence for the operator, without secrets: the answer is open to everybody. Must not block.</summary>
    string? WhyNot();
}

/// <summary>Whether the process wants traffic, and if not, why.</summary>
public sealed class Readiness(IEnumerable<IReadinessCheck> checks)
{
    private readonly IReadinessCheck[] _checks = [.. checks];

    public ReadinessAnswer Look() => new([.. _checks.Select(check => check.WhyNot()).OfType<string>()]);
}

public readonly record struct ReadinessAnswer(IReadOnlyList<string> Reasons)
{
    public bool IsReady => Reasons.Count == 0;
}
