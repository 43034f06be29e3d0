namespace Naru.Core.Senders;

/// <summary>
/// A number that a workspace has registered to send texts from. Korean carriers refuse texts from any other (Telecommunications Business Act, article 84-2),
/// so it is checked before a text leaves.
/// </summary>
/// <param name="Number">As dialled in Korea: <c>15881234</c>, <c>0212345678</c>. See <see cref="Read"/>.</param>
public sealed record SmsNumber(string Number, DateTimeOffset AddedAt)
{
    public const int MinLength = 3;
    public const int MaxLength = 15;

    /// <summary>The most that one workspace has.</summary>
    public const int MostPerWorkspace = 1_000;

    /// <summary>
    /// The digits as dialled in Korea, however they were written: <c>+82 2-1234-5678</c> and <c>02-1234-5678</c> are the same number. Null where it is none:
    /// letters are not sent from in Korea.
    /// </summary>
    public static string? Read(string? text)
    {
        Span<char> digits = stackalloc char[MaxLength + 4];
        var count = 0;
        var plus = false;
        foreach (var character in text ?? "")
        {
            if (char.IsAsciiDigit(character) && count < digits.Length)
            {
                digits[count++] = character;
            }
            else if (character == '+' && count == 0 && !plus)
            {
                plus = true;
            }
            else if (character is not (' ' or '-' or '.' or '(' or ')'))
            {
                return null;
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        var country = number.StartsWith("0082") ? 4 : number.StartsWith("82") && (plus || number.Length > 9) ? 2 : 0;
        number = number[country..];
        if (country == 0 && plus)
        {
            return null;
        }

        // 1588-1234 and its like have no zero in front, at home or from abroad.
        var zero = country > 0 && !number.StartsWith("0") && !(number.Length == 8 && number[0] == '1');
        return number.Length + (zero ? 1 : 0) is >= MinLength and <= MaxLength ? (zero ? $"0{number}" : number.ToString()) : null;
    }
}
