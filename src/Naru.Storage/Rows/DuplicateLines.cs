using Naru.Engine.Ports;

namespace Naru.Storage.Rows;

/// <summary>Marks the lines of a chunk that turned out to be duplicates, so that a replay says what the first answer said.</summary>
internal static class DuplicateLines
{
    public static SubmissionReceipt Mark(ReceiptAppend append, IReadOnlyList<int> duplicates)
    {
        if (duplicates.Count == 0)
        {
            return append.Receipt;
        }

        var lines = append.Receipt.Messages.ToArray();
        foreach (var index in duplicates)
        {
            lines[append.Offset + index] = lines[append.Offset + index] with { Duplicate = true };
        }

        return append.Receipt with { Messages = lines };
    }
}
