using Naru.Core.Timing;

namespace Naru.Storage.Rows;

/// <summary>A delivery window: its days, and its two times to the minute. It takes three to five bytes.</summary>
internal static class WindowCodec
{
    public static void Write(RowWriter row, DeliveryWindow window)
    {
        row.Byte((byte)window.Days);
        WriteTime(row, window.From);
        WriteTime(row, window.To);
    }

    public static DeliveryWindow Read(ref RowReader row) => new((WeekDays)row.Byte(), ReadTime(ref row), ReadTime(ref row));

    /// <summary>0 = none, else one more than the minutes since midnight.</summary>
    private static void WriteTime(RowWriter row, TimeOnly? time) => row.Number(time is { } t ? ((t.Hour * 60) + t.Minute + 1) : 0);

    private static TimeOnly? ReadTime(ref RowReader row) => row.Number() is var minutes and not 0 ? new TimeOnly((int)(minutes - 1) / 60, (int)(minutes - 1) % 60) : null;
}
