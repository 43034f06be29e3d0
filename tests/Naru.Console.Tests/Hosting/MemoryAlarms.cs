using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;

namespace Naru.Console.Tests.Hosting;

/// <summary>Alarms as a test puts them.</summary>
internal sealed class MemoryAlarms : IAlarms
{
    private static readonly DateTimeOffset s_morning = new(2026, 11, 20, 0, 12, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private IReadOnlyList<Alarm> _all = [];

    public IReadOnlyList<Alarm> All => Volatile.Read(ref _all);

    public event Action? Changed;

    public Alarm Put(AlarmKind kind, WorkspaceId workspace, string subject, string code = "", long count = 1, string? detail = null, bool cleared = false)
    {
        lock (_lock)
        {
            var id = _all.Count + 1;
            var alarm = new Alarm(id, new AlarmKey(kind, workspace, subject, code), detail, s_morning.AddMinutes(id), s_morning.AddMinutes(id + count), count)
            {
                ClearedAt = cleared ? s_morning.AddHours(5) : null,
            };
            Volatile.Write(ref _all, [alarm, .. _all]);
            Changed?.Invoke();
            return alarm;
        }
    }

    public ValueTask<bool> TakeAsync(IReadOnlyList<AlarmStep> steps, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var step in steps.Cast<AlarmStep.Acknowledge>())
            {
                Volatile.Write(ref _all, [.. _all.Select(alarm => alarm.Id == step.Id ? alarm with { AcknowledgedAt = s_morning.AddHours(2), AcknowledgedBy = step.By } : alarm)]);
            }

            Changed?.Invoke();
            return ValueTask.FromResult(true);
        }
    }
}
