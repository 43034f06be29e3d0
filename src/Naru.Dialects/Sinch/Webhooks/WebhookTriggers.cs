using Naru.Core.Messages;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>The words for what a webhook can be told, as requests are checked with them; what they mean stands in <see cref="SubscriptionTriggers"/>.</summary>
internal static class WebhookTriggers
{
    /// <summary>Refused by its own name, as documented.</summary>
    public const string Unspecified = "UNSPECIFIED_TRIGGER";

    public static readonly string Rule = $"must be one of [{string.Join(", ", SubscriptionTriggers.Known.Order(StringComparer.Ordinal))}]";

    public static bool IsKnown(string word) => SubscriptionTriggers.IsKnown(word);

    /// <summary>What of it happens in this gateway; the other words are kept and never told.</summary>
    public static IReadOnlyList<ReportEvent> EventsOf(IEnumerable<string> words) => SubscriptionTriggers.EventsOf(words);
}
