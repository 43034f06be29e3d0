using Naru.Core.Messages;

namespace Naru.Dialects.Infobip.Reports;

/// <summary>A message as reports and logs show it.</summary>
internal readonly record struct ReportFacts(Message Message, string MessageId, string BulkId)
{
    /// <summary>When its first attempt began; before that, when it was accepted: the vendor's logs always have a date here.</summary>
    public DateTimeOffset SentAt => Message.SentAt ?? Message.AcceptedAt;

    /// <summary>When it ended. A final message has it.</summary>
    public DateTimeOffset DoneAt => Message.DoneAt ?? SentAt;
}
