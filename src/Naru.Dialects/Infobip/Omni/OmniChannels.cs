using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Omni;

/// <summary>Infobip's words for channels (contracts/infobip.md §12), and which of them have a way out here.</summary>
internal static class OmniChannels
{
    private static readonly (string Word, Channel Channel)[] s_words =
    [
        ("SMS", Channel.Sms), ("EMAIL", default), ("VOICE", default), ("PUSH", default), ("VIBER", default), ("LINE", default), ("VKONTAKTE", default), ("KAKAO_CHINGU", default),
        ("KAKAO_ALIM", Channel.AlimTalk), ("WHATSAPP", default),
    ];

    /// <summary>The vendor's channels; those without a way out stand for none of ours.</summary>
    public static readonly JsonChoice<Channel> Choice = new(s_words);

    public static readonly IReadOnlyList<string> Words = [.. s_words.Select(static word => word.Word)];

    public const string NoWayOut = "has no way out of this gateway: a scenario can go through KAKAO_ALIM and SMS";

    public static string WordOf(Channel channel) => s_words.First(word => word.Channel == channel).Word;

    /// <summary>The member of a send that holds what goes through it.</summary>
    public static string MemberOf(Channel channel) => channel == Channel.Sms ? "sms" : "kakaoAlim";

    /// <summary>No channel, where the vendor's has no way out here.</summary>
    public static Channel Read(string word) => s_words.First(known => known.Word == word).Channel;
}
