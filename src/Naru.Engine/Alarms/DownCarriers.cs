using Naru.Core.Alarms;
using Naru.Engine.Ports;

namespace Naru.Engine.Alarms;

/// <summary>Which carriers take nothing, and since when. A machine: no clock inside.</summary>
internal sealed class DownCarriers(TimeSpan after)
{
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    /// <summary>What is to be raised and cleared.</summary>
    /// <param name="open">The carriers of which an alarm is open.</param>
    public IReadOnlyList<AlarmStep> Look(IReadOnlyCollection<ICarrier> carriers, IReadOnlySet<string> open, DateTimeOffset now)
    {
        var steps = new List<AlarmStep>();
        foreach (var carrier in carriers)
        {
            var key = AlarmKey.OfInstallation(AlarmKind.CarrierDown, carrier.Name);
            if (FaultOf(carrier.Conditions) is { } fault)
            {
                _since.TryAdd(carrier.Name, now);
                if (now - _since[carrier.Name] >= after && !open.Contains(carrier.Name))
                {
                    steps.Add(new AlarmStep.Raise(key, fault));
                }

                continue;
            }

            _since.Remove(carrier.Name);
            if (open.Contains(carrier.Name))
            {
                steps.Add(new AlarmStep.Clear(key));
            }
        }

        // What settings do not name any more is down for nobody.
        steps.AddRange(open.Except(carriers.Select(static carrier => carrier.Name)).Select(static gone => new AlarmStep.Clear(AlarmKey.OfInstallation(AlarmKind.CarrierDown, gone))));
        return steps;
    }

    /// <summary>Why it takes nothing; null while any part of it does, or is only asked to wait.</summary>
    private static string? FaultOf(IReadOnlyList<CarrierCondition> conditions) =>
        conditions.Count == 0 || conditions.Any(static part => part.Standing is CarrierStanding.Up or CarrierStanding.Pausing) ? null
        : conditions.Any(static part => part.Standing == CarrierStanding.NoCredentials) ? "a credential is missing"
        : conditions.FirstOrDefault(static part => part.Detail is not null)?.Detail ?? "no connection";
}
