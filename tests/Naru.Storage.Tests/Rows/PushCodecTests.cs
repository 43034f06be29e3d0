using Naru.Core.Messages;
using Naru.Engine.Ports;
using Naru.Storage.Rows;
using Naru.Storage.Tests.Messages;

namespace Naru.Storage.Tests.Rows;

/// <summary>What rows of pushes hold, and that old ones are still read.</summary>
public sealed class PushCodecTests
{
    private static readonly PushColumns s_columns = new(
        1, 7, 3, PushState.Open, Samples.Noon.ToUnixTimeMilliseconds(), Samples.Noon.AddMinutes(1).ToUnixTimeMilliseconds(), null);

    [Fact]
    public void A_row_of_the_first_version_is_a_push_of_final_reports_in_one_request()
    {
        var push = Samples.Push(1, due: Samples.Noon) with
        {
            Failures = 2,
            Attempts = [new PushAttempt(Samples.Noon.AddMinutes(2), 503, TimeSpan.FromMilliseconds(12), "busy"), new PushAttempt(Samples.Noon.AddMinutes(3), 0, TimeSpan.FromSeconds(10), null)],
        };

        PushCodec.Read(FirstVersion(push), s_columns).ShouldSayTheSameAs(push);
    }

    [Fact]
    public void A_hundred_items_of_two_events_take_a_few_bytes_each()
    {
        var push = Samples.Push(1) with
        {
            Dialect = DialectName.Sinch,
            App = 12,
            Items = [.. Enumerable.Range(0, 50).SelectMany(i => new[] { Item(i, ReportEvent.Submitted), Item(i, ReportEvent.Final) })],
            Attempts = [new PushAttempt(Samples.Noon, 200, TimeSpan.FromMilliseconds(3), "", 100)],
        };

        // Written when it is made and when it is done, and kept once: two callbacks of a message stay below 30 bytes.
        PushCodec.Write(new RowWriter(), push).Length.ShouldBeLessThan(450);
    }

    [Fact]
    public void A_row_of_a_later_version_is_refused()
    {
        var row = PushCodec.Write(new RowWriter(), Samples.Push(1)).ToArray();
        row[0]++;

        Should.Throw<InvalidDataException>(() => PushCodec.Read(row, s_columns)).Message.ShouldContain("reads up to 2");
    }

    private static PushItem Item(int i, ReportEvent happened) => new(new MessageKey((byte)(i % 64), 1_000_000 + i), happened);

    /// <summary>As it was written until items had events.</summary>
    private static ReadOnlySpan<byte> FirstVersion(Push push)
    {
        var row = new RowWriter().Begin(1);
        row.Byte((byte)push.Dialect);
        row.Byte((byte)push.Channel);
        row.Instant(push.OpenedAt, push.CreatedAt);
        row.Number(push.Failures);
        row.Number(push.Items.Length);
        long before = 0;
        foreach (var item in push.Items)
        {
            row.Byte(item.Message.Partition);
            row.Signed(item.Message.Sequence - before);
            before = item.Message.Sequence;
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
}
