using Naru.Core.Messages;

namespace Naru.Carriers.Simulator;

/// <summary>What the simulator does about an attempt: what it answers, when the phone shows the message, which reports follow. Pure.</summary>
/// <param name="ArrivesAt">Null when it never arrives.</param>
internal readonly record struct Plan(CarrierAnswer Answer, DateTimeOffset? ArrivesAt, LaterReport First, LaterReport Second)
{
    /// <summary>
    /// A fault touches the result only, never the arrival: the phone has the message whether or not its report is late. A result that
    /// would have been the answer becomes "taken" and a report, or "taken" and nothing. A phone that is off is no result.
    /// </summary>
    public static Plan For(Outcome outcome, DateTimeOffset now, Func<ReportFault> takeFault)
    {
        var known = outcome.After is { } after ? now + after : now;
        DateTimeOffset? arrives = outcome.Arrives ? known : null;
        var fault = IsWait(outcome) ? default : takeFault();
        var report = new LaterReport(outcome.Code, known);
        var answer = outcome.First is { } first ? CarrierAnswer.Done(first, now)
            : outcome.After is null ? CarrierAnswer.Done(outcome.Code, now)
            : CarrierAnswer.Taken(null);
        var reportLater = outcome.After is not null;
        return fault.Kind switch
        {
            ReportFaultKind.Late => new Plan(TakenFor(answer, reportLater), arrives, report with { At = known + fault.By }, default),
            ReportFaultKind.Lost => new Plan(TakenFor(answer, reportLater), arrives, default, default),
            ReportFaultKind.Duplicate => new Plan(answer, arrives, report, reportLater ? report : default),
            _ => new Plan(answer, arrives, reportLater ? report : default, default),
        };
    }

    private static CarrierAnswer TakenFor(CarrierAnswer answer, bool reportLater) => reportLater ? answer : CarrierAnswer.Taken(null);

    private static bool IsWait(Outcome outcome) =>
        Core.Results.ResultCodes.Find(outcome.Code)?.Class == Core.Results.ResultClass.Wait;
}

/// <summary>A report that follows; no code means none.</summary>
internal readonly record struct LaterReport(string? Code, DateTimeOffset At);
