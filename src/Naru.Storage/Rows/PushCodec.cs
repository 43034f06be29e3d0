using System.Collections.Immutable;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Rows;

/// <summary>What a push holds besides its columns: its list of messages and its tries.</summary>
internal static class PushCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, Push push)
    {
        row.Begin(Version);
        row.Byte((byte)push.Dialect);
        row.Byte((byte)push.Channel);
        row.Instant(push.OpenedAt, push.CreatedAt);
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

    public static Push Read(ReadOnlySpan<byte> blob, in PushColumns columns)
    {
        var row = new RowReader(blob, Version, "push");
        var created = Instants.FromMilliseconds(columns.Created);
        var dialect = (DialectName)row.Byte();
        var channel = (Channel)row.Byte();
        var opened = row.Instant(created);
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
            var at = row.Instant(created);
            var status = (int)row.Number();
            var took = row.Length();
            attempts.Add(new PushAttempt(at, status, took, row.Flag() ? row.Text() : null));
        }

        return new Push
        {
            Id = columns.Id,
            Workspace = new WorkspaceId(columns.Workspace),
            EndpointId = columns.Endpoint,
            Dialect = dialect,
            Channel = channel,
            Reports = reports.MoveToImmutable(),
            CreatedAt = created,
            State = columns.State,
            DueAt = Instants.FromMilliseconds(columns.Due),
            OpenedAt = opened,
            Failures = failures,
            SettledAt = Instants.FromMilliseconds(columns.Settled),
            Attempts = attempts.MoveToImmutable(),
        };
    }
}

internal readonly record struct PushColumns(long Id, int Workspace, int Endpoint, PushState State, long Due, long Created, long? Settled);
