using Naru.Core.Messages;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>
/// The content types in which a client can have its reports. The form of the older texts API is a parameter of the type under which an endpoint stands in the directory; it
/// never stands on the wire.
/// </summary>
internal static class ReportMedia
{
    public const string Json = "application/json";

    private const string Texts = "; form=sms-1";

    public static string Of(string contentType, ReportForm form) => form == ReportForm.Texts ? contentType + Texts : contentType;

    public static ReportForm FormOf(string contentType) => contentType.EndsWith(Texts, StringComparison.Ordinal) ? ReportForm.Texts : ReportForm.Messages;

    public static bool IsXml(string contentType) => contentType.StartsWith(InfobipXml.ContentType, StringComparison.Ordinal);
}

/// <summary>The members of a report: the vendor has two families of them (contracts/infobip.md §8.1).</summary>
internal enum ReportForm : byte
{
    /// <summary><c>/kakao-*</c>, <c>/sms/3</c>: <c>sender</c>, <c>messageCount</c>, <c>platform</c>.</summary>
    Messages = 1,

    /// <summary><c>/sms/1</c>, <c>/sms/2</c>: <c>from</c>, <c>smsCount</c>, <c>entityId</c>, <c>applicationId</c>.</summary>
    Texts = 2,

    /// <summary><c>/omni/1</c>: <c>messageCount</c> and <c>channel</c>; no sender and no tags (contracts/infobip.md §12).</summary>
    Omni = 3,
}

internal static class ReportForms
{
    /// <summary>Under which front door messages of the form were taken.</summary>
    public static DialectName Dialect(this ReportForm form) => form == ReportForm.Omni ? DialectName.InfobipOmni : DialectName.Infobip;
}
