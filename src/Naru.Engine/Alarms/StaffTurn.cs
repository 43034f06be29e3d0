using Naru.Core.Alarms;

namespace Naru.Engine.Alarms;

/// <summary>
/// Of which alarms staff is to be told now. Of each at most once an hour, and only when it was raised again since; all that are due share one message, and messages are a
/// minute apart. Pure.
/// </summary>
/// <param name="Due">Oldest first.</param>
/// <param name="Next">When there may be something to tell although nothing happens.</param>
internal readonly record struct StaffTurn(IReadOnlyList<Alarm> Due, DateTimeOffset? Next)
{
    public static readonly TimeSpan Again = TimeSpan.FromHours(1);
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    /// <param name="isTold">Whether staff is told of alarms of this key at all.</param>
    public static StaffTurn Of(IReadOnlyCollection<Alarm> alarms, Func<AlarmKey, bool> isTold, DateTimeOffset now)
    {
        var wanting = alarms.Where(alarm => alarm.IsWaiting && alarm.Key.Kind != AlarmKind.StaffMessageFailed && isTold(alarm.Key) && !(alarm.LastAt <= alarm.ToldAt)).ToArray();
        if (wanting.Length == 0)
        {
            return new StaffTurn([], null);
        }

        var quietUntil = alarms.Max(static alarm => alarm.ToldAt) + Apart ?? DateTimeOffset.MinValue;
        var due = quietUntil > now ? [] : wanting.Where(alarm => At(alarm) <= now).OrderBy(static alarm => alarm.Id).ToArray();
        var first = wanting.Min(At);
        return new StaffTurn(due, first > quietUntil ? first : quietUntil);
    }

    private static DateTimeOffset At(Alarm alarm) => alarm.ToldAt + Again ?? DateTimeOffset.MinValue;
}
