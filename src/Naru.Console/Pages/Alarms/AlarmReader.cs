using Naru.Console.Access;
using Naru.Core.Alarms;
using Naru.Core.Workspaces;
using Naru.Engine.Alarms;
using Naru.Engine.Registry;

namespace Naru.Console.Pages.Alarms;

/// <summary>One alarm as the page shows it.</summary>
/// <param name="Subject">In the words of people.</param>
/// <param name="Workspace">Null where it is the installation's, or has gone.</param>
public sealed record AlarmView(Alarm Alarm, string Subject, Workspace? Workspace);

/// <summary>Which alarms who sees: operators of the installation all of them, others those of their workspace.</summary>
public sealed class AlarmReader(IAlarms alarms, WorkspaceDirectory directory)
{
    /// <summary>Of a workspace's own page, so that a start of many of them stays one page.</summary>
    public const int MostOpen = 100;

    public const int ClearedOnPage = 50;

    public event Action? Changed
    {
        add => alarms.Changed += value;
        remove => alarms.Changed -= value;
    }

    /// <summary>How many nobody has acknowledged.</summary>
    public int Waiting(Visitor visitor) => alarms.All.Count(alarm => alarm.IsWaiting && Sees(visitor, alarm));

    public IReadOnlyList<AlarmView> Open(Visitor visitor) =>
        [.. alarms.All.Where(alarm => alarm.IsOpen && Sees(visitor, alarm)).OrderByDescending(static alarm => alarm.IsWaiting).ThenByDescending(static alarm => alarm.Id).Select(View)];

    /// <param name="before">Only those with a smaller number: the next page.</param>
    public IReadOnlyList<AlarmView> Cleared(Visitor visitor, long? before) =>
        [.. alarms.All.Where(alarm => !alarm.IsOpen && (before is null || alarm.Id < before) && Sees(visitor, alarm)).Take(ClearedOnPage + 1).Select(View)];

    public Alarm? Find(Visitor visitor, long id) => alarms.All.FirstOrDefault(alarm => alarm.Id == id && Sees(visitor, alarm));

    /// <summary>Tells apart what a page would show differently.</summary>
    public string Mark(Visitor visitor) => string.Join(
        '\n', alarms.All.Where(alarm => Sees(visitor, alarm)).Take(MostOpen + ClearedOnPage).Select(static alarm => $"{alarm.Id} {alarm.Count} {alarm.IsWaiting} {alarm.IsOpen}"));

    private static bool Sees(Visitor visitor, Alarm alarm) => visitor.IsInstallation || alarm.Key.Workspace == visitor.Own.Id;

    private AlarmView View(Alarm alarm) => new(alarm, AlarmSubject.Of(alarm, directory), directory.FindWorkspace(alarm.Key.Workspace));
}
