namespace Naru.Storage.Rows;

/// <summary>How many messages of a batch name an envelope, and between which sequence numbers they lie.</summary>
internal readonly record struct EnvelopeUse(long Count, long First, long Last)
{
    public EnvelopeUse With(long sequence) => new(Count + 1, Math.Min(First, sequence), Math.Max(Last, sequence));

    public static EnvelopeUse Of(long sequence) => new(1, sequence, sequence);
}
