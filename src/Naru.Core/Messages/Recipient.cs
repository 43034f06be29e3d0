using System.Globalization;

namespace Naru.Core.Messages;

/// <summary>
/// Whom a message is for: a phone number as E.164 digits (no <c>+</c>), or, where the caller gave something that is no number,
/// the text as given, so that the failing report can name it. Its <see cref="ToString"/> is masked: it is safe to log.
/// </summary>
public readonly record struct Recipient
{
    private Recipient(long digits, string? raw) => (Digits, Raw) = (digits, raw);

    /// <summary>The E.164 digits as one number; 0 when the text is no phone number.</summary>
    public long Digits { get; }

    /// <summary>The text as given, when it is no phone number; else null.</summary>
    public string? Raw { get; }

    public bool IsPhone => Digits != 0;

    /// <summary>The digits, or the text as given. Personal data: never log it.</summary>
    public string Value => Raw ?? Digits.ToString(CultureInfo.InvariantCulture);

    public static Recipient FromDigits(long digits) => new(digits, null);

    public static Recipient Unusable(string raw) => new(0, raw);

    /// <summary>
    /// Reads what callers write: <c>8210…</c>, <c>+82 10-…</c>, <c>0082…</c>, and the domestic <c>010…</c>, which becomes <c>8210…</c>.
    /// E.164 has 7 to 15 digits; a Korean mobile number has 10 or 11 with its domestic zero.
    /// </summary>
    public static Recipient Parse(string text)
    {
        Span<char> digits = stackalloc char[20];
        var count = 0;
        var plus = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= '0' and <= '9')
            {
                if (count == digits.Length)
                {
                    return Unusable(text);
                }

                digits[count++] = c;
            }
            else if (c == '+' && count == 0 && !plus)
            {
                plus = true;
            }
            else if (c is not (' ' or '-' or '.' or '(' or ')'))
            {
                return Unusable(text);
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        if (!plus && number.StartsWith("00"))
        {
            number = number[2..];
            plus = true;
        }

        long country = 0;
        if (!plus && number.StartsWith("0"))
        {
            number = number[1..];
            country = 82;
        }
        else if (number.StartsWith("820"))
        {
            // "+82 010-…" is a frequent slip: the domestic zero stays behind the country code.
            number = number[3..];
            country = 82;
        }

        if (number.Length is < 7 or > 15 || number[0] == '0')
        {
            return Unusable(text);
        }

        var value = long.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        return country == 0
            ? FromDigits(value)
            : FromDigits((country * Pow10(number.Length)) + value);
    }

    /// <summary>Masked: the first four and the last two digits, enough to recognise one's own number and no more.</summary>
    public override string ToString()
    {
        var text = Value;
        return text.Length <= 6 ? "******" : string.Concat(text.AsSpan(0, 4), new string('*', text.Length - 6), text.AsSpan(text.Length - 2));
    }

    private static long Pow10(int exponent)
    {
        long result = 1;
        while (exponent-- > 0)
        {
            result *= 10;
        }

        return result;
    }
}
