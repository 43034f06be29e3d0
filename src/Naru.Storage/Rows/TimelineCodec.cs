using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Naru.Core.Messages;

namespace Naru.Storage.Rows;

/// <summary>
/// The lines of the proof. Each says only what differs from the line before: an ordinary one takes three to six bytes.
/// </summary>
internal static class TimelineCodec
{
    private const int HasCode = 1;
    private const int HasNote = 2;
    private const int HasUntil = 4;
    private const int HasOtherAttempt = 8;
    private const int Bits = 4;

    public static void Write(RowWriter row, ImmutableArray<TimelineEvent> lines, DateTimeOffset from)
    {
        row.Number(lines.Length);
        byte step = 0;
        var attempt = 0;
        foreach (var line in lines)
        {
            var moved = line.Step != step || line.Attempt != attempt;
            row.Number(((int)line.Kind << Bits) | (line.Code is null ? 0 : HasCode) | (line.Note is null ? 0 : HasNote)
                | (line.Until is null ? 0 : HasUntil) | (moved ? HasOtherAttempt : 0));
            row.Instant(line.At, from);
            if (moved)
            {
                row.Byte(line.Step);
                row.Number(line.Attempt);
            }

            if (line.Code is not null)
            {
                row.Text(line.Code);
            }

            if (line.Note is not null)
            {
                row.Text(line.Note);
            }

            if (line.Until is { } until)
            {
                row.Instant(until, line.At);
            }

            (step, attempt, from) = (line.Step, line.Attempt, line.At);
        }
    }

    public static ImmutableArray<TimelineEvent> Read(ref RowReader row, DateTimeOffset from)
    {
        var lines = new TimelineEvent[row.Count()];
        byte step = 0;
        var attempt = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var head = (int)row.Number();
            from = row.Instant(from);
            if ((head & HasOtherAttempt) != 0)
            {
                step = row.Byte();
                attempt = (int)row.Number();
            }

            var code = (head & HasCode) != 0 ? row.Text() : null;
            var note = (head & HasNote) != 0 ? row.Text() : null;
            DateTimeOffset? until = (head & HasUntil) != 0 ? row.Instant(from) : null;
            lines[i] = new TimelineEvent(from, (TimelineKind)(head >> Bits), step, attempt, code, note, until);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(lines);
    }
}
