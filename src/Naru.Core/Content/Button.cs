namespace Naru.Core.Content;

/// <summary>KakaoTalk's own button kinds (rules §1.3). Numbers are stored: never renumber.</summary>
public enum ButtonKind : byte
{
    /// <summary>WL</summary>
    WebLink = 1,

    /// <summary>AL</summary>
    AppLink = 2,

    /// <summary>DS</summary>
    DeliveryTracking = 3,

    /// <summary>BK</summary>
    BotKeyword = 4,

    /// <summary>MD</summary>
    MessageForward = 5,

    /// <summary>BC</summary>
    ChatSwitch = 6,

    /// <summary>BT</summary>
    BotSwitch = 7,

    /// <summary>AC</summary>
    AddChannel = 8,
}

/// <summary>A button under a bubble. Links are at most 500 characters each.</summary>
public sealed record Button(
    ButtonKind Kind,
    string Name,
    string? LinkMobile = null,
    string? LinkPc = null,
    string? SchemeAndroid = null,
    string? SchemeIos = null,
    string? Target = null,
    string? ChatExtra = null,
    string? ChatEvent = null);
