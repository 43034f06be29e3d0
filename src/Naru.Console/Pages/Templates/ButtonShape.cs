using Naru.Core.Content;

namespace Naru.Console.Pages.Templates;

/// <summary>Which members a kind of button has (rules §1.3).</summary>
/// <param name="Members">By their names in the form, in the order in which they are asked.</param>
/// <param name="Names">Where the button may be called only so.</param>
public sealed record ButtonShape(IReadOnlyList<string> Members, IReadOnlyList<string> Names, bool CanOpenOutside = false)
{
    /// <summary>Every member that some kind has.</summary>
    public static readonly IReadOnlyList<string> AllMembers =
    [
        "linkMobile", "linkPc", "schemeAndroid", "schemeIos", "chatExtra", "chatEvent",
        "extras.pluginId", "extras.relayId", "extras.oneClickId", "extras.productId", "extras.formId", "extras.phone",
    ];

    /// <summary>What can be a quick reply. Forwarding is one with most dealers.</summary>
    public static readonly IReadOnlyList<ButtonKind> QuickReplies =
    [
        ButtonKind.WebLink, ButtonKind.AppLink, ButtonKind.BotKeyword, ButtonKind.MessageForward, ButtonKind.ChatSwitch, ButtonKind.BotSwitch, ButtonKind.BusinessForm,
    ];

    private static readonly ButtonShape s_nameOnly = new([], []);

    public static ButtonShape Of(ButtonKind kind) => kind switch
    {
        ButtonKind.WebLink => new(["linkMobile", "linkPc"], [], CanOpenOutside: true),
        ButtonKind.AppLink => new(["schemeAndroid", "schemeIos", "linkMobile", "linkPc"], []),
        ButtonKind.ChatSwitch => new(["chatExtra"], []),
        ButtonKind.BotSwitch => new(["chatExtra", "chatEvent"], []),
        ButtonKind.AddChannel => new([], ["채널 추가"]),
        ButtonKind.BusinessForm => new(["extras.formId"], ["톡에서 예약하기", "톡에서 설문하기", "톡에서 응모하기"]),
        ButtonKind.SecureImage or ButtonKind.PersonalData => new(["extras.pluginId", "extras.relayId"], []),
        ButtonKind.OneClickPay => new(["extras.pluginId", "extras.relayId", "extras.oneClickId", "extras.productId"], []),
        ButtonKind.Call => new(["extras.phone"], ["전화 연결", "고객센터 연결", "상담원 연결"]),
        _ => s_nameOnly,
    };
}
