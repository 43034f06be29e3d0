using Naru.Core.Alarms;

namespace Naru.Engine.Alarms;

/// <summary>What somebody should look at, as it stands. Thread-safe.</summary>
public interface IAlarms
{
    /// <summary>Open and cleared ones, newest first. What it shows is durable.</summary>
    IReadOnlyList<Alarm> All { get; }

    /// <summary>Raised when <see cref="All"/> shows something else. Handlers must be quick and must not throw.</summary>
    event Action? Changed;

    /// <summary>Completes when it is durable; false where the gateway is stopping or its store failed.</summary>
    ValueTask<bool> TakeAsync(IReadOnlyList<AlarmStep> steps, CancellationToken cancellationToken);
}
