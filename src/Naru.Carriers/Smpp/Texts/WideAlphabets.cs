using System.Text;
using Naru.Core.Content;

namespace Naru.Carriers.Smpp.Texts;

/// <summary>ISO 8859-1.</summary>
internal sealed class Latin1Alphabet : TextAlphabet
{
    public static readonly Latin1Alphabet Instance = new();

    public override string Name => "latin1";

    public override byte StandardCoding => 0x03;

    public override int CostAt(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        return text[index] <= 0xFF ? 1 : 0;
    }

    public override byte[] Write(ReadOnlySpan<char> text)
    {
        var octets = new byte[text.Length];
        Encoding.Latin1.GetBytes(text, octets);
        return octets;
    }

    public override string Read(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}

/// <summary>UTF-16 in network order. Pairs are written as phones read them, although the name of the coding says UCS-2.</summary>
internal sealed class Ucs2Alphabet : TextAlphabet
{
    public static readonly Ucs2Alphabet Instance = new();

    public override string Name => "ucs2";

    public override byte StandardCoding => 0x08;

    public override int CostAt(ReadOnlySpan<char> text, int index, out int length)
    {
        if (!char.IsSurrogate(text[index]))
        {
            length = 1;
            return 2;
        }

        length = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
        return length == 2 ? 4 : 0;
    }

    public override byte[] Write(ReadOnlySpan<char> text)
    {
        var octets = new byte[text.Length * 2];
        Encoding.BigEndianUnicode.GetBytes(text, octets);
        return octets;
    }

    public override string Read(ReadOnlySpan<byte> octets) => Encoding.BigEndianUnicode.GetString(octets);
}

/// <summary>EUC-KR, as Korean carriers mean it (<see cref="SmsEucKr"/>): <c>KS C 5601</c> in the specification's list of codings.</summary>
internal sealed class EucKrAlphabet : TextAlphabet
{
    public static readonly EucKrAlphabet Instance = new();

    public override string Name => "euc-kr";

    public override byte StandardCoding => 0x0E;

    public override int SingleUnits => SmsText.MaxSmsBytes;

    public override int CostAt(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        return SmsEucKr.LengthOf(text[index]);
    }

    public override byte[] Write(ReadOnlySpan<char> text) => SmsEucKr.GetBytes(text.ToString());

    public override string Read(ReadOnlySpan<byte> octets) => SmsEucKr.GetText(octets);
}
