using Naru.Core.Content;
using Naru.Core.Provisioning;
using Naru.Core.Templates;
using Naru.Dialects.Json;

namespace Naru.Dialects.SinchProvisioning.Templates;

/// <summary>Sinch's words for a template (contracts/sinch.md §7): two axes, as a sender has them, and one <c>status</c> for the whole beside them.</summary>
internal static class TemplateWords
{
    /// <summary>What typed clients of the vendor know for a word that they do not know.</summary>
    public const string Unrecognized = "UNRECOGNIZED";

    public static readonly IReadOnlyList<string> States = ["APPROVED", "REJECTED"];

    public static readonly IReadOnlyList<string> Statuses = ["DRAFT", "IN_PROGRESS", "REJECTED"];

    public static readonly IReadOnlyCollection<ActivityKind> Activities =
    [
        ActivityKind.CommentAdded, ActivityKind.Created, ActivityKind.Draft, ActivityKind.Edited, ActivityKind.InProgress, ActivityKind.Rejected,
    ];

    public static readonly JsonChoice<TemplateKind> Kinds = new(
        ("BASIC", TemplateKind.Basic), ("EXTRA_INFORMATION", TemplateKind.Extra), ("AD_INCLUDED", TemplateKind.AddChannel), ("MIXED", TemplateKind.Mixed));

    public static readonly JsonChoice<Emphasis> Emphases = new(
        ("EMPHASIZE_TYPE_NONE", Emphasis.None), ("EMPHASIZE_TYPE_TEXT", Emphasis.Text), ("EMPHASIZE_TYPE_IMAGE", Emphasis.Image));

    public static readonly JsonChoice<ButtonKind> Buttons = new(
        ("WEB_LINK", ButtonKind.WebLink),
        ("APP_LINK", ButtonKind.AppLink),
        ("BOT_KEYWORD", ButtonKind.BotKeyword),
        ("BOT_FOR_CONSULTATION", ButtonKind.ChatSwitch),
        ("BOT_TRANSFER", ButtonKind.BotSwitch),
        ("BUSINESS_FORM", ButtonKind.BusinessForm),
        ("CHANNEL_ID_ADDED", ButtonKind.AddChannel),
        ("DELIVERY_SEARCH", ButtonKind.DeliveryTracking),
        ("MESSAGE_DELIVERY", ButtonKind.MessageForward),
        ("IMAGE_SECURE_TRANSMISSION_PLUGIN_ID", ButtonKind.SecureImage),
        ("PERSONAL_INFORMATION_USE_PLUGIN_ID", ButtonKind.PersonalData),
        ("ONE_CLICK_PAYMENT_PLUGIN", ButtonKind.OneClickPay));

    public static readonly IReadOnlyList<string> Languages =
    [
        "AF", "AR", "AZ", "BG", "BN", "CA", "CS", "DA", "DE", "EL", "EN", "EN_GB", "EN_US", "ES", "ES_AR", "ES_ES", "ES_MX", "ET", "FA", "FI", "FIL", "FR", "GA", "GU", "HA",
        "HE", "HI", "HR", "HU", "ID", "IT", "JA", "KA", "KK", "KN", "KO", "KY_KG", "LO", "LT", "LV", "MK", "ML", "MR", "MS", "NB", "NL", "PA", "PL", "PT_BR", "PT_PT", "RO",
        "RU", "RW_RW", "SK", "SL", "SQ", "SR", "SV", "SW", "TA", "TE", "TH", "TR", "UK", "UR", "UZ", "VI", "ZH_CN", "ZH_HK", "ZH_TW", "ZU",
    ];

    /// <summary>Null until its first verdict, and while it is stopped, asleep or blocked.</summary>
    public static string? StateOf(Template template) => template.State switch
    {
        TemplateState.Approved => "APPROVED",
        TemplateState.Rejected => "REJECTED",
        _ => null,
    };

    /// <summary>What is being worked on, and how far it has come; null where nothing is.</summary>
    public static (string Status, TemplateDetails Details)? ChangesOf(Template template) => template switch
    {
        { WasApproved: false } => (StatusWord(template.State), template.Details),
        { Changes: { } changes } => (StatusWord(changes.State), changes.Details),
        _ => null,
    };

    public static string WholeOf(Template template) => template.State switch
    {
        TemplateState.Approved => "APPROVED",
        TemplateState.Stopped => "STOPPED",
        TemplateState.Dormant => "DORMANT",
        TemplateState.Blocked => "BLOCKED",
        _ => StatusWord(template.State),
    };

    private static string StatusWord(TemplateState state) => state switch
    {
        TemplateState.Registered => "DRAFT",
        TemplateState.InReview => "IN_PROGRESS",
        TemplateState.Rejected => "REJECTED",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "It is no state of changes."),
    };
}
