using System.Globalization;
using Naru.Core.Timing;
using Naru.Engine;

namespace Naru.Console.Text;

/// <summary>The words for how a bulk stands.</summary>
public static class BulkTerms
{
    private static readonly (WeekDays Day, DayOfWeek Name)[] s_days =
    [
        (WeekDays.Monday, DayOfWeek.Monday), (WeekDays.Tuesday, DayOfWeek.Tuesday), (WeekDays.Wednesday, DayOfWeek.Wednesday),
        (WeekDays.Thursday, DayOfWeek.Thursday), (WeekDays.Friday, DayOfWeek.Friday), (WeekDays.Saturday, DayOfWeek.Saturday), (WeekDays.Sunday, DayOfWeek.Sunday),
    ];

    public static string State(BulkStatus status, BulkWords words) => status switch
    {
        BulkStatus.Pending => words.Pending,
        BulkStatus.Paused => words.Paused,
        BulkStatus.Processing => words.Processing,
        BulkStatus.Cancelled => words.Cancelled,
        BulkStatus.Finished => words.Finished,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No such status."),
    };

    public static string Tone(BulkStatus status) => status switch
    {
        BulkStatus.Finished => "good",
        BulkStatus.Paused => "warn",
        BulkStatus.Cancelled => "quiet",
        _ => "open",
    };

    /// <summary>30 an hour, one every 2m</summary>
    public static string Pace(EvenPace pace, BulkWords words)
    {
        var count = pace.Count.ToString("N0", CultureInfo.InvariantCulture);
        var rate = pace.Period.Ticks switch
        {
            TimeSpan.TicksPerMinute => words.PerMinute(count),
            TimeSpan.TicksPerHour => words.PerHour(count),
            TimeSpan.TicksPerDay => words.PerDay(count),
            _ => $"{count} / {Lengths.Of(pace.Period)}",
        };
        return words.OneEvery(rate, Lengths.Of(pace.Spacing));
    }

    /// <summary>Mon, Wed 09:00–18:00 (UTC)</summary>
    public static string Window(DeliveryWindow window, Words words)
    {
        var culture = CultureInfo.GetCultureInfo(words.Language == Language.Korean ? "ko-KR" : "en-GB");
        var days = window.Days == WeekDays.All
            ? words.Bulks.DaysAll
            : string.Join(", ", s_days.Where(day => window.Days.HasFlag(day.Day)).Select(day => culture.DateTimeFormat.GetAbbreviatedDayName(day.Name)));
        var hours = window is { From: { } from, To: { } to }
            ? string.Create(CultureInfo.InvariantCulture, $"{from:HH:mm}–{to:HH:mm}")
            : words.Bulks.WholeDay;
        return words.Bulks.WindowOf(days, hours);
    }
}
