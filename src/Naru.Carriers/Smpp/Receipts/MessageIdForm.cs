using System.Globalization;
using System.Numerics;

namespace Naru.Carriers.Smpp.Receipts;

/// <summary>How a carrier writes its message ids. Some answer a submission in hexadecimal and write the same number in decimal in the receipt.</summary>
public enum MessageIdForm : byte
{
    /// <summary>Compared as text, whatever its case.</summary>
    Text = 0,
    Decimal = 1,
    Hex = 2,
}

internal static class MessageIds
{
    /// <summary>The same for all spellings of an id. What does not have the form is taken as text.</summary>
    public static string Key(string id, MessageIdForm form) => form switch
    {
        MessageIdForm.Decimal when BigInteger.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Write(number),
        MessageIdForm.Hex when BigInteger.TryParse("0" + id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) => Write(number),
        _ => id.Trim().ToLowerInvariant(),
    };

    private static string Write(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
