using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch;

/// <summary>The words for channels (contracts/sinch.md §3.2). Two of them are KakaoTalk's, one is for texts; the others are known as words only.</summary>
internal static class SinchChannels
{
    public const string KakaoTalk = "KAKAOTALK";
    public const string KakaoTalkChat = "KAKAOTALKCHAT";
    public const string Sms = "SMS";

    /// <summary>For a member that names a channel; <see cref="SinchChannel.Other"/> is a word that Sinch knows and Naru does not serve.</summary>
    public static readonly JsonChoice<SinchChannel> Choice = new(
        (KakaoTalk, SinchChannel.KakaoTalk),
        (KakaoTalkChat, SinchChannel.KakaoTalkChat),
        (Sms, SinchChannel.Sms),
        ("RCS", SinchChannel.Other),
        ("WHATSAPP", SinchChannel.Other),
        ("MMS", SinchChannel.Other),
        ("VIBERBM", SinchChannel.Other),
        ("VIBER", SinchChannel.Other),
        ("LINE", SinchChannel.Other),
        ("INSTAGRAM", SinchChannel.Other),
        ("MESSENGER", SinchChannel.Other),
        ("WECHAT", SinchChannel.Other),
        ("TELEGRAM", SinchChannel.Other),
        ("APPLEBC", SinchChannel.Other),
        ("CHANNEL_UNSPECIFIED", SinchChannel.Other));

    /// <summary>Null where the word is not one of Sinch's.</summary>
    public static SinchChannel? Find(string word) => Choice.TryFind(word, out var channel) ? channel : null;

    /// <summary>FriendTalk-like messages go out under the same word as AlimTalk.</summary>
    public static string WordOf(Channel channel) => channel switch
    {
        Channel.AlimTalk or Channel.BrandMessage => KakaoTalk,
        Channel.ConsultationTalk => KakaoTalkChat,
        Channel.Sms => Sms,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No such channel."),
    };

    public static SinchChannel Of(Channel channel) => channel switch
    {
        Channel.AlimTalk or Channel.BrandMessage => SinchChannel.KakaoTalk,
        Channel.ConsultationTalk => SinchChannel.KakaoTalkChat,
        Channel.Sms => SinchChannel.Sms,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, "No such channel."),
    };

    /// <summary>Null for <see cref="SinchChannel.Other"/>.</summary>
    public static Channel? ToChannel(this SinchChannel channel) => channel switch
    {
        SinchChannel.KakaoTalk => Channel.AlimTalk,
        SinchChannel.KakaoTalkChat => Channel.ConsultationTalk,
        SinchChannel.Sms => Channel.Sms,
        _ => null,
    };
}

/// <summary>0 is none of them: what a word that is not in the list reads as.</summary>
internal enum SinchChannel
{
    /// <summary>AlimTalk.</summary>
    KakaoTalk = 1,

    /// <summary>ConsultationTalk.</summary>
    KakaoTalkChat = 2,

    /// <summary>A word that Sinch knows; Naru has no such channel on this door.</summary>
    Other = 3,

    Sms = 4,
}
