using Naru.Core.Messages;

namespace Naru.Console.Text;

/// <summary>Phone numbers as people write them.</summary>
public static class PhoneText
{
    /// <summary>010-1234-5678 for a Korean mobile number, else +digits, else the text as given.</summary>
    public static string Format(Recipient recipient)
    {
        if (!recipient.IsPhone)
        {
            return recipient.Value;
        }

        var digits = recipient.Value;
        return digits.Length == 12 && digits.StartsWith("8210", StringComparison.Ordinal)
            ? $"010-{digits[4..8]}-{digits[8..]}"
            : $"+{digits}";
    }

    /// <summary>All but the last four characters covered.</summary>
    public static string Mask(Recipient recipient)
    {
        var text = Format(recipient);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = i >= span.Length - 4 && span.Length > 4 || source[i] is '-' or '+' ? source[i] : '•';
            }
        });
    }
}
