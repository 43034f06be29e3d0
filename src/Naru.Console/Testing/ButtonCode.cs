using Naru.Core.Content;

namespace Naru.Console.Testing;

/// <summary>KakaoTalk's own two letters for a kind of button (rules §1.3).</summary>
internal static class ButtonCode
{
    private static readonly (string Code, ButtonKind Kind)[] Codes =
    [
        ("WL", ButtonKind.WebLink),
        ("AL", ButtonKind.AppLink),
        ("DS", ButtonKind.DeliveryTracking),
        ("BK", ButtonKind.BotKeyword),
        ("MD", ButtonKind.MessageForward),
        ("BC", ButtonKind.ChatSwitch),
        ("BT", ButtonKind.BotSwitch),
        ("AC", ButtonKind.AddChannel),
    ];

    public static string All { get; } = string.Join(", ", Codes.Select(pair => pair.Code));

    public static string Of(ButtonKind kind) => Codes.Single(pair => pair.Kind == kind).Code;

    public static ButtonKind? Find(string code) => Codes.Where(pair => pair.Code == code).Select(pair => (ButtonKind?)pair.Kind).FirstOrDefault();
}
