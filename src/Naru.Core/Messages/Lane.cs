using Naru.Core.Timing;

namespace Naru.Core.Messages;

/// <summary>
/// A queue inside a partition that opens at an instant. The number is stored and part of the hot index: kind in the top byte,
/// class in the next, the row it hangs on (a bulk, a limit) in the low 48 bits. Never renumber.
/// </summary>
public readonly record struct LaneId(long Value)
{
    /// <summary>A bulk's number takes so many of the 48 bits, its line the rest.</summary>
    private const int BulkBits = 40;

    /// <summary>Not waiting for anything: the message is final.</summary>
    public static readonly LaneId None = default;

    /// <summary>Attempts that are open or unsettled: looked at again when the answer or the report stays away.</summary>
    public static readonly LaneId Settle = Make(LaneKind.Settle, MessageClass.Standard, 0);

    public LaneKind Kind => (LaneKind)(Value >> 56);

    public MessageClass Class => (MessageClass)((Value >> 48) & 0xFF);

    public long Reference => Value & 0xFFFF_FFFF_FFFF;

    /// <summary>The lane of messages on which neither a limit nor a bulk hangs.</summary>
    public static LaneId Plain(MessageClass messageClass) => Make(LaneKind.Plain, messageClass, 0);

    /// <summary>The lane of one line of a bulk: it opens when the bulk is sealed, at its start, in its openings, by its pace.</summary>
    /// <param name="line">The index in <see cref="BulkTiming.Lines"/>.</param>
    public static LaneId Bulk(BulkKey bulk, MessageClass messageClass, int line = 0) =>
        Make(LaneKind.Bulk, messageClass, ((long)line << BulkBits) | bulk.Value);

    /// <summary>Mean something for <see cref="LaneKind.Bulk"/> only.</summary>
    public BulkKey BulkOf => new(Reference & ((1L << BulkBits) - 1));

    /// <inheritdoc cref="BulkOf"/>
    public int Line => (int)(Reference >> BulkBits);

    /// <summary>The lane of messages on whose way a limit hangs: it opens when all of them have a slot.</summary>
    public static LaneId Limit(LimitWay way, MessageClass messageClass) => Make(LaneKind.Limit, messageClass, way.Packed);

    /// <summary>Means something for <see cref="LaneKind.Limit"/> only.</summary>
    public LimitWay Way => LimitWay.FromPacked(Reference);

    private static LaneId Make(LaneKind kind, MessageClass messageClass, long reference) =>
        new(((long)kind << 56) | ((long)messageClass << 48) | reference);
}

/// <summary>
/// The limits on a message's way, as its lane says them. What it says was true when the message was put there; whether it may go is asked again
/// when it goes.
/// </summary>
/// <param name="Carrier">The number of a carrier's limit, 1 to <see cref="MaxCarrier"/>; 0 = none hangs on the way.</param>
/// <param name="IsApp">A limit of the app hangs on the way, and <paramref name="Owner"/> is the app; else it is the workspace.</param>
/// <param name="Owner">Whose messages they are: within a class, workspaces go in turn.</param>
public readonly record struct LimitWay(int Carrier, bool IsApp, int Owner)
{
    /// <summary>14 bits: the stored number of a lane is never negative.</summary>
    public const int MaxCarrier = (1 << 14) - 1;

    internal long Packed => ((long)Carrier << 33) | (IsApp ? 1L << 32 : 0) | (uint)Owner;

    internal static LimitWay FromPacked(long packed) => new((int)(packed >> 33), (packed & (1L << 32)) != 0, (int)(uint)packed);
}

public enum LaneKind : byte
{
    None = 0,
    Settle = 1,
    Plain = 2,
    Bulk = 3,
    Limit = 4,
}

/// <summary>How urgent a message is. Lower goes first.</summary>
public enum MessageClass : byte
{
    Authentication = 1,
    High = 2,
    Standard = 3,
    Low = 4,
}

/// <summary>
/// The number of a bulk's row; 0 where a message came alone. Odd where the client named the bulk: only then must its row be read
/// to tell its public id, which else follows from the number.
/// </summary>
public readonly record struct BulkKey(long Value)
{
    public static readonly BulkKey None = default;

    public bool Exists => Value != 0;

    public bool IsNamedByClient => (Value & 1) == 1;

    /// <summary>The first number at or after <paramref name="next"/> that says who named it.</summary>
    public static BulkKey AtOrAfter(long next, bool namedByClient) => new((next & 1) == (namedByClient ? 1 : 0) ? next : next + 1);
}
