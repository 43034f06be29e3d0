using Naru.Core.Content;

namespace Naru.Carriers.Http;

/// <summary>KakaoTalk's two letters for a kind of button (rules §1.3), which every dealer uses.</summary>
internal static class KakaoButtonWord
{
    private static readonly (ButtonKind Kind, string Word)[] s_words =
    [
        (ButtonKind.WebLink, "WL"), (ButtonKind.AppLink, "AL"), (ButtonKind.DeliveryTracking, "DS"), (ButtonKind.BotKeyword, "BK"),
        (ButtonKind.MessageForward, "MD"), (ButtonKind.ChatSwitch, "BC"), (ButtonKind.BotSwitch, "BT"), (ButtonKind.AddChannel, "AC"),
        (ButtonKind.BusinessForm, "BF"), (ButtonKind.SecureImage, "P1"), (ButtonKind.PersonalData, "P2"), (ButtonKind.OneClickPay, "P3"), (ButtonKind.Call, "TN"),
    ];

    public static string Of(ButtonKind kind) => s_words.Single(word => word.Kind == kind).Word;

    public static ButtonKind? Read(string? word) => Array.FindIndex(s_words, known => known.Word == word) is >= 0 and var at ? s_words[at].Kind : null;
}
