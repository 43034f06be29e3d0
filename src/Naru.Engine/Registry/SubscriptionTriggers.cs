using System.Collections.Frozen;
using Naru.Core.Messages;

namespace Naru.Engine.Registry;

/// <summary>
/// What an app can register a webhook for, in the words of the Sinch Conversation API (contracts/sinch.md §3.7), and what of it happens here. A trigger
/// that never happens here may be registered all the same: clients register their whole list.
/// </summary>
public static class SubscriptionTriggers
{
    private static readonly (string Word, ReportEvent? Event)[] s_table =
    [
        ("MESSAGE_DELIVERY", ReportEvent.Final),
        ("MESSAGE_SUBMIT", ReportEvent.Submitted),
        ("CONTACT_CREATE", ReportEvent.ContactCreated),
        ("CONTACT_UPDATE", ReportEvent.ContactUpdated),
        ("CONTACT_DELETE", ReportEvent.ContactDeleted),
        ("CONTACT_MERGE", ReportEvent.ContactMerged),
        ("CONVERSATION_START", ReportEvent.ConversationStarted),
        ("CONVERSATION_STOP", ReportEvent.ConversationStopped),
        ("CONVERSATION_DELETE", ReportEvent.ConversationDeleted),

        // A word of the batch documentation (contracts/sinch.md §3.7).
        ("BATCH_STATUS_UPDATE", ReportEvent.BulkStatusChanged),
        ("MESSAGE_INBOUND", ReportEvent.TextReceived),
        ("EVENT_DELIVERY", null),
        ("EVENT_INBOUND", null),
        ("CONTACT_IDENTITIES_DUPLICATION", null),
        ("UNSUPPORTED", null),
        ("OPT_IN", null),
        ("OPT_OUT", null),
        ("CAPABILITY", null),
        ("CHANNEL_EVENT", null),
        ("SMART_CONVERSATION", null),
        ("MESSAGE_INBOUND_SMART_CONVERSATION_REDACTION", null),
        ("RECORD_NOTIFICATION", null),

        // The Node SDK's spelling of SMART_CONVERSATION.
        ("SMART_CONVERSATIONS", null),
    ];

    private static readonly FrozenDictionary<string, ReportEvent?> s_events = s_table.ToFrozenDictionary(row => row.Word, row => row.Event, StringComparer.Ordinal);

    /// <summary>The words that lead to callbacks here, in the order to show them.</summary>
    public static IReadOnlyList<string> Acting { get; } = [.. s_table.Where(row => row.Event is not null).Select(row => row.Word)];

    /// <summary>Every word that may be registered, <see cref="Acting"/> first.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. s_table.Select(row => row.Word)];

    /// <summary>Written exactly so: the words are case-sensitive.</summary>
    public static bool IsKnown(string word) => s_events.ContainsKey(word);

    /// <summary>Those of the triggers that happen here, each once, in the order of the triggers; words that are not known are passed over.</summary>
    public static IReadOnlyList<ReportEvent> EventsOf(IEnumerable<string> triggers) =>
        [.. triggers.Select(word => s_events.GetValueOrDefault(word)).OfType<ReportEvent>().Distinct()];
}
