using System.Collections.Immutable;
using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Rows;

/// <summary>What a push holds besides its columns: its list of messages and its tries.</summary>
internal static class PushCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, Push push)
    {
        row.Begin(Version);
        row.Number(push.Failures);
        row.Number(push.Reports.Length);
        long before = 0;
        foreach (var report in push.Reports)
        {
            // Sequences of one push lie close together: their distances are short.
            row.Byte(report.Partition);
            row.Signed(report.Sequence - before);
            before = report.Sequence;
        }

        row.Number(push.Attempts.Length);
        foreach (var attempt in push.Attempts)
        {
            row.Instant(attempt.At, push.CreatedAt);
            row.Number(attempt.Status);
            row.Length(attempt.Took);
            row.Flag(attempt.Answer is not null);
            if (attempt.Answer is not null)
            {
                row.Text(attempt.Answer);
            }
        }

        return row.Written;
    }

    /// <summary>Fills in what the blob holds.</summary>
    public static Push Read(ReadOnlySpan<byte> blob, Push columns)
    {
        var row = new RowReader(blob, Version, "push");
        var failures = (int)row.Number();
        var reports = ImmutableArray.CreateBuilder<MessageKey>(row.Count());
        long before = 0;
        while (reports.Count < reports.Capacity)
        {
            var partition = row.Byte();
            before += row.Signed();
            reports.Add(new MessageKey(partition, before));
        }

        var attempts = ImmutableArray.CreateBuilder<PushAttempt>(row.Count());
        while (attempts.Count < attempts.Capacity)
        {
            var at = row.Instant(columns.CreatedAt);
            var status = (int)row.Number();
            var took = row.Length();
            attempts.Add(new PushAttempt(at, status, took, row.Flag() ? row.Text() : null));
        }

        return columns with { Failures = failures, Reports = reports.MoveToImmutable(), Attempts = attempts.MoveToImmutable() };
    }
}
