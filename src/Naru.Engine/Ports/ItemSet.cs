using System.Numerics;

namespace Naru.Engine.Ports;

/// <summary>Some of the items of a push, by their places in its list: one bit each. A value; the default is the empty set.</summary>
public readonly record struct ItemSet(UInt128 Bits)
{
    /// <summary>The most places it has room for: more than <see cref="Push.MaxItems"/>.</summary>
    public const int Room = 128;

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount((ulong)Bits) + BitOperations.PopCount((ulong)(Bits >> 64));

    /// <summary>The places 0 to <paramref name="count"/> − 1.</summary>
    public static ItemSet First(int count) => count switch
    {
        < 0 or > Room => throw new ArgumentOutOfRangeException(nameof(count), count, "No push is that long."),
        Room => new(UInt128.MaxValue),
        _ => new((UInt128.One << count) - 1),
    };

    public bool Has(int item) => (Bits >> item & 1) != 0;

    public ItemSet With(int item) => new(Bits | (UInt128.One << item));

    public ItemSet Without(int item) => new(Bits & ~(UInt128.One << item));

    public ItemSet With(ItemSet other) => new(Bits | other.Bits);

    public ItemSet Except(ItemSet other) => new(Bits & ~other.Bits);

    /// <summary>In ascending order.</summary>
    public Places GetEnumerator() => new(Bits);

    public struct Places(UInt128 rest)
    {
        private UInt128 _rest = rest;

        public int Current { get; private set; } = -1;

        public bool MoveNext()
        {
            if (_rest == 0)
            {
                return false;
            }

            Current = (int)UInt128.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
