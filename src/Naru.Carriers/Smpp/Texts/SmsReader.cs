using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Texts;

/// <summary>What came in: a whole text, or a part of one.</summary>
internal readonly record struct ReadText(string Text, PartMark? Part);

/// <summary>Reads texts that come in. Pure; fails on nothing.</summary>
internal sealed class SmsReader(TextSettings settings)
{
    public ReadText Read(ShortMessage message)
    {
        var payload = message.Payload.Span;
        PartMark? part = null;
        var header = (message.Class & EsmClass.UserDataHeader) == 0 ? 0 : UserDataHeader.Read(payload, out part);
        return new ReadText(Decode(payload[header..], message.DataCoding, header), part ?? Sar(message.Parameters));
    }

    private string Decode(ReadOnlySpan<byte> octets, byte coding, int headerOctets)
    {
        var alphabet = AlphabetOf(coding);
        return alphabet is null ? Convert.ToHexString(octets)
            : settings.PackGsm7 && alphabet is Gsm7Alphabet ? alphabet.Read(Septets.Unpack(octets, headerOctets))
            : alphabet.Read(octets);
    }

    /// <summary>The account's own meaning of the number, else the standard's, else that of 3GPP TS 23.038; null for octets that are no text.</summary>
    private TextAlphabet? AlphabetOf(byte coding)
    {
        foreach (var account in settings.Alphabets)
        {
            if (account.Coding == coding)
            {
                return account.Alphabet;
            }
        }

        foreach (var known in TextSettings.Known)
        {
            if (known.StandardCoding == coding)
            {
                return known;
            }
        }

        return coding switch
        {
            0x01 => Latin1Alphabet.Instance,
            0x02 or 0x04 => null,
            >= 0xF0 => (coding & 0x04) == 0 ? Gsm7Alphabet.Instance : null,
            _ when (coding & 0xCC) == 0x08 => Ucs2Alphabet.Instance,
            _ => settings.Alphabets[0].Alphabet,
        };
    }

    private static PartMark? Sar(IReadOnlyList<Tlv> parameters) =>
        parameters.Find(TlvTag.SarReference)?.Number is { } reference
        && parameters.Find(TlvTag.SarTotal)?.Number is { } total and > 0 and <= byte.MaxValue
        && parameters.Find(TlvTag.SarNumber)?.Number is { } number and > 0 and <= byte.MaxValue
        && new PartMark(reference, (byte)total, (byte)number) is { IsUsable: true } mark
            ? mark
            : null;
}
