using System.Collections.Frozen;
using Naru.Core.Messages;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>The words for what a webhook can be told (contracts/sinch.md §3.7), and those of them that happen here.</summary>
internal static class WebhookTriggers
{
    /// <summary>Refused by its own name, as documented.</summary>
    public const string Unspecified = "UNSPECIFIED_TRIGGER";

    private static readonly FrozenDictionary<string, ReportEvent?> s_events = new Dictionary<string, ReportEvent?>(StringComparer.Ordinal)
    {
        ["MESSAGE_DELIVERY"] = ReportEvent.Final,
        ["MESSAGE_SUBMIT"] = ReportEvent.Submitted,
        ["CONTACT_CREATE"] = ReportEvent.ContactCreated,
        ["CONTACT_UPDATE"] = ReportEvent.ContactUpdated,
        ["CONTACT_DELETE"] = ReportEvent.ContactDeleted,
        ["CONTACT_MERGE"] = ReportEvent.ContactMerged,
        ["CONVERSATION_START"] = ReportEvent.ConversationStarted,
        ["CONVERSATION_STOP"] = ReportEvent.ConversationStopped,
        ["CONVERSATION_DELETE"] = ReportEvent.ConversationDeleted,
        ["MESSAGE_INBOUND"] = null,
        ["EVENT_INBOUND"] = null,
        ["EVENT_DELIVERY"] = null,
        ["CONTACT_IDENTITIES_DUPLICATION"] = null,
        ["UNSUPPORTED"] = null,
        ["OPT_IN"] = null,
        ["OPT_OUT"] = null,
        ["CAPABILITY"] = null,
        ["CHANNEL_EVENT"] = null,
        ["SMART_CONVERSATION"] = null,

        // The Node SDK's spelling.
        ["SMART_CONVERSATIONS"] = null,
        ["MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION"] = null,
        ["RECORD_NOTIFICATION"] = null,
        ["BATCH_STATUS_UPDATE"] = null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly string Rule = $"must be one of [{string.Join(", ", s_events.Keys.Order(StringComparer.Ordinal))}]";

    public static bool IsKnown(string word) => s_events.ContainsKey(word);

    /// <summary>What of it happens in this gateway; the other words are kept and never told.</summary>
    public static IReadOnlyList<ReportEvent> EventsOf(IEnumerable<string> words) =>
        [.. words.Select(word => s_events.GetValueOrDefault(word)).OfType<ReportEvent>().Distinct()];
}
