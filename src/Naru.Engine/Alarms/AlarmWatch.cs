using System.Globalization;
using Microsoft.Extensions.Logging;
using Naru.Core.Alarms;
using Naru.Engine.Machine;
using Naru.Engine.Ports;
using Naru.Engine.Pumps;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Alarms;

/// <summary>Looks now and then at what raises no alarm by itself: carriers, the disk, and endpoints that left while they were rested.</summary>
public sealed partial class AlarmWatch(
    IAlarms alarms, IEnumerable<ICarrier> carriers, IDiskGauge disk, WorkspaceDirectory directory, EngineSettings settings, GatewayClock clock, ILogger<AlarmWatch> log) : IBackgroundPump
{
    /// <summary>An alarm at the threshold does not come and go with every file: it is cleared when there is a tenth more.</summary>
    private const double Relief = 1.1;

    private readonly AlarmOptions _options = settings.Alarms;
    private readonly DownCarriers _down = new(settings.Alarms.CarrierDownAfter);
    private readonly ICarrier[] _carriers = [.. carriers];
    private readonly WakeLoop _loop = new(clock);

    public Task RunAsync(CancellationToken cancellationToken) => _loop.RunAsync(TurnAsync, failure => TurnFailed(log, failure), cancellationToken);

    private async ValueTask<DateTimeOffset?> TurnAsync(CancellationToken cancellationToken)
    {
        var open = alarms.All.Where(static alarm => alarm.IsOpen).ToArray();
        var down = open.Where(static alarm => alarm.Key.Kind == AlarmKind.CarrierDown).Select(static alarm => alarm.Key.Subject).ToHashSet(StringComparer.Ordinal);
        AlarmStep[] steps = [.. _down.Look(_carriers, down, clock.System.GetUtcNow()), .. LookAtDisk(open), .. LookAtEndpoints(open)];
        if (steps.Length > 0)
        {
            await alarms.TakeAsync(steps, cancellationToken);
        }

        return clock.Now + _options.LookEvery;
    }

    private IEnumerable<AlarmStep> LookAtDisk(IReadOnlyList<Alarm> open)
    {
        var known = open.FirstOrDefault(static alarm => alarm.Key.Kind == AlarmKind.DiskNearlyFull);
        if (disk.Look() is not { } room)
        {
            yield break;
        }

        if (known is null && room.Free < _options.DiskFree)
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{room.Free / 1_048_576:N0} MiB free; less than {_options.DiskFree / 1_048_576:N0} MiB is an alarm");
            yield return new AlarmStep.Raise(AlarmKey.OfInstallation(AlarmKind.DiskNearlyFull, room.Folder), detail);
        }
        else if (known is not null && room.Free >= _options.DiskFree * Relief)
        {
            yield return new AlarmStep.Clear(known.Key);
        }
    }

    /// <summary>One that was removed or switched off, or that took something meanwhile, is rested no more.</summary>
    private IEnumerable<AlarmStep> LookAtEndpoints(IReadOnlyList<Alarm> open) => open
        .Where(alarm => alarm.Key is { Kind: AlarmKind.EndpointRested, IsRest: false }
            && directory.FindEndpoint(EndpointAlarms.EndpointOf(alarm.Key)) is not { Failures: > 0, Subscription: null or { Enabled: true } })
        .Select(static alarm => new AlarmStep.Clear(alarm.Key));

    [LoggerMessage(EventId = 1050, Level = LogLevel.Error, Message = "Carriers and disk could not be looked at; it is tried again")]
    private static partial void TurnFailed(ILogger logger, Exception exception);
}
