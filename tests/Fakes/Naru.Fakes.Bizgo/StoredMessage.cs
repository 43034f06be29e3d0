using System.Globalization;

namespace Naru.Fakes.Bizgo;

/// <summary>A message as the fake keeps it.</summary>
internal sealed record StoredMessage(long Sequence, string MessageKey, string To, string ServiceType, string MessageType, string? Reference, string? GroupKey, DateTimeOffset RequestedAt)
{
    private static readonly TimeSpan s_korea = TimeSpan.FromHours(9);

    public string? ReportCode { get; set; }

    public DateTimeOffset ReportedAt { get; set; }

    /// <summary>As in polls, inquiries and webhooks.</summary>
    public object Report() => new
    {
        msgKey = MessageKey, serviceType = ServiceType, msgType = MessageType, sendTime = Instant(RequestedAt), reportTime = Instant(ReportedAt), reportType = "AT", reportCode = ReportCode,
        reportText = ReportCode == "10000" ? "Success" : "Fail", carrier = "", resCnt = "", @ref = Reference ?? "",
    };

    /// <summary>As in the history.</summary>
    public object Status() => new
    {
        msgKey = MessageKey, serviceType = ServiceType, msgType = MessageType, to = To, fallback = "N", responseCode = "A000", responseText = "Success", requestTime = Instant(RequestedAt),
        sendTime = Instant(RequestedAt), reportTime = ReportCode is null ? null : Instant(ReportedAt), reportCode = ReportCode, @ref = Reference,
    };

    private static string Instant(DateTimeOffset at) => at.ToOffset(s_korea).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
