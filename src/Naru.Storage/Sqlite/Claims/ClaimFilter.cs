using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Naru.Storage.Sqlite.Claims;

/// <summary>
/// A Bloom filter over the keys of a run, in blocks of one cache line: a new id is known to be in none of the runs at the price of one memory
/// access each. Twelve bits a key; one key in a hundred is looked up in vain. Keys are hashes already, their bits are taken as they are.
/// </summary>
internal sealed class ClaimFilter
{
    private const int BitsPerKey = 12;
    private const int WordsPerBlock = 8;
    private const int BitsPerBlock = WordsPerBlock * 64;
    private const int Probes = 7;

    private readonly ulong[] _words;

    private ClaimFilter(ulong[] words) => _words = words;

    public ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(_words.AsSpan());

    public static ClaimFilter For(int keys) => new(new ulong[Math.Max(1, (((long)keys * BitsPerKey) + BitsPerBlock - 1) / BitsPerBlock) * WordsPerBlock]);

    public static ClaimFilter Of(ReadOnlySpan<byte> bytes)
    {
        var words = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(i * sizeof(ulong))..]);
        }

        return new ClaimFilter(words);
    }

    public void Add(UInt128 key)
    {
        var block = BlockOf(key);
        for (var (probe, bits) = (0, (ulong)key); probe < Probes; probe++, bits >>= 9)
        {
            block[(int)(bits >> 6) & 7] |= 1UL << (int)(bits & 63);
        }
    }

    public bool MayHold(UInt128 key)
    {
        var block = BlockOf(key);
        for (var (probe, bits) = (0, (ulong)key); probe < Probes; probe++, bits >>= 9)
        {
            if ((block[(int)(bits >> 6) & 7] & (1UL << (int)(bits & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>By the upper half of the key; the lower one gives the bits within.</summary>
    private Span<ulong> BlockOf(UInt128 key)
    {
        var block = Math.BigMul((ulong)(key >> 64), (ulong)(_words.Length / WordsPerBlock), out _);
        return _words.AsSpan((int)block * WordsPerBlock, WordsPerBlock);
    }
}
