using Naru.Core.Messages;
using Naru.Core.Timing;

namespace Naru.Storage.Rows;

/// <summary>The time of a bulk. Instants are exact: slots may lie less than a millisecond apart.</summary>
internal static class BulkTimingCodec
{
    private const byte Version = 1;
    private const byte HasSendAt = 1;
    private const byte HasPace = 2;
    private const byte HasRecalled = 4;

    /// <summary>From this bit on: two bits of it.</summary>
    private const int ProgressAt = 3;
    private const int ProgressBits = 3;

    public static ReadOnlySpan<byte> Write(RowWriter row, BulkTiming timing)
    {
        row.Begin(Version);
        row.Byte((byte)timing.State);
        row.Byte((byte)((timing.SendAt is null ? 0 : HasSendAt) | (timing.Pace is null ? 0 : HasPace) | (timing.Recalled.Count == 0 ? 0 : HasRecalled)
            | ((int)timing.Progress << ProgressAt)));
        row.Number(timing.Revision);
        row.Number(timing.Start.UtcTicks);
        if (timing.SendAt is { } sendAt)
        {
            row.Number(sendAt.UtcTicks);
        }

        if (timing.Pace is { } pace)
        {
            row.Number(timing.Next.UtcTicks);
            row.Number(pace.Count);
            row.Number(pace.Period.Ticks);
        }

        row.Text(timing.Carrier);
        row.Number(timing.App);
        row.Number(timing.Lines.Count);
        foreach (var line in timing.Lines)
        {
            row.Byte((byte)line.Class);
            row.Flag(line.IsAdvertisement);
            row.Flag(line.Window is not null);
            if (line.Window is { } window)
            {
                WindowCodec.Write(row, window);
            }
        }

        if (timing.Recalled.Count > 0)
        {
            WriteRecalled(row, timing.Recalled);
        }

        return row.Written;
    }

    public static BulkTiming Read(ReadOnlySpan<byte> blob)
    {
        var row = new RowReader(blob, Version, "bulk's time");
        var state = (BulkState)row.Byte();
        var has = row.Byte();
        var revision = (int)row.Number();
        var start = Instant(ref row);
        DateTimeOffset? sendAt = (has & HasSendAt) != 0 ? Instant(ref row) : null;
        var next = (has & HasPace) != 0 ? Instant(ref row) : start;
        var pace = (has & HasPace) != 0 ? new EvenPace((int)row.Number(), TimeSpan.FromTicks(row.Number())) : null;
        var carrier = row.Text();
        var app = (int)row.Number();
        var lines = new BulkLine[row.Count()];
        for (var i = 0; i < lines.Length; i++)
        {
            var messageClass = (MessageClass)row.Byte();
            var advertisement = row.Flag();
            lines[i] = new BulkLine(row.Flag() ? WindowCodec.Read(ref row) : null, advertisement, messageClass);
        }

        var timing = new BulkTiming(state, revision, sendAt, pace, start, next, lines, carrier, app) { Progress = (BulkProgress)((has >> ProgressAt) & ProgressBits) };
        return (has & HasRecalled) == 0 ? timing : timing with { Recalled = ReadRecalled(ref row) };
    }

    /// <summary>As differences: messages that wait together mostly stand together, and one instant was planned for all of them.</summary>
    private static void WriteRecalled(RowWriter row, IReadOnlyList<RecalledAttempt> recalled)
    {
        row.Number(recalled.Count);
        var (sequence, planned) = (0L, 0L);
        foreach (var attempt in recalled)
        {
            row.Number(attempt.Sequence - sequence);
            row.Number(attempt.Attempt);
            row.Signed(attempt.Planned.UtcTicks - planned);
            (sequence, planned) = (attempt.Sequence, attempt.Planned.UtcTicks);
        }
    }

    private static RecalledAttempt[] ReadRecalled(ref RowReader row)
    {
        var recalled = new RecalledAttempt[row.Count()];
        var (sequence, planned) = (0L, 0L);
        for (var i = 0; i < recalled.Length; i++)
        {
            sequence += row.Number();
            var attempt = (int)row.Number();
            planned += row.Signed();
            recalled[i] = new RecalledAttempt(sequence, attempt, new DateTimeOffset(planned, TimeSpan.Zero));
        }

        return recalled;
    }

    private static DateTimeOffset Instant(ref RowReader row) => new(row.Number(), TimeSpan.Zero);
}
