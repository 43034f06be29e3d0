namespace Naru.Carriers.Smpp.Texts;

/// <summary>How a message that does not fit into one goes.</summary>
public enum LongMessages : byte
{
    /// <summary>In parts, each with a header that the phone reads.</summary>
    Udh = 0,

    /// <summary>As one PDU with the whole text in message_payload; the carrier cuts it.</summary>
    Payload = 1,

    /// <summary>In parts that the parameters sar_* mark; the carrier makes headers of them.</summary>
    Sar = 2,

    /// <summary>Not at all.</summary>
    Refuse = 3,
}

/// <summary>An alphabet as an account takes it.</summary>
/// <param name="Coding">Its data_coding there.</param>
/// <param name="SingleUnits">Units of a message in one piece there.</param>
internal sealed record AccountAlphabet(TextAlphabet Alphabet, byte Coding, int SingleUnits);

/// <summary>How an account writes texts.</summary>
internal sealed record TextSettings
{
    public static readonly IReadOnlyList<TextAlphabet> Known = [Gsm7Alphabet.Instance, Latin1Alphabet.Instance, EucKrAlphabet.Instance, Ucs2Alphabet.Instance];

    /// <summary>The first that can write a text is taken.</summary>
    public IReadOnlyList<AccountAlphabet> Alphabets { get; init; } = [Standard(Gsm7Alphabet.Instance), Standard(Ucs2Alphabet.Instance)];

    public LongMessages LongMessages { get; init; }

    /// <summary>Parts of one message, 1 to 255.</summary>
    public int MaxParts { get; init; } = 20;

    /// <summary>GSM 7-bit goes packed, eight characters in seven octets.</summary>
    public bool PackGsm7 { get; init; }

    public static AccountAlphabet Standard(TextAlphabet alphabet) => new(alphabet, alphabet.StandardCoding, alphabet.SingleUnits);
}
