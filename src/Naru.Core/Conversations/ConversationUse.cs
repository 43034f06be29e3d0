using Naru.Core.Content;

namespace Naru.Core.Conversations;

/// <summary>What a message does to the conversation it belongs to.</summary>
public static class ConversationUse
{
    /// <summary>
    /// How exact "when the latest message was accepted" is kept. A busy conversation would else be written once per message for the sake of a date that
    /// is used to the day (retention) and to sort by.
    /// </summary>
    public static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    /// <param name="metadataJson">A JSON object; null leaves the conversation's as it is.</param>
    /// <param name="merge">It is merged into the conversation's; else it replaces it.</param>
    /// <param name="received">When the contact wrote, where it is their message.</param>
    /// <returns>The same conversation where nothing has to be written.</returns>
    public static Conversation Used(
        this Conversation conversation, Channel channel, string? correlationId, string? metadataJson, bool merge, DateTimeOffset now, DateTimeOffset? received = null)
    {
        var metadata = metadataJson is null ? conversation.MetadataJson
            : merge ? MergePatch.Apply(conversation.MetadataJson, metadataJson)
            : metadataJson;
        var used = conversation with { ActiveChannel = channel, CorrelationId = correlationId ?? conversation.CorrelationId, MetadataJson = metadata, LastReceived = received ?? conversation.LastReceived };
        return used == conversation && now - conversation.LastMessageAt < Exactness
            ? conversation
            : used with { LastMessageAt = now > conversation.LastMessageAt ? now : conversation.LastMessageAt, Version = conversation.Version + 1 };
    }
}
