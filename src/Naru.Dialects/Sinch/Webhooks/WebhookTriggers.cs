using Naru.Core.Messages;
using Naru.Dialects.Json;
using Naru.Engine.Registry;

namespace Naru.Dialects.Sinch.Webhooks;

/// <summary>The words for what a webhook can be told, as requests are read with them; what they mean stands in <see cref="SubscriptionTriggers"/>.</summary>
internal static class WebhookTriggers
{
    private static readonly string[] s_words = [.. SubscriptionTriggers.Known.Order(StringComparer.Ordinal)];

    /// <summary>Read as their numbers in <see cref="WordOf"/>. <c>UNSPECIFIED_TRIGGER</c> is none of them, as documented.</summary>
    public static readonly JsonChoice<int> Choice = new([.. s_words.Select((word, number) => (word, number))]);

    public static string WordOf(int number) => s_words[number];

    /// <summary>What of it happens in this gateway; the other words are kept and never told.</summary>
    public static IReadOnlyList<ReportEvent> EventsOf(IEnumerable<string> words) => SubscriptionTriggers.EventsOf(words);
}
