using System.Buffers.Binary;

namespace Naru.Core.Messages;

/// <summary>What a public id says: which kind of thing, when it was made, and where it is stored.</summary>
public readonly record struct DecodedId(DateTimeOffset At, MessageKey Key);

/// <summary>
/// Public ids decode to the place of the row: 48 bits of Unix milliseconds, 8 of partition, 40 of sequence, 32 of keyed tag.
/// The tag keeps ids from being guessed or counted: a wrong one is answered as "not found", like any unknown id.
/// Shown as a UUID (Infobip) or a ULID (Sinch). Thread-safe.
/// </summary>
public sealed class MessageIdCodec
{
    private readonly byte[] _key;

    /// <param name="installationKey">At least 16 secret bytes, made once per installation and kept in its store.</param>
    public MessageIdCodec(ReadOnlySpan<byte> installationKey)
    {
        if (installationKey.Length < 16)
        {
            throw new ArgumentException("An installation key has at least 16 bytes.", nameof(installationKey));
        }

        _key = installationKey.ToArray();
    }

    public UInt128 Encode(IdKind kind, DateTimeOffset at, MessageKey key)
    {
        var head = ((UInt128)(ulong)(at.ToUnixTimeMilliseconds() & 0xFFFF_FFFF_FFFF) << 48) | (ulong)key.Packed;
        return (head << 32) | Tag(kind, head);
    }

    /// <summary>False when the tag is not ours: the id was never given out by this installation for this kind.</summary>
    public bool TryDecode(IdKind kind, UInt128 id, out DecodedId decoded)
    {
        var head = id >> 32;
        var milliseconds = (long)(ulong)(head >> 48);
        if ((uint)(ulong)id != Tag(kind, head) || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            decoded = default;
            return false;
        }

        decoded = new DecodedId(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            MessageKey.FromPacked((long)((ulong)head & 0xFFFF_FFFF_FFFF)));
        return true;
    }

    public string ToUuid(IdKind kind, DateTimeOffset at, MessageKey key)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Encode(kind, at, key));
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    public bool TryFromUuid(IdKind kind, string? text, out DecodedId decoded)
    {
        decoded = default;
        if (!Guid.TryParseExact(text, "D", out var guid))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        return guid.TryWriteBytes(bytes, bigEndian: true, out _)
            && TryDecode(kind, BinaryPrimitives.ReadUInt128BigEndian(bytes), out decoded);
    }

    public string ToUlid(IdKind kind, DateTimeOffset at, MessageKey key) => Ulid.Format(Encode(kind, at, key));

    public bool TryFromUlid(IdKind kind, string? text, out DecodedId decoded)
    {
        decoded = default;
        return Ulid.TryParse(text, out var id) && TryDecode(kind, id, out decoded);
    }

    private uint Tag(IdKind kind, UInt128 head)
    {
        Span<byte> input = stackalloc byte[13];
        input[0] = (byte)kind;
        BinaryPrimitives.WriteUInt64BigEndian(input[1..], (ulong)(head >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(input[9..], (uint)(ulong)head);
        return (uint)SipHash.Compute(_key, input);
    }
}

/// <summary>What an id names; part of the tag, so that an id of one kind is never taken for another.</summary>
public enum IdKind : byte
{
    Message = 1,
    Bulk = 2,
    Push = 3,
    Contact = 4,
    Conversation = 5,
    InboundText = 6,
}
