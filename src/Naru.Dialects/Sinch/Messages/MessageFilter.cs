using Naru.Core.Content;
using Naru.Dialects.Json;

namespace Naru.Dialects.Sinch.Messages;

/// <summary>Which messages a list is about. Null = any.</summary>
internal sealed record MessageFilter
{
    public static readonly JsonChoice<bool> Sources = new(("CONVERSATION_SOURCE", true), ("DISPATCH_SOURCE", false));

    /// <summary>Whether the metadata is shown.</summary>
    public static readonly JsonChoice<bool> Views = new(("WITH_METADATA", true), ("WITHOUT_METADATA", false));

    public static readonly JsonChoice<MessageDirection> Directions = new(
        ("TO_APP", MessageDirection.ToApp), ("TO_CONTACT", MessageDirection.ToContact), ("UNDEFINED_DIRECTION", MessageDirection.Any));

    /// <summary>True: those of conversations; false: those outside.</summary>
    public bool InConversations { get; init; } = true;

    public int? App { get; init; }

    public SinchChannel? Channel { get; init; }

    public MessageDirection Direction { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public bool WithMetadata { get; init; } = true;

    /// <summary>Only what people wrote: nothing of that is served yet.</summary>
    public bool OnlyFromPeople { get; init; }

    /// <summary>Whether it can hold any message of ours: those that went out over KakaoTalk's notices.</summary>
    public bool CanHoldAny => !OnlyFromPeople && Direction != MessageDirection.ToApp && (Channel is null or SinchChannel.KakaoTalk);

    public Channel? CoreChannel => Channel?.ToChannel();
}

internal enum MessageDirection
{
    Any = 0,
    ToApp = 1,
    ToContact = 2,
}
