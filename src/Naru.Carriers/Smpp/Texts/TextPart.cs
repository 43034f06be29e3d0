using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Texts;

/// <summary>What of a PDU the text decides.</summary>
/// <param name="EsmClass">With the bit for a header, where it has one.</param>
internal sealed record TextPart(byte Coding, byte EsmClass, ReadOnlyMemory<byte> Text, IReadOnlyList<Tlv> Parameters);
