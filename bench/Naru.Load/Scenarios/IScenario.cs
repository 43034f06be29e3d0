using System.Net;

namespace Naru.Load.Scenarios;

/// <summary>One measurement against a running gateway.</summary>
internal interface IScenario
{
    /// <summary>What the ledger calls it.</summary>
    string What { get; }

    Task<ScenarioResult> RunAsync(IPEndPoint gateway, CancellationToken cancellation);
}

/// <param name="MessagesPerSecond">The figure of the ledger.</param>
/// <param name="MessagesInAll">Every message the gateway accepted meanwhile, warm-up included: what its disk is divided by.</param>
/// <param name="Lines">The whole story, for people.</param>
/// <param name="Faults">What must not be; the run counts only when there are none.</param>
internal sealed record ScenarioResult(
    double MessagesPerSecond,
    TimeSpan P50,
    TimeSpan P99,
    long MessagesInAll,
    IReadOnlyList<string> Lines,
    IReadOnlyList<string> Faults);

/// <summary>The load could not be run at all; the message says what to change.</summary>
internal sealed class ScenarioRefusedException(string message) : Exception(message);
