using System.Collections.Frozen;
using System.Text;

namespace Naru.Carriers.Smpp.Texts;

/// <summary>
/// The GSM 7-bit default alphabet with its extension table (3GPP TS 23.038 §6.2.1). A septet stands in an octet of its own, as nearly every carrier expects over
/// SMPP; <see cref="Septets"/> packs them where one wants it otherwise.
/// </summary>
internal sealed class Gsm7Alphabet : TextAlphabet
{
    private const byte Escape = 0x1B;

    private const string Default =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static readonly FrozenDictionary<char, byte> Extension = new Dictionary<char, byte>
    {
        ['\f'] = 0x0A, ['^'] = 0x14, ['{'] = 0x28, ['}'] = 0x29, ['\\'] = 0x2F, ['['] = 0x3C, ['~'] = 0x3D, [']'] = 0x3E, ['|'] = 0x40, ['€'] = 0x65,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<byte, char> Extended = Extension.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    private static readonly FrozenDictionary<char, byte> Septet = Default
        .Select((character, index) => (character, index))
        .Where(pair => pair.index != Escape)
        .ToFrozenDictionary(pair => pair.character, pair => (byte)pair.index);

    public static readonly Gsm7Alphabet Instance = new();

    public override string Name => "gsm7";

    public override byte StandardCoding => 0x00;

    public override int SingleUnits => 160;

    /// <summary>Six octets are 48 bits: seven septets.</summary>
    public override int HeaderUnits => 7;

    public override int CostAt(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        return Septet.ContainsKey(text[index]) ? 1 : Extension.ContainsKey(text[index]) ? 2 : 0;
    }

    public override byte[] Write(ReadOnlySpan<char> text)
    {
        var septets = new List<byte>(text.Length);
        foreach (var character in text)
        {
            if (Septet.TryGetValue(character, out var septet))
            {
                septets.Add(septet);
            }
            else
            {
                septets.Add(Escape);
                septets.Add(Extension[character]);
            }
        }

        return [.. septets];
    }

    /// <summary>An unknown extension is read as the default character at its place, as the standard asks.</summary>
    public override string Read(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length);
        for (var i = 0; i < octets.Length; i++)
        {
            if (octets[i] == Escape && i + 1 < octets.Length && octets[i + 1] < Default.Length)
            {
                i++;
                text.Append(Extended.TryGetValue(octets[i], out var extended) ? extended : octets[i] == Escape ? ' ' : Default[octets[i]]);
            }
            else
            {
                text.Append(octets[i] >= Default.Length ? '\uFFFD' : octets[i] == Escape ? ' ' : Default[octets[i]]);
            }
        }

        return text.ToString();
    }
}
