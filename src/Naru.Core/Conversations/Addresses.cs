using Naru.Core.Content;
using Naru.Core.Messages;

namespace Naru.Core.Conversations;

/// <summary>How channels name a person. The same person is always written in the same way, so that they are found again.</summary>
public static class Addresses
{
    /// <summary>Whether the channel knows people by their phone numbers. The chat of a KakaoTalk channel has ids of its own.</summary>
    public static bool AddressesPhones(this Channel channel) => channel != Channel.ConsultationTalk;

    /// <summary>
    /// An identity as it is kept: a phone number as its E.164 digits, whatever way it was written; an id of the channel's own as it was given. A
    /// phone number that is none keeps its text: <see cref="IsUsable"/> tells.
    /// </summary>
    /// <param name="appId">Kept where the address means something within an app only.</param>
    public static ContactIdentity Read(Channel channel, string text, string? appId = null) => channel.AddressesPhones()
        ? new ContactIdentity(Kept(channel), Recipient.Parse(text))
        : new ContactIdentity(channel, Recipient.Unusable(text), appId ?? "");

    /// <summary>The same for one that somebody else put together.</summary>
    public static ContactIdentity Normal(this ContactIdentity identity) => identity.Channel.AddressesPhones() && identity.Address.IsPhone
        ? new ContactIdentity(Kept(identity.Channel), identity.Address)
        : Read(identity.Channel, identity.Address.Value, identity.AppId);

    /// <summary>Whether a message could be sent to it.</summary>
    public static bool IsUsable(this ContactIdentity identity) => identity.Channel.AddressesPhones() ? identity.Address.IsPhone : identity.Address.Value.Length > 0;

    /// <summary>The phone number under which channels know the same person; null where the channel knows them by another id.</summary>
    public static long? Phone(this ContactIdentity identity) => identity.Channel.AddressesPhones() && identity.Address.IsPhone ? identity.Address.Digits : null;

    /// <summary>AlimTalk and Brand Message are one channel to those who send: KakaoTalk by phone number.</summary>
    private static Channel Kept(Channel channel) => channel == Channel.BrandMessage ? Channel.AlimTalk : channel;
}
