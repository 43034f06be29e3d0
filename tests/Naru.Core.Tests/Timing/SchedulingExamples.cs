using System.Globalization;
using Naru.Core.Timing;
using Naru.Tests;

namespace Naru.Core.Tests.Timing;

/// <summary>The table of <c>docs/scheduling.md</c>, computed by hand, is the data.</summary>
public class SchedulingExamples
{
    private static readonly string[] s_days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static TheoryData<string, string, string, long, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, long, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Checkout.Root, "docs", "scheduling.md")))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length == 8 && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                rows.Add(cells[1], cells[2], cells[3], long.Parse(cells[4], CultureInfo.InvariantCulture), cells[5], cells[6]);
            }
        }

        return rows;
    }

    [Fact]
    public void The_page_has_at_least_thirty_examples() => Rows().Count.ShouldBeGreaterThanOrEqualTo(30);

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_example_is_planned_as_the_page_says(string row, string accepted, string asked, long number, string leaves, string expires)
    {
        row.ShouldNotBeEmpty();
        var plan = Planner.Plan(Read(asked), Instant(accepted), number);

        if (leaves == "never")
        {
            plan.ShouldBeNull();
            return;
        }

        plan.ShouldNotBeNull().At.ShouldBe(Instant(leaves));
        plan.ExpiresAt.ShouldBe(Instant(expires));
    }

    private static Timetable Read(string asked)
    {
        var table = new Timetable(null, null, false, null, TimeSpan.FromHours(48));
        foreach (var part in asked.Split(';', StringSplitOptions.TrimEntries))
        {
            table = part.Split(' ') switch
            {
                ["nothing"] => table,
                ["advertisement"] => table with { IsAdvertisement = true },
                ["sendAt", var at] => table with { SendAt = Instant(at) },
                ["validity", var length] => table with { Validity = Length(length) },
                ["window", var days] => table with { Window = new DeliveryWindow(Days(days)) },
                ["window", var days, var hours] => table with { Window = new DeliveryWindow(Days(days), Hour(hours[..5]), Hour(hours[6..])) },
                ["pace", var pace] => table with { Pace = Pace(pace.Split('/')) },
                _ => throw new InvalidDataException(part),
            };
        }

        return table;
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan Length(string text) => text[^1] switch
    {
        'm' => TimeSpan.FromMinutes(int.Parse(text[..^1], CultureInfo.InvariantCulture)),
        'h' => TimeSpan.FromHours(int.Parse(text[..^1], CultureInfo.InvariantCulture)),
        _ => throw new InvalidDataException(text),
    };

    private static WeekDays Days(string text) => text.Split(',').Aggregate(WeekDays.None, (days, day) => days | (WeekDays)(1 << Array.IndexOf(s_days, day)));

    private static TimeOnly Hour(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    private static EvenPace Pace(string[] parts) => new(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1] switch
    {
        "MINUTE" => TimeSpan.FromMinutes(1),
        "HOUR" => TimeSpan.FromHours(1),
        "DAY" => TimeSpan.FromDays(1),
        _ => throw new InvalidDataException(parts[1]),
    });
}
