using System.Globalization;

namespace Naru.Console.Text;

/// <summary>Instants as an operator reads them: in a zone of their choice, with UTC beside.</summary>
public sealed class ZonedTime(TimeZoneInfo zone)
{
    private static readonly string[] s_fields = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>The name in the IANA database: <c>Asia/Seoul</c>.</summary>
    public string Name => zone.Id;

    public bool IsUtc => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime;

    /// <summary>2026-11-21 15:07:09</summary>
    public string Exact(DateTimeOffset at) => In(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>With milliseconds, for timelines.</summary>
    public string Precise(DateTimeOffset at) => In(at).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public string Machine(DateTimeOffset at) => In(at).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);

    /// <summary>Beside the zone's own time: 06:07:09 UTC, with the day where it is another.</summary>
    public string Utc(DateTimeOffset at) => at.UtcDateTime.ToString(
        In(at).Date == at.UtcDateTime.Date ? "HH:mm:ss 'UTC'" : "MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The zone with its distance from UTC at an instant: Asia/Seoul (UTC+09:00).</summary>
    public string NameAt(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{Name} (UTC{In(at):zzz})");

    /// <summary>What a <c>datetime-local</c> field is set to.</summary>
    public string Field(DateTimeOffset at) => In(at).ToString(s_fields[0], CultureInfo.InvariantCulture);

    /// <summary>
    /// What a <c>datetime-local</c> field holds; null when it is none, or when the clock is put forward over it. Of an hour that comes twice the first
    /// is meant.
    /// </summary>
    public DateTimeOffset? Parse(string? field)
    {
        if (!DateTime.TryParseExact(field, s_fields, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is <= 1970 or >= 9999
            || zone.IsInvalidTime(local))
        {
            return null;
        }

        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }

    private DateTimeOffset In(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone);
}
