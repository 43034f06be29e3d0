using Naru.Core.Messages;

namespace Naru.Dialects.SinchProvisioning.Webhooks;

/// <summary>What a webhook of this API can be told (contracts/sinch.md §8), and what of it happens here.</summary>
internal static class ProvisioningTriggers
{
    /// <summary>Everything; stands alone.</summary>
    public const string All = "ALL";

    private static readonly (string Word, ReportEvent Event)[] s_acting =
    [
        ("KAKAOTALK_SENDER_ACTIVE", ReportEvent.SenderActive),
        ("KAKAOTALK_SENDER_INACTIVE", ReportEvent.SenderInactive),
        ("KAKAOTALK_SENDER_REJECTED", ReportEvent.SenderRejected),
        ("KAKAOTALK_SENDER_COMMENT_ADDED", ReportEvent.SenderCommentAdded),
        ("KAKAOTALK_TEMPLATE_APPROVED", ReportEvent.TemplateApproved),
        ("KAKAOTALK_TEMPLATE_REJECTED", ReportEvent.TemplateRejected),
        ("KAKAOTALK_TEMPLATE_COMMENT_ADDED", ReportEvent.TemplateCommentAdded),
    ];

    /// <summary>In an error.</summary>
    public static readonly string Rule = $"must be one of [{All}, BUNDLE_DONE, {string.Join(", ", s_acting.Select(row => row.Word))}], or begin with WHATSAPP_ or RCS_";

    /// <summary>Clients register their whole list: triggers of channels that are not KakaoTalk's are kept and never told.</summary>
    public static bool IsKnown(string word) =>
        word is All or "BUNDLE_DONE" || Array.Exists(s_acting, row => row.Word == word)
        || ((word.StartsWith("WHATSAPP_", StringComparison.Ordinal) || word.StartsWith("RCS_", StringComparison.Ordinal)) && word.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'));

    public static IReadOnlyList<ReportEvent> EventsOf(IReadOnlyCollection<string> words) =>
        [.. s_acting.Where(row => words.Contains(All) || words.Contains(row.Word)).Select(row => row.Event)];

    public static string WordOf(ReportEvent happened) => Array.Find(s_acting, row => row.Event == happened).Word
        ?? throw new ArgumentOutOfRangeException(nameof(happened), happened, "It happens to no sender and no template.");
}
