using System.Globalization;
using Naru.Core.Content;
using Naru.Core.Conversations;

namespace Naru.Storage.Rows;

/// <summary>Under which number an address is compared with those of other contacts, on other channels.</summary>
internal static class ConflictNumber
{
    /// <summary>Null where the channel's ids mean nothing elsewhere, or the address is no number.</summary>
    public static long? Of(Channel channel, string address) =>
        channel.AddressesPhones() && long.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == address
                ? number
                : null;
}
