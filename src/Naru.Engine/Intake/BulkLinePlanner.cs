using Naru.Core.Timing;

namespace Naru.Engine.Intake;

/// <summary>
/// The plan of a bulk's messages, as it is drawn when nobody pauses it and nothing is in the way: at each slot the first message of the line that is open first; of several the
/// one that was accepted first.
/// </summary>
internal static class BulkLinePlanner
{
    /// <param name="lineOf">The line of each message; negative where it can never be sent.</param>
    /// <param name="validities">Of each message.</param>
    /// <param name="isStartAsked">The start is later than now because the caller said so.</param>
    /// <returns>Null for those that can never be sent.</returns>
    public static PlannedTime?[] Plan(
        IReadOnlyList<BulkLine> lines, IReadOnlyList<int> lineOf, IReadOnlyList<TimeSpan> validities, EvenPace? pace, DateTimeOffset start, bool isStartAsked)
    {
        var plans = new PlannedTime?[lineOf.Count];
        var waiting = lines.Select(static _ => new Queue<int>()).ToArray();
        for (var i = 0; i < plans.Length; i++)
        {
            if (lineOf[i] >= 0)
            {
                waiting[lineOf[i]].Enqueue(i);
            }
        }

        for (var next = start; First(lines, waiting, next) is { } first;)
        {
            var (line, at) = first;
            var message = waiting[line].Dequeue();
            plans[message] = new PlannedTime(at, at + validities[message], Why(lines[line], start, next, at, isStartAsked));
            next = pace is null ? next : at + pace.Spacing;
        }

        return plans;
    }

    private static (int Line, DateTimeOffset At)? First(IReadOnlyList<BulkLine> lines, Queue<int>[] waiting, DateTimeOffset next)
    {
        (int Line, DateTimeOffset At)? first = null;
        for (var line = 0; line < lines.Count; line++)
        {
            if (waiting[line].TryPeek(out var head) && lines[line].Openings.Next(next) is { } at
                && (first is null || at < first.Value.At || (at == first.Value.At && head < waiting[first.Value.Line].Peek())))
            {
                first = (line, at);
            }
        }

        return first;
    }

    private static List<PlanReason> Why(BulkLine line, DateTimeOffset start, DateTimeOffset next, DateTimeOffset at, bool isStartAsked)
    {
        var why = new List<PlanReason>(4);
        if (isStartAsked)
        {
            why.Add(PlanReason.SendAt);
        }

        if (at > next && line.Window?.IsOpen(next) == false)
        {
            why.Add(PlanReason.Window);
        }

        if (at > next && line.IsAdvertisement && !AdvertisingHours.Allowed.IsOpen(next))
        {
            why.Add(PlanReason.AdvertisingHours);
        }

        if (next > start)
        {
            why.Add(PlanReason.Pace);
        }

        return why;
    }
}
