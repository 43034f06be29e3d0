using System.Collections.Frozen;

namespace Naru.Core.Content;

/// <summary>KakaoTalk's two-letter codes of the button kinds (rules §1.3).</summary>
public static class ButtonCodes
{
    private static readonly FrozenDictionary<ButtonKind, string> s_codes = new Dictionary<ButtonKind, string>
    {
        [ButtonKind.WebLink] = "WL",
        [ButtonKind.AppLink] = "AL",
        [ButtonKind.DeliveryTracking] = "DS",
        [ButtonKind.BotKeyword] = "BK",
        [ButtonKind.MessageForward] = "MD",
        [ButtonKind.ChatSwitch] = "BC",
        [ButtonKind.BotSwitch] = "BT",
        [ButtonKind.AddChannel] = "AC",
        [ButtonKind.BusinessForm] = "BF",
        [ButtonKind.SecureImage] = "P1",
        [ButtonKind.PersonalData] = "P2",
        [ButtonKind.OneClickPay] = "P3",
        [ButtonKind.Call] = "TN",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ButtonKind> s_kinds = s_codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => s_kinds.Keys;

    public static string Of(ButtonKind kind) => s_codes[kind];

    public static ButtonKind? Find(string? code) => code is not null && s_kinds.TryGetValue(code, out var kind) ? kind : null;
}
