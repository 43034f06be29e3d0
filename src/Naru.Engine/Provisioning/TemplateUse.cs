using System.Collections.Concurrent;
using Naru.Core.Content;
using Naru.Engine.Ports;
using Naru.Engine.Registry;
using Naru.Engine.Time;

namespace Naru.Engine.Provisioning;

/// <summary>On which day templates were last sent: one that nobody sends falls asleep. Noted in memory and written once a day for each. Thread-safe.</summary>
public sealed class TemplateUse(WorkspaceDirectory directory, GatewayClock clock)
{
    private readonly ConcurrentDictionary<(string Sender, string Code), DateTimeOffset> _used = new();

    /// <summary>Raised when something was noted. Handlers must be quick and must not throw.</summary>
    public event Action? Noted;

    public void Note(IReadOnlyList<Handover> handovers)
    {
        var day = new DateTimeOffset(clock.Now.UtcDateTime.Date, TimeSpan.Zero);
        (string Sender, string Code) last = default;
        foreach (var handover in handovers)
        {
            if (handover.Step.Content is not AlimTalkContent content || last == (handover.Step.Sender, content.TemplateCode))
            {
                continue;
            }

            last = (handover.Step.Sender, content.TemplateCode);
            if (directory.FindTemplate(last.Sender, last.Code)?.Template is { } template && (template.UsedAt is null || template.UsedAt < day) && _used.TryAdd(last, day))
            {
                Noted?.Invoke();
            }
        }
    }

    internal async ValueTask WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var day in _used.ToArray().GroupBy(used => used.Value, used => used.Key))
        {
            await directory.UsedAsync([.. day], day.Key, cancellationToken);
            foreach (var key in day)
            {
                _used.TryRemove(KeyValuePair.Create(key, day.Key));
            }
        }
    }
}
