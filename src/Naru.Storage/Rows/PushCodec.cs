using System.Collections.Immutable;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;
using Naru.Engine.Ports;

namespace Naru.Storage.Rows;

/// <summary>What a push holds besides its columns: its list of items, what became of them, and its tries.</summary>
/// <remarks>Version 1 knew final reports only, and one request for the whole list.</remarks>
internal static class PushCodec
{
    private const byte Version = 2;
    private const byte HasApp = 1;
    private const byte HasFates = 2;
    private const byte HasNotice = 4;

    /// <summary>All items are final reports: their events are left out.</summary>
    private const byte AllFinal = 8;

    public static ReadOnlySpan<byte> Write(RowWriter row, Push push)
    {
        row.Begin(Version);
        row.Byte((byte)push.Dialect);
        row.Byte((byte)push.Channel);
        row.Instant(push.OpenedAt, push.CreatedAt);
        row.Number(push.Failures);
        var has = HasOf(push);
        row.Byte(has);
        if ((has & HasApp) != 0)
        {
            row.Number(push.App);
        }

        WriteItems(row, push, (has & AllFinal) == 0);
        if ((has & HasFates) != 0)
        {
            Write(row, push.Taken);
            Write(row, push.GivenUp);
        }

        if (push.Notice is { } notice)
        {
            row.Number(notice.App);
            row.Instant(notice.At, push.CreatedAt);
            row.Text(notice.Body);
        }

        row.Number(push.Attempts.Length);
        foreach (var attempt in push.Attempts)
        {
            row.Instant(attempt.At, push.CreatedAt);
            row.Number(attempt.Status);
            row.Number(attempt.Requests);
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
        var has = row.Version > 1 ? row.Byte() : AllFinal;
        var app = (has & HasApp) != 0 ? (int)row.Number() : 0;
        var items = ReadItems(ref row, (has & AllFinal) == 0);
        var (taken, givenUp) = (has & HasFates) != 0 ? (ReadSet(ref row), ReadSet(ref row)) : default;
        var notice = (has & HasNotice) != 0 ? new Notice((int)row.Number(), row.Instant(created), row.Text()) : null;
        var attempts = ImmutableArray.CreateBuilder<PushAttempt>(row.Count());
        while (attempts.Count < attempts.Capacity)
        {
            var at = row.Instant(created);
            var status = (int)row.Number();
            var requests = row.Version > 1 ? (int)row.Number() : 1;
            var took = row.Length();
            attempts.Add(new PushAttempt(at, status, took, row.Flag() ? row.Text() : null, requests));
        }

        return new Push
        {
            Id = columns.Id,
            Workspace = new WorkspaceId(columns.Workspace),
            EndpointId = columns.Endpoint,
            Dialect = dialect,
            Channel = channel,
            App = app,
            Items = items,
            Taken = taken,
            GivenUp = givenUp,
            Notice = notice,
            CreatedAt = created,
            State = columns.State,
            DueAt = Instants.FromMilliseconds(columns.Due),
            OpenedAt = opened,
            Failures = failures,
            SettledAt = Instants.FromMilliseconds(columns.Settled),
            Attempts = attempts.MoveToImmutable(),
        };
    }

    private static byte HasOf(Push push)
    {
        var has = AllFinal;
        foreach (var item in push.Items)
        {
            if (item.Event != ReportEvent.Final)
            {
                has = 0;
                break;
            }
        }

        return (byte)(has | (push.App == 0 ? 0 : HasApp) | (push.Taken.IsEmpty && push.GivenUp.IsEmpty ? 0 : HasFates)
            | (push.Notice is null ? 0 : HasNotice));
    }

    private static void WriteItems(RowWriter row, Push push, bool withEvents)
    {
        row.Number(push.Items.Length);
        long before = 0;
        foreach (var (message, happened) in push.Items)
        {
            // Sequences of one push lie close together: their distances are short.
            row.Byte(message.Partition);
            row.Signed(message.Sequence - before);
            before = message.Sequence;
            if (withEvents)
            {
                row.Byte((byte)happened);
            }
        }
    }

    private static ImmutableArray<PushItem> ReadItems(ref RowReader row, bool withEvents)
    {
        var items = ImmutableArray.CreateBuilder<PushItem>(row.Count());
        long before = 0;
        while (items.Count < items.Capacity)
        {
            var partition = row.Byte();
            before += row.Signed();
            items.Add(new PushItem(new MessageKey(partition, before), withEvents ? (ReportEvent)row.Byte() : ReportEvent.Final));
        }

        return items.MoveToImmutable();
    }

    private static void Write(RowWriter row, ItemSet items)
    {
        row.Number((ulong)items.Bits);
        row.Number((ulong)(items.Bits >> 64));
    }

    private static ItemSet ReadSet(ref RowReader row) => new(row.Unsigned() | ((UInt128)row.Unsigned() << 64));
}

internal readonly record struct PushColumns(long Id, int Workspace, int Endpoint, PushState State, long Due, long Created, long? Settled);
