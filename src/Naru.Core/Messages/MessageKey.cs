namespace Naru.Core.Messages;

/// <summary>
/// Where a message lives in the store: its partition (0–63) and its sequence number (40 bits, dense, never reused).
/// The public id decodes to it (<see cref="MessageIdCodec"/>), so no index is needed to find a message by id.
/// </summary>
public readonly record struct MessageKey(byte Partition, long Sequence) : IComparable<MessageKey>
{
    /// <summary>The number of partitions a store is divided into. Fixed for the life of an installation.</summary>
    public const int Partitions = 64;

    /// <summary>The greatest sequence number that a public id can carry.</summary>
    public const long MaxSequence = (1L << 40) - 1;

    /// <summary>Both parts in one number: partition in the top byte (of 48 bits), sequence below.</summary>
    public long Packed => ((long)Partition << 40) | Sequence;

    public static MessageKey FromPacked(long packed) => new((byte)(packed >> 40), packed & MaxSequence);

    public int CompareTo(MessageKey other) => Sequence.CompareTo(other.Sequence);

    public static bool operator <(MessageKey left, MessageKey right) => left.CompareTo(right) < 0;

    public static bool operator >(MessageKey left, MessageKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(MessageKey left, MessageKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MessageKey left, MessageKey right) => left.CompareTo(right) >= 0;
}
