using System.Buffers.Binary;
using System.Numerics;

namespace Naru.Core.Messages;

/// <summary>
/// SipHash-2-4 (Aumasson and Bernstein, 2012): a keyed hash for short inputs, made so that nobody without the key can foretell it. .NET has
/// it inside but not in public; HMAC-SHA-256 does the same here at a hundred times the cost, three times for every message.
/// </summary>
public static class SipHash
{
    /// <param name="key">16 secret bytes.</param>
    public static ulong Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> input)
    {
        var k0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
        var k1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);
        var state = new State(k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573);
        var last = (ulong)input.Length << 56;
        while (input.Length >= 8)
        {
            state.Take(BinaryPrimitives.ReadUInt64LittleEndian(input));
            input = input[8..];
        }

        for (var i = 0; i < input.Length; i++)
        {
            last |= (ulong)input[i] << (8 * i);
        }

        state.Take(last);
        return state.End();
    }

    private struct State
    {
        private ulong _v0;
        private ulong _v1;
        private ulong _v2;
        private ulong _v3;

        public State(ulong v0, ulong v1, ulong v2, ulong v3) => (_v0, _v1, _v2, _v3) = (v0, v1, v2, v3);

        public void Take(ulong word)
        {
            _v3 ^= word;
            Round();
            Round();
            _v0 ^= word;
        }

        public ulong End()
        {
            _v2 ^= 0xff;
            Round();
            Round();
            Round();
            Round();
            return _v0 ^ _v1 ^ _v2 ^ _v3;
        }

        private void Round()
        {
            _v0 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 13) ^ _v0;
            _v0 = BitOperations.RotateLeft(_v0, 32);
            _v2 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 16) ^ _v2;
            _v0 += _v3;
            _v3 = BitOperations.RotateLeft(_v3, 21) ^ _v0;
            _v2 += _v1;
            _v1 = BitOperations.RotateLeft(_v1, 17) ^ _v2;
            _v2 = BitOperations.RotateLeft(_v2, 32);
        }
    }
}
