using Naru.Core.Messages;
using Naru.Engine.Ports;

namespace Naru.Storage.Rows;

/// <summary>The facts from which an answer is given again.</summary>
internal static class ReceiptCodec
{
    private const byte Version = 1;

    public static ReadOnlySpan<byte> Write(RowWriter row, SubmissionReceipt receipt)
    {
        row.Begin(Version);
        row.Text(receipt.BulkId);
        row.Number(receipt.Messages.Count);
        long before = 0;
        for (var i = 0; i < receipt.Messages.Count; i++)
        {
            var line = receipt.Messages[i];
            row.Flag(line.Duplicate);
            row.Byte(line.Key.Partition);
            row.Signed(line.Key.Sequence - before);
            row.Text(line.To);
            row.Text(line.PublicId);
            before = line.Key.Sequence;
        }

        return row.Written;
    }

    public static SubmissionReceipt Read(ReadOnlySpan<byte> blob)
    {
        var row = new RowReader(blob, Version, "receipt");
        var bulk = row.Text();
        var lines = new ReceiptLine[row.Count()];
        long before = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var duplicate = row.Flag();
            var partition = row.Byte();
            before += row.Signed();
            var to = row.Text();
            lines[i] = new ReceiptLine(new MessageKey(partition, before), to, row.Text(), duplicate);
        }

        return new SubmissionReceipt(bulk, lines);
    }
}
