using Naru.Carriers.Smpp.Protocol;

namespace Naru.Carriers.Smpp.Texts;

/// <summary>Writes texts in the parts that an account takes. Pure, thread-safe.</summary>
internal sealed class SmsWriter(TextSettings settings)
{
    private const int MaxPayload = 64_000;

    /// <param name="reference">What marks the parts of this message, where it has several; its lowest 8 bits count in headers.</param>
    /// <param name="refusal">The result code, where it cannot be sent: then there are no parts.</param>
    public IReadOnlyList<TextPart> Write(string text, int reference, out string? refusal)
    {
        refusal = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            refusal = SmppResults.UnsendableText;
            return [];
        }

        foreach (var account in settings.Alphabets)
        {
            if (account.Alphabet.UnitsOf(text) is { } units)
            {
                return units <= account.SingleUnits
                    ? [Whole(account, text)]
                    : Long(account, text, reference, out refusal);
            }
        }

        refusal = SmppResults.UnsendableText;
        return [];
    }

    private IReadOnlyList<TextPart> Long(AccountAlphabet account, string text, int reference, out string? refusal)
    {
        refusal = null;
        if (settings.LongMessages == LongMessages.Payload)
        {
            var octets = Octets(account, text, 0);
            refusal = octets.Length > MaxPayload ? SmppResults.TooLong : null;
            return refusal is null ? [new TextPart(account.Coding, 0, default, [new Tlv(TlvTag.MessagePayload, octets)])] : [];
        }

        var pieces = account.Alphabet.Split(text, account.SingleUnits - account.Alphabet.HeaderUnits);
        if (settings.LongMessages == LongMessages.Refuse || pieces.Count > settings.MaxParts)
        {
            refusal = SmppResults.TooLong;
            return [];
        }

        return
        [
            .. pieces.Select((piece, index) => Part(account, piece, new PartMark(reference, (byte)pieces.Count, (byte)(index + 1)))),
        ];
    }

    private TextPart Whole(AccountAlphabet account, string text)
    {
        var octets = Octets(account, text, 0);
        return octets.Length <= ShortMessage.MaxText
            ? new TextPart(account.Coding, 0, octets, [])
            : new TextPart(account.Coding, 0, default, [new Tlv(TlvTag.MessagePayload, octets)]);
    }

    private TextPart Part(AccountAlphabet account, string piece, PartMark mark) => settings.LongMessages == LongMessages.Sar
        ? new TextPart(account.Coding, 0, Octets(account, piece, 0),
            [Tlv.Of(TlvTag.SarReference, (ushort)mark.Reference), Tlv.Of(TlvTag.SarTotal, mark.Total), Tlv.Of(TlvTag.SarNumber, mark.Number)])
        : new TextPart(account.Coding, EsmClass.UserDataHeader,
            (byte[])[.. UserDataHeader.Of(mark), .. Octets(account, piece, UserDataHeader.PartSize)], []);

    private byte[] Octets(AccountAlphabet account, string text, int headerOctets)
    {
        var octets = account.Alphabet.Write(text);
        return settings.PackGsm7 && account.Alphabet is Gsm7Alphabet ? Septets.Pack(octets, headerOctets) : octets;
    }
}
