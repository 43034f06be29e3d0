using Naru.Core.Messages;

namespace Naru.Core.Conversations;

/// <summary>
/// What contacts and conversations are called outside: ULIDs that are made from their numbers alone, so that a report can name both without
/// reading either. The time in them is no date: it counts the numbers, so that ids sort in the order in which they were given.
/// </summary>
public static class TalkIds
{
    private static readonly DateTimeOffset s_first = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static string ContactId(this MessageIdCodec ids, long contact) => Format(ids, IdKind.Contact, contact);

    public static string ConversationId(this MessageIdCodec ids, long conversation) => Format(ids, IdKind.Conversation, conversation);

    /// <summary>The contact's number; null for whatever was never given out here as the id of a contact. Whose it is must be checked on the row.</summary>
    public static long? ReadContactId(this MessageIdCodec ids, string? text) => Read(ids, IdKind.Contact, text);

    /// <summary>The conversation's number; null for whatever was never given out here as the id of a conversation.</summary>
    public static long? ReadConversationId(this MessageIdCodec ids, string? text) => Read(ids, IdKind.Conversation, text);

    private static string Format(MessageIdCodec ids, IdKind kind, long number) => ids.ToUlid(kind, s_first.AddMilliseconds(number), new MessageKey(0, number));

    private static long? Read(MessageIdCodec ids, IdKind kind, string? text) =>
        ids.TryFromUlid(kind, text, out var decoded) && decoded.Key.Partition == 0 && decoded.At == s_first.AddMilliseconds(decoded.Key.Sequence)
            ? decoded.Key.Sequence
            : null;
}
