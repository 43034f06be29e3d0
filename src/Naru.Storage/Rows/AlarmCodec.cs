using Naru.Core.Alarms;
using Naru.Core.Workspaces;

namespace Naru.Storage.Rows;

/// <summary>What an alarm holds besides its number and its workspace.</summary>
internal static class AlarmCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, Alarm alarm)
    {
        row.Begin(Version);
        row.Byte((byte)alarm.Key.Kind);
        row.Text(alarm.Key.Subject);
        row.Text(alarm.Key.Code);
        row.Text(alarm.Detail ?? "");
        row.Instant(alarm.FirstAt);
        row.Instant(alarm.LastAt, alarm.FirstAt);
        row.Number(alarm.Count);
        Optional(row, alarm.AcknowledgedAt);
        row.Text(alarm.AcknowledgedBy ?? "");
        Optional(row, alarm.ClearedAt);
        Optional(row, alarm.ToldAt);
        return row.Written;
    }

    public static Alarm Read(ReadOnlySpan<byte> blob, long id, WorkspaceId workspace)
    {
        var row = new RowReader(blob, Version, "alarm");
        var key = new AlarmKey((AlarmKind)row.Byte(), workspace, row.Text(), row.Text());
        var detail = TextOrNull(ref row);
        var first = row.Instant();
        return new Alarm(id, key, detail, first, row.Instant(first), row.Number())
        {
            AcknowledgedAt = InstantOrNull(ref row),
            AcknowledgedBy = TextOrNull(ref row),
            ClearedAt = InstantOrNull(ref row),
            ToldAt = InstantOrNull(ref row),
        };
    }

    private static void Optional(RowWriter row, DateTimeOffset? instant)
    {
        row.Flag(instant is not null);
        if (instant is { } at)
        {
            row.Instant(at);
        }
    }

    private static DateTimeOffset? InstantOrNull(ref RowReader row) => row.Flag() ? row.Instant() : null;

    private static string? TextOrNull(ref RowReader row) => row.Text() is { Length: > 0 } text ? text : null;
}
