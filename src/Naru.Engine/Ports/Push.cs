using System.Collections.Immutable;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// What an endpoint is to be told: one request, or one for each item, as the front door has it. It keeps its id and its list through
/// retries and replays, so a receiver can tell a repetition. No body: it is rendered from the messages when it is pushed.
/// </summary>
public sealed record Push
{
    public required long Id { get; init; }

    public required WorkspaceId Workspace { get; init; }

    public required int EndpointId { get; init; }

    /// <summary>The front door in whose words it is rendered: all of its reports came through it.</summary>
    public required DialectName Dialect { get; init; }

    /// <summary>The channel of its messages' first step: where the reports are pulled should the pushes run out.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The number of the app in whose name it is made; 0 = none.</summary>
    public int App { get; init; }

    /// <summary>What it tells, in the order in which it happened; at most <see cref="MaxItems"/>.</summary>
    public required ImmutableArray<PushItem> Items { get; init; }

    /// <summary>
    /// Items that were told since it was opened, where each goes by itself and not all of them are settled alike: once it is
    /// <see cref="PushState.Done"/>, all were.
    /// </summary>
    public ItemSet Taken { get; init; }

    /// <summary>Items that the subscriber refused for good since it was opened, where each goes by itself.</summary>
    public ItemSet GivenUp { get; init; }

    /// <summary>What its one item tells, where no message says it: the item has none.</summary>
    public Notice? Notice { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public PushState State { get; init; } = PushState.Open;

    public DateTimeOffset DueAt { get; init; }

    /// <summary>When it was made, or last replayed: its tries are counted from here.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Tries that failed since it was made or last replayed; where items go one by one, rounds in which any failed.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The latest tries, oldest first; at most <see cref="MaxAttempts"/> are kept.</summary>
    public ImmutableArray<PushAttempt> Attempts { get; init; } = [];

    public const int MaxAttempts = 25;

    public const int MaxItems = 100;

    /// <summary>Items that are still to be told.</summary>
    public ItemSet OpenItems => State == PushState.Open ? ItemSet.First(Items.Length).Except(Taken).Except(GivenUp) : default;

    /// <summary>What became of an item.</summary>
    public PushItemFate FateOf(int item) => State switch
    {
        PushState.Done => PushItemFate.Taken,
        _ when Taken.Has(item) => PushItemFate.Taken,
        PushState.Exhausted => PushItemFate.GivenUp,
        _ when GivenUp.Has(item) => PushItemFate.GivenUp,
        _ => PushItemFate.Open,
    };
}

/// <summary>One thing that a subscriber is told.</summary>
/// <param name="Message">Whose; the default, which no message has, where the push's notice says it.</param>
public readonly record struct PushItem(MessageKey Message, ReportEvent Event)
{
    /// <summary>No partition of messages: the number is that of a text that came in.</summary>
    private const byte TextPartition = byte.MaxValue;

    public bool IsOfMessage => Message.Sequence != 0 && Event != ReportEvent.TextReceived;

    /// <summary>The number of the text that came in; null where it is about something else, or nobody waits for the outcome.</summary>
    public long? Text => Event == ReportEvent.TextReceived && Message.Sequence != 0 ? Message.Sequence : null;

    public static PushItem OfText(long id) => new(new MessageKey(TextPartition, id), ReportEvent.TextReceived);
}

public enum PushItemFate : byte
{
    Open = 1,

    /// <summary>The subscriber has taken it.</summary>
    Taken = 2,

    /// <summary>Refused for good, or all tries are used up.</summary>
    GivenUp = 3,
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum PushState : byte
{
    Open = 1,

    /// <summary>All of it was answered with 2xx.</summary>
    Done = 2,

    /// <summary>
    /// All tries used up, or what was left of it was refused for good. Where the front door has a pull queue, its reports went there.
    /// </summary>
    Exhausted = 3,
}

/// <summary>One try; where items go one by one, all requests of a round that were answered alike.</summary>
/// <param name="Status">The HTTP status, or 0 where no answer came.</param>
/// <param name="Took">The longest of its requests.</param>
/// <param name="Answer">The first kilobyte of the first answer, or the reason why there is none.</param>
/// <param name="Requests">How many requests it stands for; 0 where none was made.</param>
public sealed record PushAttempt(DateTimeOffset At, int Status, TimeSpan Took, string? Answer, int Requests = 1);
