using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Naru.Core.Workspaces;

namespace Naru.Storage.Rows;

/// <summary>
/// The key under which a text of the caller's is claimed: the first 128 bits of SHA-256 over kind, workspace and text. Two texts of one
/// installation meet with a chance of 10⁻²⁰ after a billion of them; a short key keeps the one random index small.
/// </summary>
internal static class ClaimKey
{
    public const int Length = 16;

    public static UInt128 Of(ClaimKind kind, WorkspaceId workspace, string text)
    {
        Span<byte> key = stackalloc byte[Length];
        Write(kind, workspace, text, key);
        return Read(key);
    }

    public static UInt128 Read(ReadOnlySpan<byte> key) => BinaryPrimitives.ReadUInt128BigEndian(key);

    public static void Write(ClaimKind kind, WorkspaceId workspace, string text, Span<byte> key)
    {
        // UTF-16, so that every text has one form, also one that is no valid Unicode.
        var units = MemoryMarshal.AsBytes(text.AsSpan());
        var length = 5 + units.Length;
        var rented = length > 512 ? new byte[length] : null;
        Span<byte> input = rented is null ? stackalloc byte[length] : rented;
        input[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(input[1..], workspace.Value);
        units.CopyTo(input[5..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(input, hash);
        hash[..Length].CopyTo(key);
    }
}

/// <summary>Part of the hash: never renumber.</summary>
internal enum ClaimKind : byte
{
    ClientId = 1,
    Idempotency = 2,
    BulkName = 3,
}
