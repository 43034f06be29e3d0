using System.Globalization;
using Naru.Core.Messages;

namespace Naru.Carriers.Http;

/// <summary>Numbers as Korean dealers write them: 01012345678, without the country.</summary>
internal static class DialledNumber
{
    private const string Korea = "82";

    /// <summary>Null for a number of another country.</summary>
    public static string? Korean(Recipient recipient)
    {
        var digits = recipient.Digits.ToString(CultureInfo.InvariantCulture);
        return digits.StartsWith(Korea, StringComparison.Ordinal) && digits.Length is >= 10 and <= 13 ? string.Concat("0", digits.AsSpan(Korea.Length)) : null;
    }
}
