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

    /// <summary>BF</summary>
    BusinessForm = 9,

    /// <summary>P1: an image that only its receiver sees.</summary>
    SecureImage = 10,

    /// <summary>P2: consent to the use of personal data.</summary>
    PersonalData = 11,

    /// <summary>P3</summary>
    OneClickPay = 12,

    /// <summary>TN</summary>
    Call = 13,
}

/// <summary>A button under a bubble, or a quick reply. Links are at most 500 characters each.</summary>
public sealed record Button(
    ButtonKind Kind,
    string Name,
    string? LinkMobile = null,
    string? LinkPc = null,
    string? SchemeAndroid = null,
    string? SchemeIos = null,
    string? Target = null,
    string? ChatExtra = null,
    string? ChatEvent = null)
{
    /// <summary>What only few kinds have; null where there is nothing of it.</summary>
    public ButtonExtras? Extras { get; init; }
}

/// <param name="PluginId">P1 to P3: at most 24 characters.</param>
/// <param name="RelayId">P1 to P3: sent on to the plugin.</param>
/// <param name="OneClickId">P3.</param>
/// <param name="ProductId">P3.</param>
/// <param name="FormId">BF: the form's number.</param>
/// <param name="Phone">TN: at most 14 digits and hyphens.</param>
public sealed record ButtonExtras(
    string? PluginId = null, string? RelayId = null, string? OneClickId = null, string? ProductId = null, string? FormId = null, string? Phone = null);
