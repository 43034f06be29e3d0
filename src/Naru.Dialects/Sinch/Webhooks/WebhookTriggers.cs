using System.Collections.Frozen;
using Naru.Core.Messages;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>The words for what a webhook can be told (contracts/sinch.md §3.7), and those of them that happen here.</summary>
internal static class WebhookTriggers
{
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

    private static readonly string[] s_words = [.. s_events.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Read as their numbers in <see cref="WordOf"/>. <c>UNSPECIFIED_TRIGGER</c> is none of them, as documented.</summary>
    public static readonly JsonChoice<int> Choice = new([.. s_words.Select((word, number) => (word, number))]);

    public static string WordOf(int number) => s_words[number];

    /// <summary>What of it happens in this gateway; the other words are kept and never told.</summary>
    public static IReadOnlyList<ReportEvent> EventsOf(IEnumerable<string> words) =>
        [.. words.Select(word => s_events.GetValueOrDefault(word)).OfType<ReportEvent>().Distinct()];
}
