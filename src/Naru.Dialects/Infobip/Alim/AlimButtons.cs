using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Infobip.Alim;

/// <summary>Infobip's words for KakaoTalk's button kinds (contracts/infobip.md §4), both ways.</summary>
internal static class AlimButtons
{
    private static readonly (string Word, ButtonKind Kind)[] s_words =
    [
        ("URL", ButtonKind.WebLink),
        ("APP_LINK", ButtonKind.AppLink),
        ("DELIVERY_TRACKING", ButtonKind.DeliveryTracking),
        ("BOT_KEYWORD", ButtonKind.BotKeyword),
        ("MESSAGE_DELIVERY", ButtonKind.MessageForward),
        ("CHATBOT_SWITCH", ButtonKind.ChatSwitch),
        ("ADD_CHANNEL", ButtonKind.AddChannel),
    ];

    public static readonly JsonChoice<ButtonKind> Types = new(s_words);

    /// <summary>The word of a kind. Only kinds that came in through this front door are asked for: there is none for BT.</summary>
    public static string WordOf(ButtonKind kind) => s_words.First(word => word.Kind == kind).Word;
}
