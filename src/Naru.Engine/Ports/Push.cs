using System.Collections.Immutable;
using Naru.Core.Content;
using Naru.Core.Messages;
using Naru.Core.Workspaces;

namespace Naru.Engine.Ports;

/// <summary>
/// One push of reports to an endpoint. It keeps its id and its list through retries and replays, so a receiver can tell a
/// repetition. No body: it is rendered from the messages when it is pushed.
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

    /// <summary>The messages whose final reports it carries; at most 100.</summary>
    public required ImmutableArray<MessageKey> Reports { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public PushState State { get; init; } = PushState.Open;

    public DateTimeOffset DueAt { get; init; }

    /// <summary>When it was made, or last replayed: its tries are counted from here.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Tries that failed since it was made or last replayed.</summary>
    public int Failures { get; init; }

    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The latest tries, oldest first; at most <see cref="MaxAttempts"/> are kept.</summary>
    public ImmutableArray<PushAttempt> Attempts { get; init; } = [];

    public const int MaxAttempts = 25;
}

/// <summary>Numbers are stored: never renumber.</summary>
public enum PushState : byte
{
    Open = 1,

    /// <summary>Answered with 2xx.</summary>
    Done = 2,

    /// <summary>All tries used up: its reports went to the pull queue.</summary>
    Exhausted = 3,
}

/// <param name="Status">The HTTP status, or 0 where no answer came.</param>
/// <param name="Answer">The first kilobyte of the answer, or the reason why there is none.</param>
public sealed record PushAttempt(DateTimeOffset At, int Status, TimeSpan Took, string? Answer);
