namespace Naru.Core.Messages;

/// <summary>128 bits in Crockford's base 32, 26 characters, as the ULID specification prints them.</summary>
public static class Ulid
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Format(UInt128 value) => string.Create(26, value, static (span, v) =>
    {
        for (var i = 25; i >= 0; i--)
        {
            span[i] = Alphabet[(int)((ulong)v & 31)];
            v >>= 5;
        }
    });

    /// <summary>Accepts lower case too; refuses a first character above 7, which would not fit 128 bits.</summary>
    public static bool TryParse(string? text, out UInt128 value)
    {
        value = default;
        if (text is not { Length: 26 } || text[0] is < '0' or > '7')
        {
            return false;
        }

        UInt128 result = default;
        foreach (var character in text)
        {
            var digit = Alphabet.IndexOf(char.ToUpperInvariant(character), StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            result = (result << 5) | (uint)digit;
        }

        value = result;
        return true;
    }
}
