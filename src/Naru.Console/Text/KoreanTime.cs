using System.Globalization;

namespace Naru.Console.Text;

/// <summary>
/// Instants as people in Korea read them on their phones. A fixed offset is right: Korea has kept UTC+9 without summer time since 1988, and needs no
/// time-zone data, which small containers lack.
/// </summary>
public static class KoreanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private static readonly CultureInfo Korean = CultureInfo.GetCultureInfo("ko-KR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>오후 3:07 · 3:07 PM</summary>
    public static string Clock(DateTimeOffset at, Language language) => language == Language.Korean
        ? at.ToOffset(Offset).ToString("tt h:mm", Korean)
        : at.ToOffset(Offset).ToString("h:mm tt", CultureInfo.InvariantCulture);

    /// <summary>2026년 11월 21일 토요일 · Saturday, 21 November 2026</summary>
    public static string LongDay(DateTimeOffset at, Language language) => language == Language.Korean
        ? at.ToOffset(Offset).ToString("yyyy년 M월 d일 dddd", Korean)
        : at.ToOffset(Offset).ToString("dddd, d MMMM yyyy", English);

    /// <summary>As a list of rooms shows it: the time today, the day before.</summary>
    public static string Short(DateTimeOffset at, DateTimeOffset now, Language language)
    {
        if (Day(at) == Day(now))
        {
            return Clock(at, language);
        }

        var local = at.ToOffset(Offset);
        return language == Language.Korean ? local.ToString("M월 d일", Korean) : local.ToString("d MMM", English);
    }

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset at) => at.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
